package io.alchemi.command;

import io.alchemi.schema.Alias;
import io.alchemi.schema.ConfigRecord;
import io.alchemi.schema.Default;
import io.alchemi.schema.Flag;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The options of a command with a configuration that are no keys of it.
 *
 * @param config the configuration; the same as CONFIG
 * @param set a value at a path, over file and environment
 */
@ConfigRecord
record ConfigOptions(
        @Flag(shortName = "c") @Alias("cfg") @Nullable Path config,
        @Flag @Default("[]") List<String> set) {}
