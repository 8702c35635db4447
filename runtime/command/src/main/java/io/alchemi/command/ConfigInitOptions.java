package io.alchemi.command;

import io.alchemi.schema.ConfigRecord;
import io.alchemi.schema.Flag;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The options of {@code alchemi config init}.
 *
 * @param output the file to write, which must not exist; by default the template is printed
 */
@ConfigRecord
record ConfigInitOptions(@Flag(shortName = "o") @Nullable Path output) {}
