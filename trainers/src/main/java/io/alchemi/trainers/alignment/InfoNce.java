package io.alchemi.trainers.alignment;

import ai.djl.ndarray.NDArray;
import io.alchemi.training.array.Scalars;

/**
 * The contrastive loss (van den Oord et al., <i>Representation learning with contrastive predictive coding</i>, 2018), in both
 * directions as in CLIP (Radford et al., ICML 2021): each laboratory embedding must be nearest to its own sensor embedding among
 * those of the batch, and the reverse.
 */
public final class InfoNce {
    /** Smallest tau. */
    public static final double SMALLEST_TAU = 1e-3;

    /** Largest tau. */
    public static final double LARGEST_TAU = 1e3;

    private static final double SMALLEST_NORM = 1e-12;

    private InfoNce() {}

    /**
     * The loss of the two directions, scalars.
     *
     * @param labToSensor mean over laboratory embeddings of {@code logsumexp_j(a_i b_j / tau) - a_i b_i / tau}
     * @param sensorToLab the same with roles exchanged
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
     * Computes tau from the parameter that is trained.
     *
     * @param logTau ln tau, a scalar
     * @return tau, limited to [0.001, 1000]; where it is limited no gradient passes
     */
    public static NDArray tau(NDArray logTau) {
        return logTau.exp().clip(SMALLEST_TAU, LARGEST_TAU);
    }

    /**
     * Limits a fixed tau.
     *
     * @param tau any number
     * @return tau, limited to [0.001, 1000]
     */
    public static double limited(double tau) {
        return Math.max(SMALLEST_TAU, Math.min(LARGEST_TAU, tau));
    }

    /**
     * Computes the loss of a batch.
     *
     * @param lab    embeddings, (B, D); normalised here, with norms of at least 1e-12
     * @param sensor embeddings, (B, D); row i belongs to row i of the laboratory
     * @param tau    temperature, a scalar
     * @return both directions
     * @throws IllegalArgumentException if the embeddings are no matrices of one shape
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
     * Takes {@code c + sum exp(x - c) - 1} with c the logarithm of the sum, without a gradient: one step of Newton's method from c, so
     * no less exact, and with PyTorch's gradient {@code exp(x - c)} to the last bit, which shows in golden numbers at small tau.
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
