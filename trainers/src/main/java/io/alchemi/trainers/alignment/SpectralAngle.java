package io.alchemi.trainers.alignment;

import ai.djl.ndarray.NDArray;
import io.alchemi.training.array.Scalars;

/**
 * The angle between spectra (Kruse et al., <i>The spectral image processing system</i>, 1993), which ignores their brightness.
 *
 * <p>For unit vectors u and v it is {@code 2 atan2(|u - v|, |u + v|)} (Kahan, <i>How futile are mindless assessments of roundoff in
 * floating-point computation?</i>, 2006). It equals the arc cosine of the dot product, but is exact for small angles, and its gradient
 * is 0 for equal and opposite spectra, where the gradient of the arc cosine is infinite.
 */
final class SpectralAngle {
    private static final double SMALLEST_NORM = 1e-12;
    private static final int[] BANDS = {1};

    private SpectralAngle() {}

    /**
     * Computes the angle of each pair of rows.
     *
     * @param x (B, N)
     * @param y (B, N)
     * @return (B), radians, 0 to pi; pi/2 without a gradient if a row is zero
     */
    static NDArray angles(NDArray x, NDArray y) {
        NDArray smallest = Scalars.like(x, SMALLEST_NORM);
        NDArray directed = x.norm(BANDS, true)
                .gt(smallest)
                .logicalAnd(y.norm(BANDS, true).gt(smallest))
                .toType(x.getDataType(), false);
        NDArray undirected = Scalars.like(x, 1).sub(directed);
        // A zero row is replaced before normalising; otherwise its gradient would be as large as 1/norm.
        NDArray u = x.mul(directed).add(undirected).normalize(2, 1, SMALLEST_NORM);
        NDArray v = y.mul(directed).add(undirected).normalize(2, 1, SMALLEST_NORM);
        NDArray half = u.sub(v).norm(BANDS).atan2(u.add(v).norm(BANDS));
        // The replaced rows are equal, so their angle is 0, and the mask blocks the gradient.
        return half.add(half).add(undirected.squeeze(1).mul(Scalars.like(x, Math.PI / 2)));
    }
}
