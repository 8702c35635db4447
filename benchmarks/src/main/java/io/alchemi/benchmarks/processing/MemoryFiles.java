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

/** Keeps what a compilation writes. */
final class MemoryFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final Map<String, MemoryFile> written = new LinkedHashMap<>();

    MemoryFiles(StandardJavaFileManager above) {
        super(above);
    }

    /** Returns a source of a class. */
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
                home + name, unwritten -> new MemoryFile(home + "." + name, JavaFileObject.Kind.OTHER, ""));
    }

    /** Returns the size of all class files. */
    long classBytes() {
        long bytes = 0;
        for (MemoryFile file : written.values()) {
            bytes += file.getKind() == JavaFileObject.Kind.CLASS ? file.content.size() : 0;
        }
        return bytes;
    }

    /** A file that is nowhere else. */
    private static final class MemoryFile extends SimpleJavaFileObject {
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();

        MemoryFile(String name, Kind kind, String text) {
            // avaje-jsonb looks for files of a build beside its output, so the scheme is one that has paths.
            super(URI.create("file:///processing/in/memory/" + name.replace('.', '/') + kind.extension), kind);
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
