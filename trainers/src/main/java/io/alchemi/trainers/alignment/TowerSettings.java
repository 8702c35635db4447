package io.alchemi.trainers.alignment;

import io.alchemi.trainers.nn.Initializer;
import io.alchemi.trainers.nn.NormPlacement;

/**
 * The shape of both towers.
 *
 * @param embedDim         D, width of an embedding, a multiple of the heads
 * @param depth            encoder layers, at least 1
 * @param heads            attention heads, at least 1
 * @param feedForwardWidth hidden width of the layers' feed-forward parts, at least 1; the original's is
 *                         {@link Initializer#FEED_FORWARD_WIDTH}
 * @param dropout          share of activations to drop in training, in [0, 1); the original's is {@link #ORIGINAL_DROPOUT}
 * @param norms            where the layers' norms stand; the original's way is {@link NormPlacement#AFTER}
 */
public record TowerSettings(
        int embedDim, int depth, int heads, int feedForwardWidth, double dropout, NormPlacement norms) {
    /** The dropout of the original, which is no key of its configuration. */
    public static final double ORIGINAL_DROPOUT = 0.1;

    /**
     * Checks the numbers; dropout is checked by those who use it.
     *
     * @throws IllegalArgumentException naming what is out of its range
     */
    public TowerSettings {
        AlignmentSettings.requireAtLeast("model.embed_dim", embedDim, 1);
        AlignmentSettings.requireAtLeast("model.depth", depth, 1);
        AlignmentSettings.requireAtLeast("model.heads", heads, 1);
        AlignmentSettings.requireAtLeast("feed-forward width", feedForwardWidth, 1);
        if (embedDim % heads != 0) {
            throw new IllegalArgumentException(
                    "model.embed_dim " + embedDim + " is not divisible by model.heads " + heads);
        }
    }

    /**
     * Takes the original's ways for all that its configuration does not say.
     *
     * @param embedDim D
     * @param depth    encoder layers
     * @param heads    attention heads
     * @return the settings
     */
    public static TowerSettings original(int embedDim, int depth, int heads) {
        return new TowerSettings(
                embedDim, depth, heads, Initializer.FEED_FORWARD_WIDTH, ORIGINAL_DROPOUT, NormPlacement.AFTER);
    }
}
