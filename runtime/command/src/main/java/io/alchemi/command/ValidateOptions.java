package io.alchemi.command;

import io.alchemi.schema.ConfigRecord;
import io.alchemi.schema.Default;
import io.alchemi.schema.Flag;
import org.jspecify.annotations.Nullable;

/**
 * The options of {@code alchemi validate}.
 *
 * @param schema the schema of the files, if it cannot be determined from their names
 * @param strict treat warnings as errors
 */
@ConfigRecord
record ValidateOptions(
        @Flag @Nullable String schema,
        @Flag @Default("false") boolean strict) {}
