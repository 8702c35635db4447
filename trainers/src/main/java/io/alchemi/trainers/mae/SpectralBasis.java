package io.alchemi.trainers.mae;

import io.alchemi.training.nn.Parameters;

/**
 * K Gaussian basis functions of wavelength, with learnable centres and bandwidths. Synthetic pretraining does not use them, but saves
 * their initial values, as the Python implementation does.
 */
public final class SpectralBasis {
    /** Default lowest centre, nm. */
    public static final double DEFAULT_LOWEST_NM = 350;

    /** Default highest centre, nm. */
    public static final double DEFAULT_HIGHEST_NM = 12000;

    private SpectralBasis() {}

    /** Creates the initial values over the default range. */
    static void make(Parameters parameters, int size) {
        make(parameters, size, DEFAULT_LOWEST_NM, DEFAULT_HIGHEST_NM);
    }

    /**
     * Creates the initial values: evenly spaced centres, both ends included; all bandwidths are (highest - lowest) / K.
     *
     * @param parameters receives {@code centers} and {@code log_bw}, both (K), which are saved but not trained
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
