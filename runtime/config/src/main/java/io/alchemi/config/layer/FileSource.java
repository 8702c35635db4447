package io.alchemi.config.layer;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.FileProblem;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;
import io.alchemi.config.text.Utf8;
import io.alchemi.config.text.Utf8.Decoded;
import io.alchemi.config.tree.Mapping;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Source that reads a YAML file. */
record FileSource(Path file) implements Source {

    @Override
    public @Nullable Mapping read(ReadContext reading) {
        String name = file.toString();
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(reading.limits().bytes() + 1);
        } catch (IOException e) {
            return refuse(
                    reading,
                    new Document(Document.Kind.FILE, name, ""),
                    DiagnosticId.NO_SUCH_FILE,
                    FileProblem.reason(file, e),
                    "");
        }
        if (bytes.length > reading.limits().bytes()) {
            Document document = new Document(Document.Kind.FILE, name, "");
            reading.problems().register(document);
            reading.problems()
                    .add(TextSource.tooLarge(document, reading.limits().bytes()));
            return null;
        }
        Decoded decoded = Utf8.decode(bytes);
        Document document = new Document(Document.Kind.FILE, name, decoded.text());
        if (decoded.invalidAt() >= 0) {
            int value = bytes[decoded.invalidAt()] & 0xff;
            return refuse(
                    reading,
                    document,
                    DiagnosticId.ENCODING,
                    "byte " + (decoded.invalidAt() + 1) + " (0x" + Integer.toHexString(value) + ") is not valid UTF-8",
                    "save the file as UTF-8");
        }
        return new TextSource(document).read(reading);
    }

    @Override
    public boolean isDocument() {
        return true;
    }

    @Override
    public Source beside(String name) {
        Path beside = file.resolveSibling(name);
        Path tidy = beside.normalize();
        return new FileSource(real(beside).equals(real(tidy)) ? tidy : beside); // A link before '..' leads elsewhere.
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

    private static @Nullable Mapping refuse(
            ReadContext reading, Document document, DiagnosticId id, String message, String label) {
        reading.problems().register(document);
        reading.problems().add(new Diagnostic(id, end(document), message, label));
        return null;
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
}
