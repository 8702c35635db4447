package io.alchemi.config.layer;

import io.alchemi.config.tree.Mapping;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Source that reads a YAML file.
 *
 * @param file the file
 * @param text its text if it has been read, or null
 */
record FileSource(Path file, @Nullable FileText text) implements Source {

    @Override
    public @Nullable Mapping read(ReadContext reading) {
        return (text == null ? FileText.of(file, reading.limits()) : text).read(reading);
    }

    @Override
    public boolean isDocument() {
        return true;
    }

    @Override
    public Source beside(String name) {
        Path beside = file.resolveSibling(name);
        Path tidy = beside.normalize();
        // A link before '..' leads elsewhere, and the current folder has no name after all.
        boolean isSame = !tidy.toString().isEmpty() && real(beside).equals(real(tidy));
        return new FileSource(isSame ? tidy : beside, null);
    }

    /** Returns true if the other source reads the same file, by whatever path. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FileSource source && real(file).equals(real(source.file));
    }

    @Override
    public int hashCode() {
        return real(file).hashCode();
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file.toAbsolutePath().normalize();
        }
    }

    /** Returns no values, which may be secrets. */
    @Override
    public String toString() {
        return "file " + file;
    }
}
