package io.alchemi.command;

import io.alchemi.command.arguments.Profile;
import io.alchemi.schema.Alias;
import io.alchemi.schema.ConfigRecord;
import io.alchemi.schema.Default;
import io.alchemi.schema.Flag;
import io.alchemi.schema.Matches;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The options of a command with a configuration that are no keys of it.
 *
 * @param config the configuration; the same as CONFIG
 * @param profile the profile: beside FILE.yaml, FILE.PROFILE.yaml overrides it
 * @param set a value at a path, over file and environment
 */
@ConfigRecord
record ConfigOptions(
        @Flag(shortName = "c") @Alias("cfg") @Nullable Path config,

        @Flag @Matches(value = Profile.NAME, describedAs = Profile.NAME_IN_WORDS) @Nullable
        String profile,

        @Flag @Default("[]") List<String> set) {}
