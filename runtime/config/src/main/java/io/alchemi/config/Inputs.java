package io.alchemi.config;

import io.alchemi.config.layer.InputFile;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.tree.Mapping;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Input files of a configuration.
 *
 * @param stated the configuration's resolved tree, with input paths as written
 * @param named all input files that the configuration references, including missing ones
 * @param read the input files with a schema that were read, including those that they reference, each once
 */
public record Inputs(Mapping stated, List<InputFile> named, List<Read> read) {

    /**
     * Input file with a schema.
     *
     * @param file the file's real path
     * @param value the record
     * @param schema the schema
     * @param stated the resolved tree, with input paths as written
     */
    public record Read(Path file, Object value, Schema schema, Mapping stated) {
        /** Returns the file and its type. No values, which may be secrets. */
        @Override
        public String toString() {
            return file + " as " + value.getClass().getName();
        }
    }

    /** Returns a file as it was read as a record of a type; see {@link Loaded#input}. */
    Read read(Path file, Class<?> type) {
        Path wanted = real(file);
        String other = "";
        for (Read candidate : read) {
            if (candidate.file().equals(wanted)) {
                if (type.isInstance(candidate.value())) {
                    return candidate;
                }
                other = ", but as " + candidate.value().getClass().getSimpleName();
            }
        }
        throw new IllegalArgumentException(
                "the configuration does not read '" + file + "' as " + type.getSimpleName() + other);
    }

    /** Returns the real path of a file, or its absolute path if it does not exist. */
    static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file.toAbsolutePath().normalize();
        }
    }
}
