package io.alchemi.training.run;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.alchemi.config.schema.RuntimeKey;
import io.alchemi.training.folder.RunFiles;
import io.alchemi.training.runs.MetricTable;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A metrics file, {@code metrics.jsonl} or {@code evaluations.jsonl}: one JSON object per line, all with the keys of the first line in the
 * same order. {@code step} is an integer, {@code time} a string, all other values are doubles, or null if not finite.
 */
final class MetricsFile implements Closeable {
    private static final String STEP = RuntimeKey.STEP.text();
    private static final String TIME = RuntimeKey.TIME.text();

    private final Path path;
    private final FileChannel channel;
    private final List<String> names;
    private long position;

    private MetricsFile(Path path, FileChannel channel, List<String> names, long position) {
        this.path = path;
        this.channel = channel;
        this.names = names;
        this.position = position;
    }

    /**
     * Creates a file.
     *
     * @throws IOException if it exists or cannot be written
     */
    static MetricsFile open(Path path) throws IOException {
        try {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return new MetricsFile(path, channel, new ArrayList<>(), 0);
        } catch (FileAlreadyExistsException e) {
            throw new IOException(path.getParent() + " has the files of another run; use an empty folder", e);
        }
    }

    /**
     * Opens a file to append to it. Removes all lines after a position.
     *
     * @param bytes the position, as {@link #force} returned it
     * @throws IOException if the file cannot be read or written, or no line ends at the position; the file is not changed then
     */
    static MetricsFile resume(Path path, long bytes) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (!endsLine(channel, bytes)) {
                throw new IOException(path + " was changed: no line ends at byte " + bytes);
            }
            List<String> names = bytes == 0 ? new ArrayList<>() : names(path);
            channel.truncate(bytes);
            channel.position(bytes);
            return new MetricsFile(path, channel, names, bytes);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Returns true if a line of a file ends at a position, which is required to resume there. */
    static boolean hasLineEnd(Path path, long bytes) throws IOException {
        if (!Files.exists(path)) {
            return bytes == 0;
        }
        try (FileChannel channel = FileChannel.open(RunFiles.requireRegular(path))) {
            return endsLine(channel, bytes);
        }
    }

    private static boolean endsLine(FileChannel channel, long bytes) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        return bytes == 0 || (channel.read(last, bytes - 1) == 1 && last.get(0) == '\n');
    }

    /** Reads the metric names from the first line. */
    private static List<String> names(Path path) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(path)) {
            JsonObject first = JsonParser.parseString(reader.readLine()).getAsJsonObject();
            List<String> names = new ArrayList<>(first.keySet());
            names.removeAll(List.of(STEP, TIME));
            return names;
        } catch (JsonParseException | IllegalStateException e) {
            throw new IOException(path + ":1: is not a JSON object", e);
        }
    }

    /**
     * Writes a line. All lines have the metrics of the first line; a missing one is null.
     *
     * @throws IllegalStateException if the first line does not have one of the metrics
     * @throws IOException           if the line cannot be written; the file then ends after the previous line, if it can be truncated
     */
    void write(long step, Map<String, Double> metrics) throws IOException {
        if (position == 0) {
            names.addAll(metrics.keySet());
        }
        for (String name : metrics.keySet()) {
            if (!names.contains(name)) {
                throw new IllegalStateException(
                        "the metric '" + name + "' of step " + step + " is not in the first line of "
                                + path.getFileName() + "; record it every time, as NaN where it has no value");
            }
        }
        append(line(step, metrics).getBytes(StandardCharsets.UTF_8));
    }

    /** Formats a line. Metric names have only letters, digits and underscores, so nothing is escaped. */
    private String line(long step, Map<String, Double> metrics) {
        StringBuilder line = new StringBuilder(256);
        line.append("{\"").append(STEP).append("\":").append(step);
        line.append(",\"")
                .append(TIME)
                .append("\":\"")
                .append(MetricTable.TIME.format(Instant.now()))
                .append('"');
        for (String name : names) {
            Double value = metrics.get(name);
            line.append(",\"").append(name).append("\":");
            line.append(value == null || !Double.isFinite(value) ? "null" : Double.toString(value));
        }
        return line.append("}\n").toString();
    }

    private void append(byte[] line) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(line);
        try {
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            position += line.length;
        } catch (IOException e) {
            FileSystemException failure = new FileSystemException(path.toString(), null, e.getMessage());
            failure.initCause(e);
            shorten(failure);
            throw failure;
        }
    }

    /** Removes a partial line, for example after the disk was full. */
    private void shorten(IOException cause) {
        try {
            channel.truncate(position);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /** Forces all lines to the disk. Returns the length of the file in bytes. */
    long force() throws IOException {
        channel.force(true);
        return position;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
