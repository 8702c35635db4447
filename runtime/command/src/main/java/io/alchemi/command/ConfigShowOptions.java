package io.alchemi.command;

import io.alchemi.command.arguments.Profile;
import io.alchemi.schema.ConfigRecord;
import io.alchemi.schema.Default;
import io.alchemi.schema.Flag;
import io.alchemi.schema.Matches;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The options of {@code alchemi config show}.
 *
 * @param output the file to write, which must not exist; by default the configuration is printed
 * @param origins print the source of each value after it
 * @param schema the schema of the file, if it cannot be determined from its name
 * @param profile the profile: beside FILE.yaml, FILE.PROFILE.yaml overrides it
 * @param set set the value at a path; overrides the file and the environment
 */
@ConfigRecord
record ConfigShowOptions(
        @Flag(shortName = "o") @Nullable Path output,

        @Flag @Default("false") boolean origins,
        @Flag @Nullable String schema,

        @Flag @Matches(value = Profile.NAME, describedAs = Profile.NAME_IN_WORDS) @Nullable
        String profile,

        @Flag @Default("[]") List<String> set) {}
