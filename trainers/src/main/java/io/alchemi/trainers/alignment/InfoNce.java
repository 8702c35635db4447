package io.alchemi.trainers.alignment;

import ai.djl.ndarray.NDArray;
import io.alchemi.training.array.Scalars;

/**
 * The contrastive loss (van den Oord et al., <i>Representation learning with contrastive predictive coding</i>, 2018), in both
 * directions as in CLIP (Radford et al., ICML 2021): each laboratory embedding should be nearest to its own sensor embedding within
 * the batch, and vice versa.
 */
public final class InfoNce {
    /** Smallest tau. */
    public static final double SMALLEST_TAU = 1e-3;

    /** Largest tau. */
    public static final double LARGEST_TAU = 1e3;

    private static final double SMALLEST_NORM = 1e-12;

    private InfoNce() {}

    /**
     * The losses of the two directions, scalars.
     *
     * @param labToSensor mean over laboratory embeddings of {@code logsumexp_j(a_i b_j / tau) - a_i b_i / tau}
     * @param sensorToLab the same with the sides swapped
     */
    public record Directions(NDArray labToSensor, NDArray sensorToLab) {
        /**
         * Returns the loss.
         *
         * @return the mean of both directions
         */
        public NDArray mean() {
            NDArray sum = labToSensor.add(sensorToLab);
            return Scalars.mul(sum, 0.5);
        }
    }

    /**
     * Computes tau from the trained parameter.
     *
     * @param logTau ln tau, a scalar
     * @return tau, clamped to [0.001, 1000]; there is no gradient where it is clamped
     */
    public static NDArray tau(NDArray logTau) {
        return logTau.exp().clip(SMALLEST_TAU, LARGEST_TAU);
    }

    /**
     * Clamps a fixed tau.
     *
     * @param tau any number
     * @return tau, clamped to [0.001, 1000]
     */
    public static double limited(double tau) {
        return Math.max(SMALLEST_TAU, Math.min(LARGEST_TAU, tau));
    }

    /**
     * Computes the loss of a batch.
     *
     * @param lab    embeddings, (B, D); normalised here; norms below 1e-12 count as 1e-12
     * @param sensor embeddings, (B, D); row i is the partner of laboratory row i
     * @param tau    temperature, a scalar
     * @return both directions
     * @throws IllegalArgumentException if the embeddings are not matrices of the same shape
     */
    public static Directions loss(NDArray lab, NDArray sensor, NDArray tau) {
        if (lab.getShape().dimension() != 2 || !lab.getShape().equals(sensor.getShape())) {
            throw new IllegalArgumentException("embeddings have shapes " + lab.getShape() + " and " + sensor.getShape()
                    + "; both must have one shape (B, D)");
        }
        NDArray a = lab.normalize(2, 1, SMALLEST_NORM);
        NDArray b = sensor.normalize(2, 1, SMALLEST_NORM);
        NDArray logits = a.matMul(b.transpose()).div(tau);
        NDArray positives = logits.diagonal();
        return new Directions(
                logSumExp(logits, 1).sub(positives).mean(),
                logSumExp(logits, 0).sub(positives).mean());
    }

    /**
     * Returns {@code c + sum exp(x - c) - 1}, where c is the log-sum-exp without a gradient. This is one step of Newton's method from c,
     * so it is at least as exact. Its gradient is PyTorch's {@code exp(x - c)} to the last bit, which golden numbers at small tau need.
     */
    private static NDArray logSumExp(NDArray logits, int axis) {
        int[] axes = {axis};
        NDArray fixed = logits.stopGradient();
        NDArray largest = fixed.max(axes, true);
        NDArray c = fixed.sub(largest).exp().sum(axes, true).log().add(largest);
        NDArray correction = logits.sub(c).exp().sum(axes).sub(Scalars.like(logits, 1));
        return correction.add(c.squeeze(axis));
    }
}
