package io.alchemi.trainers.alignment;

import io.alchemi.schema.Default;
import io.alchemi.schema.Flag;
import io.alchemi.schema.Range;
import io.alchemi.training.run.LoopSettings;
import org.jspecify.annotations.Nullable;

/**
 * Training loop of the alignment.
 *
 * @param batchSize pairs of spectra per step; InfoNCE contrasts each with the others
 * @param maxSteps optimizer steps; 0 only writes the initial parameters
 * @param logEvery steps between log lines
 * @param evalEvery steps between evaluations on held-out pairs; the last step is always evaluated, and with 0 only the last
 * @param evalPairs held-out pairs of an evaluation, all compared with each other; chance level is 1 / eval_pairs
 * @param bestBy metric of evaluations by which the best parameters are kept, or null to keep none
 * @param saveEvery steps between checkpoints, of which the last three are kept; 0 saves only at the end
 * @param gradClipNorm maximum norm of all gradients together, or null to disable clipping
 * @param useAmp use autocast with amp_dtype
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
