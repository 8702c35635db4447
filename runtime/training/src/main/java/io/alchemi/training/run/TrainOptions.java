package io.alchemi.training.run;

import io.alchemi.command.arguments.Profile;
import io.alchemi.schema.Alias;
import io.alchemi.schema.ConfigRecord;
import io.alchemi.schema.Default;
import io.alchemi.schema.Flag;
import io.alchemi.schema.Matches;
import io.alchemi.schema.Range;
import io.alchemi.training.runs.RunName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Options of a training command that are not keys of its configuration.
 *
 * @param config the configuration; the same as CONFIG
 * @param profile the profile: beside FILE.yaml, FILE.PROFILE.yaml overrides it
 * @param set a value at a path, over file and environment
 * @param name name of the run, appended to the name of its folder
 * @param resume run to resume: its folder, its name, or last
 * @param initFrom run or file with the initial parameters
 * @param maxTime time within which the run is saved and stopped
 * @param dryRun rehearse up to three steps, an evaluation and a checkpoint, then stop
 * @param threads number of threads per operation; by default OMP_NUM_THREADS, else one per core
 * @param progress how progress is shown
 * @param quiet print only problems and the result
 */
@ConfigRecord
record TrainOptions(
        @Flag(shortName = "c") @Alias("cfg") @Nullable Path config,

        @Flag @Matches(value = Profile.NAME, describedAs = Profile.NAME_IN_WORDS) @Nullable
        String profile,

        @Flag @Default("[]") List<String> set,

        @Flag @Matches(value = RunName.USER_NAME, describedAs = RunName.USER_NAME_IN_WORDS) @Nullable
        String name,

        @Flag @Nullable String resume,
        @Flag @Nullable String initFrom,

        @Flag @Nullable Duration maxTime,
        @Flag @Default("false") boolean dryRun,
        @Flag @Range(min = 1, max = 1024) @Nullable Integer threads,
        @Flag @Default("auto") ProgressStyle progress,
        @Flag @Default("false") boolean quiet) {

    /** How progress is shown. */
    enum ProgressStyle {
        /** a line that is updated in place on a terminal, whole lines elsewhere */
        AUTO,
        /** whole lines */
        PLAIN,
        /** nothing */
        NONE
    }
}
