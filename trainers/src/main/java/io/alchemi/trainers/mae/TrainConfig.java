package io.alchemi.trainers.mae;

import io.alchemi.schema.Default;
import io.alchemi.schema.Flag;
import io.alchemi.schema.Key;
import io.alchemi.schema.Range;
import io.alchemi.schema.Retired;
import io.alchemi.schema.Rule;
import io.alchemi.training.run.LoopSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Model and loop of the masked autoencoder.
 *
 * @param mode what is trained
 * @param batchSize samples per optimizer step
 * @param learningRate learning rate of AdamW
 * @param maxSteps optimizer steps; 0 only writes the initial parameters
 * @param logEvery steps between log lines
 * @param evalEvery has no effect, as the autoencoder has no held-out data; files of the Python implementation have this key
 * @param saveEvery steps between checkpoints, of which the last three are kept; 0 saves only at the end
 * @param maskPath file for the masks of the first step, or null to write none
 * @param embedDim width of a token, and also the number of tokens of a sample
 * @param nHeads attention heads
 * @param depth encoder layers; the decoder has half as many, but at least one
 * @param dropout share of activations that is dropped in training
 * @param basisK number of functions in the spectral basis, which is saved but not trained
 * @param spatialMaskRatio share of the tokens to mask
 * @param spectralMaskRatio share of the features to mask
 * @param noSpatialMask disable spatial masking, whatever the ratio
 * @param noPosenc disable the learned position embeddings
 */
@Retired(value = "banddepth_cfg", reason = "band depth belongs to the alignment trainer")
@Retired(value = "banddepth_weight", reason = "band depth belongs to the alignment trainer")
@Retired(value = "banddepth_loss", reason = "band depth belongs to the alignment trainer")
@Retired(value = "banddepth_hidden", reason = "band depth belongs to the alignment trainer")
public record TrainConfig(
        @Default("mae") Mode mode,
        @Flag @Default("64") @Range(min = 1) int batchSize,
        @Key("lr") @Flag @Default("3e-4") @Range(min = 0) double learningRate,
        @Flag @Default("10000") @Range(min = 0) int maxSteps,
        @Default("100") @Range(min = 1) int logEvery,
        @Default("1000") @Range(min = 0) int evalEvery,
        @Default("1000") @Range(min = 0) int saveEvery,
        @Default("checkpoints/mask.json") @Nullable Path maskPath,
        @Default("256") @Range(min = 3) int embedDim,
        @Default("8") @Range(min = 1) int nHeads,
        @Default("6") @Range(min = 1) int depth,

        @Default("0.1") @Range(min = 0, max = 1, maxExclusive = true)
        double dropout,

        @Key("basis_K") @Default("128") @Range(min = 1) int basisK,
        @Default("0.75") @Range(min = 0, max = 1) double spatialMaskRatio,
        @Default("0.5") @Range(min = 0, max = 1) double spectralMaskRatio,
        @Flag @Default("false") boolean noSpatialMask,
        @Flag @Default("false") boolean noPosenc)
        implements LoopSettings {

    /** Kind of training. */
    public enum Mode {
        /** an autoencoder on random tokens */
        MAE
    }

    @Rule("embed_dim must be divisible by n_heads")
    static boolean headsDivide(int embedDim, int nHeads) {
        return embedDim % nHeads == 0;
    }

    /** Returns the number of decoder layers. */
    int decoderDepth() {
        return Math.max(1, depth / 2);
    }

    /** Returns the number of tokens of a sample. */
    int tokens() {
        return embedDim;
    }
}
