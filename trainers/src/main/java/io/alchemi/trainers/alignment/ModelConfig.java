package io.alchemi.trainers.alignment;

import io.alchemi.schema.Default;
import io.alchemi.schema.Range;
import io.alchemi.schema.Rule;
import io.alchemi.training.nn.NormPlacement;

/**
 * The two towers, which have the same shape, and the weight of the reconstruction.
 *
 * @param embedDim width of an embedding
 * @param depth encoder layers
 * @param heads attention heads
 * @param feedForwardDim hidden width of the feed-forward part of a layer
 * @param dropout share of activations that is dropped in training
 * @param norm position of the norms in a layer
 * @param cycleWeight weight of the cycle term in the loss
 */
public record ModelConfig(
        @Default("64") @Range(min = 1) int embedDim,
        @Default("2") @Range(min = 1) int depth,
        @Default("4") @Range(min = 1) int heads,
        @Default("2048") @Range(min = 1) int feedForwardDim,

        @Default("0.1") @Range(min = 0, max = 1, maxExclusive = true)
        double dropout,

        @Default("post") NormPlacement norm,
        @Default("1") @Range(min = 0) double cycleWeight) {

    @Rule("embed_dim must be divisible by heads")
    static boolean headsDivide(int embedDim, int heads) {
        return embedDim % heads == 0;
    }
}
