package io.alchemi.training.run;

import io.alchemi.schema.ConfigRecord;
import io.alchemi.schema.Default;
import io.alchemi.schema.Flag;
import io.alchemi.schema.Range;
import io.alchemi.schema.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Training loop.
 *
 * @param maxSteps optimizer steps; 0 only writes the initial parameters
 * @param logEvery steps between log lines
 * @param evalEvery steps between evaluations; the last step is always evaluated, and with 0 only the last
 * @param saveEvery steps between checkpoints; 0 saves only at the end
 * @param keepLast number of checkpoints to keep, the newest ones; best and final parameters are kept too
 * @param bestBy metric of evaluations by which the best parameters are kept, or null to keep none
 * @param patience evaluations without improvement after which training ends, or null for no early end
 * @param gradClipNorm maximum norm of all gradients together, or null to disable clipping
 */
@ConfigRecord
public record LoopConfig(
        @Flag @Default("1000") @Range(min = 0) int maxSteps,
        @Default("50") @Range(min = 1) int logEvery,
        @Default("0") @Range(min = 0) int evalEvery,
        @Default("0") @Range(min = 0) int saveEvery,
        @Default("3") @Range(min = 1) int keepLast,
        @Nullable String bestBy,
        @Range(min = 1) @Nullable Integer patience,

        @Range(min = 0, minExclusive = true) @Nullable Double gradClipNorm)
        implements LoopSettings {

    @Rule("patience needs best_by, the metric that has to improve")
    static boolean patienceNeedsBestBy(@Nullable Integer patience, @Nullable String bestBy) {
        return patience == null || bestBy != null;
    }
}
