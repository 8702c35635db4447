package io.alchemi.config.layer;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.FileProblem;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.Limits;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;
import io.alchemi.config.text.Utf8;
import io.alchemi.config.text.Utf8.Decoded;
import io.alchemi.config.tree.Mapping;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** YAML file that has been read. It may be a pipe or a device, which can be read only once. */
public final class FileText {
    private static final int TYPE = 0xf000;
    private static final int PIPE = 0x1000;

    /** How often to wait, and for how many nanoseconds, for a process that is only about to write. */
    private static final int WAITS = 20;

    private static final long WAIT = 50_000_000;

    private final Document document;
    private final @Nullable Diagnostic problem;

    private FileText(Document document, @Nullable Diagnostic problem) {
        this.document = document;
        this.problem = problem;
    }

    /** Reads a file. If it cannot be read, the result has the reason. */
    public static FileText of(Path file, Limits limits) {
        String name = file.toString();
        try {
            boolean isPipe = isPipe(file);
            byte[] bytes = isPipe ? readPipe(file, limits) : readFile(file, limits);
            return isPipe && bytes.length == 0
                    ? unreadable(name, "is a pipe to which no process has written")
                    : decoded(name, bytes, limits);
        } catch (IOException e) {
            return unreadable(name, FileProblem.reason(file, e));
        }
    }

    /** Reads the standard input of this process. */
    public static FileText ofStandardInput(Limits limits) {
        try {
            return decoded("stdin", System.in.readNBytes(limits.bytes() + 1), limits);
        } catch (IOException e) {
            return unreadable("stdin", FileProblem.describe(e));
        }
    }

    private static byte[] readFile(Path file, Limits limits) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(limits.bytes() + 1);
        }
    }

    private static boolean isPipe(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).isOther()
                && file.getFileSystem().supportedFileAttributeViews().contains("unix")
                && Files.getAttribute(file, "unix:mode") instanceof Integer mode
                && (mode & TYPE) == PIPE;
    }

    /** Reads a pipe. Opening one for reading waits until a process opens it for writing; it is this process here. */
    private static byte[] readPipe(Path file, Limits limits) throws IOException {
        FileChannel writer;
        try {
            writer = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (AccessDeniedException e) {
            return readFile(file, limits);
        }
        try (InputStream in = Files.newInputStream(file)) {
            writer.close();
            byte[] bytes = in.readNBytes(limits.bytes() + 1);
            for (int i = 0; i < WAITS && bytes.length == 0; i++) {
                LockSupport.parkNanos(WAIT);
                bytes = in.readNBytes(limits.bytes() + 1);
            }
            return bytes;
        } finally {
            writer.close();
        }
    }

    private static FileText decoded(String name, byte[] bytes, Limits limits) {
        if (bytes.length > limits.bytes()) {
            Document document = new Document(Document.Kind.FILE, name, "");
            return new FileText(document, TextSource.tooLarge(document, limits.bytes()));
        }
        Decoded decoded = Utf8.decode(bytes);
        Document document = new Document(Document.Kind.FILE, name, decoded.text());
        if (decoded.invalidAt() < 0) {
            return new FileText(document, null);
        }
        int value = bytes[decoded.invalidAt()] & 0xff;
        String message =
                "byte " + (decoded.invalidAt() + 1) + " (0x" + Integer.toHexString(value) + ") is not valid UTF-8";
        return new FileText(
                document, new Diagnostic(DiagnosticId.ENCODING, end(document), message, "save the file as UTF-8"));
    }

    /** Reads a stream, which is not closed. */
    static FileText of(String name, InputStream in, Limits limits) throws IOException {
        return decoded(name, in.readNBytes(limits.bytes() + 1), limits);
    }

    /** Returns the text of a document that cannot be read. */
    static FileText unreadable(String name, String reason) {
        Document document = new Document(Document.Kind.FILE, name, "");
        return new FileText(document, new Diagnostic(DiagnosticId.NO_SUCH_FILE, end(document), reason, ""));
    }

    /** Returns the end of the text that could be decoded. */
    private static SourceLocation end(Document document) {
        int line = 1;
        int column = 1;
        String text = document.text();
        for (int i = 0; i < text.length(); i++) {
            column++;
            if (text.charAt(i) == '\n') {
                line++;
                column = 1;
            }
        }
        return new SourceLocation(document, new Span(line, column, line, column + 1));
    }

    /** Returns the text, which is empty if the file cannot be read. */
    public Document document() {
        return document;
    }

    /** Returns the reason why the file cannot be read, or null. */
    public @Nullable Diagnostic problem() {
        return problem;
    }

    /** Parses the text; see {@link Source#read}. */
    @Nullable
    Mapping read(ReadContext reading) {
        if (problem == null) {
            return new TextSource(document).read(reading);
        }
        reading.problems().register(document);
        reading.problems().add(problem);
        return null;
    }
}
