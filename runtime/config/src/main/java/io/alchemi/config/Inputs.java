package io.alchemi.config;

import io.alchemi.config.layer.InputFile;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.tree.Mapping;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The files that a configuration names as inputs.
 *
 * @param stated the configuration's resolved tree, but with the names of the files as they are written
 * @param named all of them, whether they are there or not
 * @param read the files with a schema of their own that were read, and those that they name, each once
 */
public record Inputs(Mapping stated, List<InputFile> named, List<Read> read) {

    /**
     * A file with a schema of its own.
     *
     * @param file its real path
     * @param value its record
     * @param schema its schema
     * @param stated its resolved tree, but with the names of files as they are written
     */
    public record Read(Path file, Object value, Schema schema, Mapping stated) {}

    /** The record of a file, see {@link Loaded#input}. */
    <R> R record(Path file, Class<R> type) {
        Path wanted = real(file);
        String other = "";
        for (Read candidate : read) {
            if (candidate.file().equals(wanted)) {
                if (type.isInstance(candidate.value())) {
                    return type.cast(candidate.value());
                }
                other = ", but as " + candidate.value().getClass().getSimpleName();
            }
        }
        throw new IllegalArgumentException(
                "the configuration reads no '" + file + "' as " + type.getSimpleName() + other);
    }

    /** By what a file is known, whatever it is called. */
    static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file.toAbsolutePath().normalize();
        }
    }
}
