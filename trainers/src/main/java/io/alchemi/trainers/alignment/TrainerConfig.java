package io.alchemi.trainers.alignment;

import io.alchemi.schema.Default;
import io.alchemi.schema.Flag;
import io.alchemi.schema.Range;
import io.alchemi.training.run.LoopSettings;
import org.jspecify.annotations.Nullable;

/**
 * The training loop of the alignment.
 *
 * @param batchSize pairs of spectra per step; InfoNCE tells each from the others
 * @param maxSteps optimizer steps; 0 only writes the initial parameters
 * @param logEvery steps between two lines of the log
 * @param evalEvery steps between two evaluations on held-out pairs; there is always one after the last step, and with 0 no
 *     other
 * @param evalPairs held-out pairs of an evaluation, each compared with each; finding a partner by chance succeeds once in as many
 * @param bestBy metric of evaluations by which the best parameters are kept, or null to keep none
 * @param saveEvery steps between two checkpoints, of which the last three are kept; 0 saves only at the end
 * @param gradClipNorm largest norm of all gradients together, or null not to clip
 * @param useAmp let autocast compute in amp_dtype where it can
 */
public record TrainerConfig(
        @Flag @Default("8") @Range(min = 2) int batchSize,

        @Flag(shortName = "m") @Default("10") @Range(min = 0)
        int maxSteps,

        @Default("5") @Range(min = 1) int logEvery,
        @Default("5") @Range(min = 0) int evalEvery,
        @Default("64") @Range(min = 2, max = 4096) int evalPairs,
        @Nullable String bestBy,
        @Default("0") @Range(min = 0) int saveEvery,
        @Range(min = 0, minExclusive = true) @Nullable Double gradClipNorm,
        @Default("false") boolean useAmp)
        implements LoopSettings {}
