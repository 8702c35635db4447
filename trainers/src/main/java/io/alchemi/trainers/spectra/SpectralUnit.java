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
     * @param axis values in this unit; those that change their unit must be above 0
     * @param to   the unit wanted
     * @return a new array
     * @throws IllegalArgumentException naming the first value that has no reciprocal
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

    /** Converts a width at a place of the axis to nanometres: at wavenumber v, {@code 1e7 / v^2} times as much. */
    double widthInNm(double width, double at) {
        return this == NM ? width : NM_TIMES_WAVENUMBER / (at * at) * width;
    }
}
