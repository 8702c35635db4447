package io.alchemi.config.layer;

import io.alchemi.config.tree.Scalar;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that a configuration names as an input.
 *
 * @param schema the id of the file's own schema, or null if it has none
 * @param key the path of the key that names the file
 * @param stated the name as it is written
 * @param file where it was found; if it is not there, the last place where it was looked for
 */
public record InputFile(@Nullable String schema, String key, Scalar stated, Path file) {}
