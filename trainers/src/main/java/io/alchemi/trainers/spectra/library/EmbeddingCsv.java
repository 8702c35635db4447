package io.alchemi.trainers.spectra.library;

import io.alchemi.training.checkpoint.AtomicFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;

/** Writes embeddings as CSV: {@code name,e0,e1,…}. */
public final class EmbeddingCsv {
    private EmbeddingCsv() {}

    /**
     * Writes one embedding per line, as UTF-8 with LF. Numbers are the shortest that are the same float32 again. The file is
     * replaced as a whole.
     *
     * @param file  the file; its folder must exist
     * @param names one for each embedding; quoted where CSV needs it
     * @param rows  embeddings of equal length
     * @throws IOException if the file cannot be written
     * @throws IllegalArgumentException if the numbers of names and embeddings differ
     */
    public static void write(Path file, List<String> names, float[][] rows) throws IOException {
        AtomicFile.replace(file, channel -> {
            BufferedWriter out = new BufferedWriter(
                    new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8));
            out.write(text(names, rows));
            out.flush();
        });
    }

    /**
     * Returns what {@link #write} writes.
     *
     * @param names one for each embedding
     * @param rows  embeddings of equal length
     * @return the lines, each with its end
     * @throws IllegalArgumentException if the numbers of names and embeddings differ
     */
    public static String text(List<String> names, float[][] rows) {
        if (names.size() != rows.length) {
            throw new IllegalArgumentException(
                    "there are " + names.size() + " names for " + rows.length + " embeddings");
        }
        StringBuilder out = new StringBuilder("name");
        for (int i = 0; rows.length > 0 && i < rows[0].length; i++) {
            out.append(",e").append(i);
        }
        out.append('\n');
        for (int row = 0; row < rows.length; row++) {
            out.append(CsvLine.cell(names.get(row)));
            for (float value : rows[row]) {
                out.append(',').append(value);
            }
            out.append('\n');
        }
        return out.toString();
    }

    /**
     * Returns a line of CSV.
     *
     * @param cells its cells; quoted where CSV needs it
     * @return the line without its end
     */
    public static String row(String... cells) {
        StringJoiner row = new StringJoiner(",");
        for (String cell : cells) {
            row.add(CsvLine.cell(cell));
        }
        return row.toString();
    }
}
