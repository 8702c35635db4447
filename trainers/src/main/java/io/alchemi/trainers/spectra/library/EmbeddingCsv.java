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
     * Writes one embedding per line, as UTF-8 with LF. Each number is the shortest decimal that parses to the same float32. The file is
     * replaced as a whole.
     *
     * @param file  the file; its folder must exist
     * @param names one for each embedding; quoted if necessary
     * @param rows  embeddings of equal length
     * @throws IOException if the file cannot be written
     * @throws IllegalArgumentException if there is not one name for each embedding
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
     * Returns the content that {@link #write} writes.
     *
     * @param names one for each embedding
     * @param rows  embeddings of equal length
     * @return the lines, each with its line break
     * @throws IllegalArgumentException if there is not one name for each embedding
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
     * @param cells the cells; quoted if necessary
     * @return the line without a line break
     */
    public static String row(String... cells) {
        StringJoiner row = new StringJoiner(",");
        for (String cell : cells) {
            row.add(CsvLine.cell(cell));
        }
        return row.toString();
    }
}
