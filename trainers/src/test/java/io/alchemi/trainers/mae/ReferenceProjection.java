package io.alchemi.trainers.mae;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import io.alchemi.training.array.Scalars;

/**
 * The projection of the Python implementation on a {@link SpectralBasis} with centres c and log-bandwidths beta:
 *
 * <pre>
 * phi_k = sum_b r_bk m_b v_b / max(sum_b r_bk m_b, 1e-8),   r_bk = exp(-((lambda_b - c_k) / (exp(beta_k) + 1e-9))^2 / 2)
 * </pre>
 */
final class ReferenceProjection {
    private static final double BANDWIDTH_FLOOR = 1e-9;
    private static final double WEIGHT_FLOOR = 1e-8;

    private ReferenceProjection() {}

    /**
     * Projects one spectrum.
     *
     * @param centers       (K), nm
     * @param logBandwidths (K), logarithm of nm
     * @param wavelengths   (N), nm
     * @param values        (N)
     * @param mask          (N), 1 if a value counts, else 0
     * @return (K); 0 where no counted value is near
     */
    static NDArray of(NDArray centers, NDArray logBandwidths, NDArray wavelengths, NDArray values, NDArray mask) {
        NDArray bandwidths = logBandwidths.exp().add(Scalars.like(centers, BANDWIDTH_FLOOR));
        NDArray distance = wavelengths.expandDims(1).sub(centers).div(bandwidths);
        NDArray response = distance.square().mul(Scalars.like(centers, -0.5)).exp();
        NDArray weights = response.mul(mask.expandDims(1));
        int[] bands = {0};
        NDArray weighted = weights.mul(values.expandDims(1)).sum(bands);
        return weighted.div(NDArrays.maximum(weights.sum(bands), Scalars.like(centers, WEIGHT_FLOOR)));
    }
}
