package io.alchemi.processor;

import com.palantir.javapoet.JavaFile;
import io.alchemi.config.Loader;
import io.alchemi.schema.ConfigSchema;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Parts of the class path of the tests. Every compilation reads the tables of contents of all jars on its path, which takes longer than
 * compiling a small source.
 */
final class ClassPath {
    private ClassPath() {}

    /** Returns the entries that sources with our annotations need. */
    static List<String> ofSources() {
        return entries(ConfigSchema.class, Loader.class, Nullable.class, LoaderOptions.class);
    }

    /** Returns the entries that the processors need. */
    static List<String> ofProcessors() {
        List<String> entries = new ArrayList<>(ofSources());
        entries.addAll(entries(SchemaProcessor.class, JavaFile.class));
        return entries;
    }

    /** Returns the entries that have some classes. */
    static List<String> entries(Class<?>... types) {
        List<String> entries = new ArrayList<>();
        for (Class<?> type : types) {
            try {
                entries.add(Path.of(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI())
                        .toString());
            } catch (URISyntaxException e) {
                throw new IllegalStateException(e);
            }
        }
        return entries;
    }

    /** Returns entries as the value of an option. */
    static String text(List<String> entries) {
        return String.join(File.pathSeparator, entries);
    }

    /** Returns entries as files. */
    static List<File> files(List<String> entries) {
        return entries.stream().map(File::new).toList();
    }
}
