package io.alchemi.trainers.spectra.library;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.text.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of a UTF-8 file one by one, so that a large file is never completely in memory. Line breaks are LF, CRLF or CR. Blank
 * lines are skipped. Decoding each line separately, instead of using {@link java.io.Reader}, gives the location of an invalid byte.
 */
final class DataLines implements AutoCloseable {
    private static final int LONGEST_LINE = 16 * 1024 * 1024;

    private final String file;
    private final DataProblems problems;
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private byte[] line = new byte[1 << 10];
    private int size;
    private int number;
    private boolean isAfterReturn;

    DataLines(Path file, DataProblems problems) throws IOException {
        this.file = file.toString();
        this.problems = problems;
        this.in = Files.newInputStream(file);
    }

    /** Returns the next line that is not blank, or null at the end. */
    @Nullable
    DataLine next() throws IOException {
        while (readLine()) {
            Utf8.Decoded decoded = Utf8.decode(Arrays.copyOf(line, size));
            DataLine next = new DataLine(file, number, decoded.text());
            if (decoded.invalidAt() >= 0) {
                throw invalidByte(next, decoded.invalidAt());
            }
            if (!decoded.text().isBlank()) {
                return next;
            }
        }
        return null;
    }

    private RuntimeException invalidByte(DataLine before, int index) {
        int length = before.text().length();
        return problems.fatal(new Diagnostic(
                DiagnosticId.ENCODING,
                before.place(length, length),
                "byte " + (index + 1) + " of the line (0x" + Integer.toHexString(line[index] & 0xff)
                        + ") is not valid UTF-8",
                "save the file as UTF-8"));
    }

    /** Reads the bytes of a line. Returns false at the end of the file. */
    private boolean readLine() throws IOException {
        size = 0;
        number++;
        int next = read();
        if (next == '\n' && isAfterReturn) {
            next = read();
        }
        boolean isEnd = next < 0;
        while (next >= 0 && next != '\n' && next != '\r') {
            append((byte) next);
            next = read();
        }
        isAfterReturn = next == '\r';
        return !isEnd;
    }

    private void append(byte next) {
        if (size == LONGEST_LINE) {
            String start = new String(line, 0, 1 << 10, StandardCharsets.UTF_8);
            throw problems.fatal(new Diagnostic(
                    DiagnosticId.INPUT_DATA,
                    new DataLine(file, number, start).place(0, 1),
                    "the line is longer than " + LONGEST_LINE / (1024 * 1024) + " MB",
                    "write one spectrum per line"));
        }
        line = size == line.length ? Arrays.copyOf(line, 2 * size) : line;
        line[size++] = next;
    }

    private int read() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, in.read(buffer));
        }
        return at == end ? -1 : buffer[at++] & 0xff;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
