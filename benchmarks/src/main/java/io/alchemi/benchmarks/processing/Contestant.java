package io.alchemi.benchmarks.processing;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import org.jspecify.annotations.Nullable;

/**
 * A contestant of the comparison.
 *
 * @param name the name to print
 * @param path class path of the processor and the sources
 * @param sources the records to process
 * @param kind the processors to use
 * @param kept the class loader of the processor if it is kept between compilations, or null
 * @param files the folder with the files that {@link KnownFiles} writes, or null
 */
record Contestant(
        String name,
        String path,
        RecordSources sources,
        Kind kind,
        @Nullable ClassLoader kept,
        @Nullable Path files) {
    /** Which processors run. */
    enum Kind {
        /** Nothing. */
        NONE(null),
        /** A processor that does nothing. */
        NO_OP(NoOp.class),
        /** The processors of the path. */
        PATH(null),
        /** {@link KnownFiles}. */
        KNOWN_FILES(KnownFiles.class);

        private final @Nullable Class<? extends Processor> own;

        Kind(@Nullable Class<? extends Processor> own) {
            this.own = own;
        }

        boolean isBaseline() {
            return this == NONE || this == NO_OP;
        }
    }

    /** Returns a contestant whose processor is loaded for each compilation, as in Maven, or only once, as in a daemon. */
    static Contestant of(String name, String path, RecordSources sources, boolean keep) throws IOException {
        ClassLoader kept = keep ? loader(path) : null;
        return new Contestant(name + (keep ? ", kept" : ""), path, sources, Kind.PATH, kept, null);
    }

    /** Returns a contestant that writes the files of this one, without generating them. */
    Contestant withKnownFiles() throws IOException {
        Map<String, String> generated =
                WarmJavac.compile(this, sources.files(1)).generated();
        Map<String, String> own = new LinkedHashMap<>();
        for (Map.Entry<String, String> file : generated.entrySet()) {
            // Not the index, which all records have in common.
            if (!file.getKey().contains("META-INF")) {
                own.put(file.getKey(), file.getValue());
            }
        }
        return new Contestant(name + ", only its files", path, sources, Kind.KNOWN_FILES, kept, KnownFiles.save(own));
    }

    /** Returns the baseline for the same sources: no processor, or one that does nothing. */
    Contestant without(Kind other) {
        return new Contestant("a processor that does nothing", path, sources, other, null, null);
    }

    private static URLClassLoader loader(String path) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (String entry : path.split(File.pathSeparator, -1)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    /** Returns the compiler's options for the processors. */
    List<String> options() {
        if (kind == Kind.NONE) {
            return List.of("-proc:none");
        }
        return files == null ? List.of() : List.of(KnownFiles.option(files));
    }

    /** Returns the options of a compiler that loads the processors itself. */
    List<String> optionsWithPath() {
        List<String> options = new ArrayList<>(options());
        if (kind.own == null) {
            options.addAll(List.of("-processorpath", path));
        } else {
            String classPath = System.getProperty("java.class.path");
            options.addAll(List.of("-processor", kind.own.getName(), "-processorpath", classPath));
        }
        return options;
    }

    /** Returns new processors. */
    List<Processor> processors() throws IOException {
        List<Processor> processors = new ArrayList<>();
        if (kind == Kind.NO_OP) {
            processors.add(new NoOp());
        } else if (kind == Kind.KNOWN_FILES) {
            processors.add(new KnownFiles());
        } else if (kind == Kind.PATH) {
            ServiceLoader.load(Processor.class, kept == null ? loader(path) : kept)
                    .forEach(processors::add);
        }
        return processors;
    }
}
