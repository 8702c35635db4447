package io.alchemi.trainers.spectra;

import java.util.Arrays;

/** Wavelengths at which a spectrum is sampled: at least two, strictly increasing. Instances are immutable. */
public final class WavelengthGrid {
    private final double[] nanometres;

    private WavelengthGrid(double[] nanometres) {
        if (nanometres.length < 2) {
            throw new IllegalArgumentException(
                    "a wavelength grid has " + nanometres.length + " samples; it must have at least 2");
        }
        for (int i = 0; i < nanometres.length; i++) {
            if (!Double.isFinite(nanometres[i]) || (i > 0 && nanometres[i] <= nanometres[i - 1])) {
                throw new IllegalArgumentException("wavelength " + i + " of the grid is " + nanometres[i]
                        + " nm; wavelengths must be finite and strictly increasing");
            }
        }
        this.nanometres = nanometres;
    }

    /**
     * Creates an evenly spaced grid.
     *
     * @param startNm first wavelength, nm
     * @param stopNm  last wavelength, nm; above the first
     * @param count   number of wavelengths, both ends included; at least 2
     * @return the grid
     * @throws IllegalArgumentException if there are fewer than two wavelengths or they do not increase
     */
    public static WavelengthGrid even(double startNm, double stopNm, int count) {
        return new WavelengthGrid(Curves.even(startNm, stopNm, count));
    }

    /**
     * Creates a grid from given wavelengths.
     *
     * @param nanometres at least two, strictly increasing, nm; copied
     * @return the grid
     * @throws IllegalArgumentException naming the first wavelength that is out of order
     */
    public static WavelengthGrid of(double... nanometres) {
        return new WavelengthGrid(nanometres.clone());
    }

    /**
     * Returns the number of samples.
     *
     * @return N, at least 2
     */
    public int size() {
        return nanometres.length;
    }

    /**
     * Returns one wavelength.
     *
     * @param index 0 to N - 1
     * @return nm
     */
    public double at(int index) {
        return nanometres[index];
    }

    /**
     * Returns the first wavelength.
     *
     * @return nm
     */
    public double lowest() {
        return nanometres[0];
    }

    /**
     * Returns the last wavelength.
     *
     * @return nm
     */
    public double highest() {
        return nanometres[nanometres.length - 1];
    }

    /**
     * Returns all wavelengths.
     *
     * @return a copy, nm
     */
    public double[] toArray() {
        return nanometres.clone();
    }

    /**
     * Returns the index of the first wavelength at or above a given one.
     *
     * @param nm any wavelength
     * @return 0 to N - 1; N if there is none
     */
    public int lowerBound(double nm) {
        int found = Arrays.binarySearch(nanometres, nm);
        return found >= 0 ? found : -found - 1;
    }
}
