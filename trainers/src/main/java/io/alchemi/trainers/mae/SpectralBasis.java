package io.alchemi.trainers.mae;

import io.alchemi.training.nn.Parameters;

/**
 * K Gaussian basis functions of wavelength, with learnable centres and bandwidths. The synthetic pretraining does not project
 * spectra on them, but saves their initial values, as the Python implementation does.
 */
public final class SpectralBasis {
    /** Lowest centre by default, nm. */
    public static final double DEFAULT_LOWEST_NM = 350;

    /** Highest centre by default, nm. */
    public static final double DEFAULT_HIGHEST_NM = 12000;

    private SpectralBasis() {}

    /** Makes the initial values over the default range. */
    static void make(Parameters parameters, int size) {
        make(parameters, size, DEFAULT_LOWEST_NM, DEFAULT_HIGHEST_NM);
    }

    /**
     * Makes the initial values: centres evenly spaced, both ends included; all bandwidths (highest - lowest) / K.
     *
     * @param parameters where {@code centers} and {@code log_bw}, both (K), are made; they are saved but not trained
     * @param size       K, at least 1
     * @param lowest     first centre, nm
     * @param highest    last centre, nm
     */
    public static void make(Parameters parameters, int size, double lowest, double highest) {
        double[] centers = new double[size];
        double[] logBandwidths = new double[size];
        for (int k = 0; k < size; k++) {
            centers[k] = size == 1 ? lowest : lowest + k * (highest - lowest) / (size - 1);
            logBandwidths[k] = Math.log((highest - lowest) / size);
        }
        parameters.fixed("centers", centers);
        parameters.fixed("log_bw", logBandwidths);
    }
}
