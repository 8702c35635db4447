package io.alchemi.command;

import io.alchemi.schema.ConfigRecord;
import io.alchemi.schema.Default;
import io.alchemi.schema.Flag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The options of {@code alchemi config show}.
 *
 * @param origins say behind each value where it comes from
 * @param schema the schema of the file, where it cannot be told from its name
 * @param set a value at a path, over the file and the environment
 */
@ConfigRecord
record ConfigShowOptions(
        @Flag @Default("false") boolean origins,
        @Flag @Nullable String schema,
        @Flag @Default("[]") List<String> set) {}
