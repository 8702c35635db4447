package io.alchemi.trainers.mae;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.index.NDIndex;
import io.alchemi.training.array.Scalars;
import io.alchemi.training.run.Loss;

/** Loss of the masked autoencoder: reconstruction and smoothness. */
public final class MaeLoss {
    /** Weight of the smoothness term. */
    public static final double SMOOTHNESS_WEIGHT = 1e-4;

    private static final NDIndex FIRST_SAMPLE = new NDIndex("0");
    private static final NDIndex FROM_SECOND = new NDIndex("..., 1:");
    private static final NDIndex TO_LAST_BUT_ONE = new NDIndex("..., :-1");

    private MaeLoss() {}

    /**
     * Computes the loss of a batch. As in the Python implementation, the reconstruction covers what was <i>kept</i>, so it is
     * auto-encoding, and the smoothness term uses the input of the first sample, so it has no gradient. Masked values affect neither term,
     * so they are left out early.
     */
    static Loss of(MaeModel model, MaeBatch.Arrays batch) {
        NDArray kept = batch.keptTokens();
        NDArray decoded = model.decode(model.encode(batch.tokens(), kept), kept);
        NDArray target = kept == null ? batch.tokens() : kept.matMul(batch.tokens());
        NDArray counted = batch.keptFeatures().broadcast(target.getShape());
        return new Loss()
                .add("reconstruction", reconstruction(decoded, target, counted))
                .add(
                        "smoothness",
                        SMOOTHNESS_WEIGHT,
                        smoothness(batch.tokens().get(FIRST_SAMPLE), batch.keptFeatures()));
    }

    /**
     * Compares a reconstruction with its target: {@code sum((diff mask)^2) / max(sum(mask), 1)}.
     *
     * @param reconstruction any shape
     * @param target         the same shape
     * @param mask           0 or 1, of the same type; missing trailing axes count as length 1; the denominator is the sum of the mask
     *                       before broadcasting
     * @return a scalar
     */
    public static NDArray reconstruction(NDArray reconstruction, NDArray target, NDArray mask) {
        NDArray difference = reconstruction.sub(target);
        NDArray sum = difference.mul(withRankOf(mask, difference)).square().sum();
        return sum.div(NDArrays.maximum(mask.sum(), Scalars.like(sum, 1)));
    }

    /**
     * Computes the roughness of spectra: the mean of {@code d2^2} over second differences d2 along the last axis. A first difference next
     * to a masked band counts as 0. The mask applies before the second difference, so the edges of a gap count.
     *
     * @param spectra (..., D), D at least 3
     * @param mask    0 or 1, broadcastable to the spectra; missing trailing axes count as length 1
     * @return a scalar
     * @throws IllegalArgumentException if D is below 3
     */
    public static NDArray smoothness(NDArray spectra, NDArray mask) {
        long bands = spectra.getShape().get(spectra.getShape().dimension() - 1);
        if (bands < 3) {
            throw new IllegalArgumentException("spectra have " + bands + " bands; smoothness needs at least 3");
        }
        NDArray full = withRankOf(mask, spectra);
        NDArray first = difference(spectra).mul(full.get(FROM_SECOND)).mul(full.get(TO_LAST_BUT_ONE));
        return difference(first).square().mean();
    }

    private static NDArray difference(NDArray x) {
        return x.get(FROM_SECOND).sub(x.get(TO_LAST_BUT_ONE));
    }

    private static NDArray withRankOf(NDArray mask, NDArray x) {
        NDArray full = mask;
        while (full.getShape().dimension() < x.getShape().dimension()) {
            full = full.expandDims(-1);
        }
        return full;
    }
}
