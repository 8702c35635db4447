package io.alchemi.command;

import io.alchemi.schema.ConfigRecord;
import io.alchemi.schema.Default;
import io.alchemi.schema.Flag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The options of {@code alchemi config show}.
 *
 * @param origins print the source of each value after it
 * @param schema the schema of the file, if it cannot be determined from its name
 * @param set set the value at a path; overrides the file and the environment
 */
@ConfigRecord
record ConfigShowOptions(
        @Flag @Default("false") boolean origins,
        @Flag @Nullable String schema,
        @Flag @Default("[]") List<String> set) {}
