package io.alchemi.config.layer;

import io.alchemi.config.tree.Scalar;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Input file that a configuration references.
 *
 * @param schema id of the file's own schema, or null if it has none
 * @param key path of the key that references the file
 * @param stated the path as written
 * @param file the path where the file was found, or the last path tried if it does not exist
 */
public record InputFile(@Nullable String schema, String key, Scalar stated, Path file) {}
