package io.alchemi.benchmarks.processing;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;

/** Keeps the output of a compilation in memory. */
final class MemoryFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final Map<String, MemoryFile> written = new LinkedHashMap<>();

    MemoryFiles(StandardJavaFileManager above) {
        super(above);
    }

    /** Returns the source file of a class. */
    static JavaFileObject source(String name, String text) {
        return new MemoryFile(name, JavaFileObject.Kind.SOURCE, text);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
        return written.computeIfAbsent(kind + name, unwritten -> new MemoryFile(name, kind, ""));
    }

    @Override
    public FileObject getFileForOutput(Location location, String home, String name, FileObject sibling) {
        return written.computeIfAbsent(
                home + name, unwritten -> new MemoryFile(home + "/" + name, JavaFileObject.Kind.OTHER, ""));
    }

    /** Returns the text of each file that a processor generated, by its name: that of a class, or that of a resource below its package. */
    Map<String, String> generated() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (MemoryFile file : written.values()) {
            if (file.getKind() != JavaFileObject.Kind.CLASS) {
                texts.put(file.name, file.content.toString(StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    /** Returns the total size of the class files. */
    long classBytes() {
        long bytes = 0;
        for (MemoryFile file : written.values()) {
            bytes += file.getKind() == JavaFileObject.Kind.CLASS ? file.content.size() : 0;
        }
        return bytes;
    }

    /** A file in memory. */
    private static final class MemoryFile extends SimpleJavaFileObject {
        private final String name;
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();

        MemoryFile(String name, Kind kind, String text) {
            // avaje-jsonb looks for build files next to its output, so the URI scheme must have paths.
            super(URI.create("file:///processing/in/memory/" + name.replace('.', '/') + kind.extension), kind);
            this.name = name;
            content.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public OutputStream openOutputStream() {
            content.reset();
            return content;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return content.toString(StandardCharsets.UTF_8);
        }
    }
}
