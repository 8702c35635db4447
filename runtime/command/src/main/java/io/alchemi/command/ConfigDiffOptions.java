package io.alchemi.command;

import io.alchemi.schema.ConfigRecord;
import io.alchemi.schema.Default;
import io.alchemi.schema.Flag;
import org.jspecify.annotations.Nullable;

/**
 * The options of {@code alchemi config diff}.
 *
 * @param origins print the source of each value after it
 * @param schema the schema of both files, if it cannot be determined from their names
 * @param format the format of the differences
 */
@ConfigRecord
record ConfigDiffOptions(
        @Flag @Default("false") boolean origins,
        @Flag @Nullable String schema,
        @Flag @Default("text") DiffFormat format) {}
