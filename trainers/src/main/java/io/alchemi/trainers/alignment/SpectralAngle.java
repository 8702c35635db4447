package io.alchemi.trainers.alignment;

import ai.djl.ndarray.NDArray;
import io.alchemi.training.array.Scalars;

/**
 * The angle between spectra (Kruse et al., <i>The spectral image processing system</i>, 1993), which does not see their brightness.
 *
 * <p>For unit vectors u and v it is {@code 2 atan2(|u - v|, |u + v|)} (Kahan, <i>How futile are mindless assessments of roundoff in
 * floating-point computation?</i>, 2006): the same as the arc cosine of their product, but exact for small angles, and with gradient 0
 * for equal and for opposite spectra, where that of the arc cosine is infinite.
 */
final class SpectralAngle {
    private static final double SMALLEST_NORM = 1e-12;
    private static final int[] BANDS = {1};

    private SpectralAngle() {}

    /**
     * Measures the angles of rows.
     *
     * @param x (B, N)
     * @param y (B, N)
     * @return (B), radians, 0 to pi; pi/2 without a gradient where a row is zero and has no direction
     */
    static NDArray angles(NDArray x, NDArray y) {
        NDArray smallest = Scalars.like(x, SMALLEST_NORM);
        NDArray directed = x.norm(BANDS, true)
                .gt(smallest)
                .logicalAnd(y.norm(BANDS, true).gt(smallest))
                .toType(x.getDataType(), false);
        NDArray undirected = Scalars.like(x, 1).sub(directed);
        // A row without direction is replaced before it is normalised, or its gradient would be as large as 1/norm.
        NDArray u = x.mul(directed).add(undirected).normalize(2, 1, SMALLEST_NORM);
        NDArray v = y.mul(directed).add(undirected).normalize(2, 1, SMALLEST_NORM);
        NDArray half = u.sub(v).norm(BANDS).atan2(u.add(v).norm(BANDS));
        // The replaced rows are equal: their angle is 0, and no gradient leads through the mask.
        return half.add(half).add(undirected.squeeze(1).mul(Scalars.like(x, Math.PI / 2)));
    }
}
