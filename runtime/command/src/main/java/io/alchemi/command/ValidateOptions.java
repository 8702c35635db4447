package io.alchemi.command;

import io.alchemi.command.arguments.Profile;
import io.alchemi.command.report.ReportFormat;
import io.alchemi.schema.ConfigRecord;
import io.alchemi.schema.Default;
import io.alchemi.schema.Flag;
import io.alchemi.schema.Matches;
import org.jspecify.annotations.Nullable;

/**
 * The options of {@code alchemi validate}.
 *
 * @param schema the schema of the files, if it cannot be determined from their names
 * @param profile the profile: beside FILE.yaml, FILE.PROFILE.yaml overrides it
 * @param format the format of the report, on the standard output
 * @param strict treat warnings as errors
 */
@ConfigRecord
record ValidateOptions(
        @Flag @Nullable String schema,

        @Flag @Matches(value = Profile.NAME, describedAs = Profile.NAME_IN_WORDS) @Nullable
        String profile,

        @Flag @Default("text") ReportFormat format,
        @Flag @Default("false") boolean strict) {}
