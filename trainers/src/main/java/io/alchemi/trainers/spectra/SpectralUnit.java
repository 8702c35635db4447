package io.alchemi.trainers.spectra;

import io.alchemi.schema.Key;

/** Units of a spectral axis. */
public enum SpectralUnit {
    /** wavelength in nanometres */
    NM,
    /** wavenumber in 1/cm */
    @Key("cm-1")
    WAVENUMBER;

    private static final double NM_TIMES_WAVENUMBER = 1e7;

    /**
     * Converts an axis.
     *
     * @param axis values in this unit; must be above 0 if the unit changes
     * @param to   the target unit
     * @return a new array
     * @throws IllegalArgumentException naming the first value that is not above 0
     */
    double[] convert(double[] axis, SpectralUnit to) {
        double[] converted = axis.clone();
        for (int i = 0; i < axis.length && this != to; i++) {
            if (!(axis[i] > 0)) {
                throw new IllegalArgumentException((this == NM ? "wavelength " : "wavenumber ") + i + " is " + axis[i]
                        + "; it must be above 0 to be converted");
            }
            converted[i] = NM_TIMES_WAVENUMBER / axis[i];
        }
        return converted;
    }

    /** Converts a width at a position on the axis to nanometres. At wavenumber v, the factor is {@code 1e7 / v^2}. */
    double widthInNm(double width, double at) {
        return this == NM ? width : NM_TIMES_WAVENUMBER / (at * at) * width;
    }
}
