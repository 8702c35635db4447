package io.alchemi.training.runs;

import io.alchemi.training.folder.RunFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The content of {@code metrics.jsonl} or {@code evaluations.jsonl}, by column. */
public final class MetricTable {
    /** Format of times: UTC, always with milliseconds, because some programs accept only one format. */
    public static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final long NO_TIME = Long.MIN_VALUE;

    private final Map<String, double[]> columns = new LinkedHashMap<>();
    private long[] steps = new long[64];
    private long[] times = new long[64];
    private int rows;

    private MetricTable() {}

    /** Returns an empty table, for a file that does not exist. */
    static MetricTable empty() {
        return new MetricTable();
    }

    /**
     * Reads a file. A partial last line, as of a run that is running or was killed, is ignored.
     *
     * @throws IOException if the file cannot be read, or another line is not a JSON object with a step and numbers
     */
    static MetricTable read(Path file) throws IOException {
        MetricTable table = new MetricTable();
        try (BufferedReader lines = Files.newBufferedReader(RunFiles.requireRegular(file), StandardCharsets.UTF_8)) {
            int number = 0;
            String line = lines.readLine();
            while (line != null) {
                String next = lines.readLine();
                number++;
                MetricLine parsed = MetricLine.parse(line);
                if (parsed != null) {
                    table.add(parsed);
                } else if (next != null) {
                    throw new IOException(file + ":" + number + ": the line is not a JSON object of numbers");
                }
                line = next;
            }
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is not valid UTF-8", e);
        }
        return table;
    }

    private void add(MetricLine line) {
        if (rows == steps.length) {
            steps = Arrays.copyOf(steps, 2 * rows);
            times = Arrays.copyOf(times, 2 * rows);
            columns.replaceAll((name, values) -> longer(values, 2 * values.length));
        }
        steps[rows] = line.step();
        Instant time = line.time();
        times[rows] = time == null ? NO_TIME : time.toEpochMilli();
        line.values()
                .forEach((name, value) ->
                        columns.computeIfAbsent(name, unused -> longer(new double[0], steps.length))[rows] = value);
        rows++;
    }

    /** Returns a longer array, padded with NaN. */
    private static double[] longer(double[] values, int length) {
        double[] longer = Arrays.copyOf(values, length);
        Arrays.fill(longer, values.length, length, Double.NaN);
        return longer;
    }

    /** Returns the number of lines. */
    public int rows() {
        return rows;
    }

    /** Returns the names of the metrics, in the order of the file. */
    public List<String> names() {
        return new ArrayList<>(columns.keySet());
    }

    /** Returns the step of a line, counted from 0. */
    public long step(int row) {
        return steps[row];
    }

    /** Returns when a line was written, or null if unknown. */
    public @Nullable Instant time(int row) {
        return times[row] == NO_TIME ? null : Instant.ofEpochMilli(times[row]);
    }

    /** Returns the steps of all lines. */
    public long[] steps() {
        return Arrays.copyOf(steps, rows);
    }

    /**
     * Returns the values of a metric, one per line; NaN if a line has null or does not have the metric.
     *
     * @throws IllegalArgumentException if no line has the metric
     */
    public double[] values(String name) {
        double[] values = columns.get(name);
        if (values == null) {
            throw new IllegalArgumentException("no metric '" + name + "'");
        }
        return Arrays.copyOf(values, rows);
    }

    /** Returns the value of a metric in a line; NaN if it is null, or the line does not have the metric. */
    double value(String name, int row) {
        double[] values = columns.get(name);
        return values == null ? Double.NaN : values[row];
    }
}
