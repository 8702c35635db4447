package io.alchemi.trainers.spectra.library;

import io.alchemi.training.checkpoint.AtomicFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

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
        if (names.size() != rows.length) {
            throw new IllegalArgumentException(
                    "there are " + names.size() + " names for " + rows.length + " embeddings");
        }
        AtomicFile.replace(file, channel -> {
            BufferedWriter out = new BufferedWriter(
                    new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8));
            out.write("name");
            for (int i = 0; rows.length > 0 && i < rows[0].length; i++) {
                out.write(",e" + i);
            }
            out.write("\n");
            for (int row = 0; row < rows.length; row++) {
                out.write(CsvLine.cell(names.get(row)));
                for (float value : rows[row]) {
                    out.write("," + value);
                }
                out.write("\n");
            }
            out.flush();
        });
    }
}
