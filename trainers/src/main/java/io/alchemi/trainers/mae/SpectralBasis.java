package io.alchemi.trainers.mae;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import io.alchemi.training.array.Scalars;
import io.alchemi.training.nn.Parameters;

/**
 * Projects a spectrum on K Gaussian basis functions of wavelength, with learnable centres c and log-bandwidths beta:
 *
 * <pre>
 * phi_k = sum_b r_bk m_b v_b / max(sum_b r_bk m_b, 1e-8),   r_bk = exp(-((lambda_b - c_k) / (exp(beta_k) + 1e-9))^2 / 2)
 * </pre>
 *
 * <p>The synthetic pretraining does not use it, but saves its initial values, as the original does.
 */
public final class SpectralBasis {
    /** Lowest centre by default, nm. */
    public static final double DEFAULT_LOWEST_NM = 350;

    /** Highest centre by default, nm. */
    public static final double DEFAULT_HIGHEST_NM = 12000;

    private static final double BANDWIDTH_FLOOR = 1e-9;
    private static final double WEIGHT_FLOOR = 1e-8;

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

    /**
     * Projects one spectrum.
     *
     * @param centers       (K), nm
     * @param logBandwidths (K), logarithm of nm
     * @param wavelengths   (N), nm
     * @param values        (N)
     * @param mask          (N), 1 where a value counts, else 0
     * @return (K); 0 where no counted value is near
     */
    public static NDArray project(
            NDArray centers, NDArray logBandwidths, NDArray wavelengths, NDArray values, NDArray mask) {
        NDArray bandwidths = logBandwidths.exp().add(Scalars.like(centers, BANDWIDTH_FLOOR));
        NDArray distance = wavelengths.expandDims(1).sub(centers).div(bandwidths);
        NDArray response = distance.square().mul(Scalars.like(centers, -0.5)).exp();
        NDArray weights = response.mul(mask.expandDims(1));
        int[] bands = {0};
        NDArray weighted = weights.mul(values.expandDims(1)).sum(bands);
        return weighted.div(NDArrays.maximum(weights.sum(bands), Scalars.like(centers, WEIGHT_FLOOR)));
    }
}
