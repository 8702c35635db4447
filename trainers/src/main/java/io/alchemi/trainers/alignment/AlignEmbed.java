package io.alchemi.trainers.alignment;

import io.alchemi.command.CommandAction;
import io.alchemi.command.CommandContext;
import io.alchemi.command.ExitCode;
import io.alchemi.command.arguments.Arguments;
import io.alchemi.config.ConfigException;
import io.alchemi.schema.Command;
import io.alchemi.schema.ConfigRecord;
import io.alchemi.schema.Default;
import io.alchemi.schema.Flag;
import io.alchemi.schema.Operand;
import io.alchemi.trainers.spectra.library.EmbeddingCsv;
import io.alchemi.trainers.spectra.library.NumpyFile;
import io.alchemi.trainers.spectra.library.SpectralLibrary;
import io.alchemi.training.runs.RunFinder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Embeds spectra with a trained encoder. */
@Command("align embed")
public final class AlignEmbed implements CommandAction<AlignEmbed.Options> {
    /** A command. */
    public AlignEmbed() {}

    /**
     * Embed spectra with a trained encoder.
     *
     * @param run a run of 'align train': a folder, the name of a run or a part of it, or 'last'; its
     *     best parameters are used, else the final ones, else those of the newest checkpoint
     * @param spectra file of spectra: CSV, or an ENVI spectral library
     * @param side which encoder to use, the laboratory's or the sensor's
     * @param output file for the embeddings, .csv or .npy; without it they are printed as CSV
     */
    @ConfigRecord
    public record Options(
            @Operand String run,
            @Operand Path spectra,
            @Flag @Default("lab") Side side,
            @Flag(shortName = "o") @Nullable Path output) {}

    /** The side of a pair that spectra belong to. */
    public enum Side {
        /** laboratory spectra; they must cover the laboratory grid */
        LAB,
        /** sensor spectra, one value per band */
        SENSOR
    }

    @Override
    public List<String> completions(String key) {
        return key.equals("run") ? RunFinder.names() : List.of();
    }

    @Override
    public int run(Options options, CommandContext context) throws IOException {
        Path output = options.output();
        String name = output == null ? "" : output.toString().toLowerCase(Locale.ROOT);
        boolean isMatrix = name.endsWith(".npy");
        if (output != null && !isMatrix && !name.endsWith(".csv")) {
            throw unusable(output, "embeddings are written as .csv or .npy", "use one of these extensions");
        }
        if (output != null && SpectralLibrary.isSameFile(output, options.spectra())) {
            throw unusable(output, "the embeddings would replace the spectra", "write them to another file");
        }
        SpectralLibrary library = SpectralLibrary.read(options.spectra());
        try (TrainedTowers towers = new TrainedTowers(options.run())) {
            float[][] embeddings = rounded(
                    options.side() == Side.LAB
                            ? towers.embedLab(library)
                            : towers.embedSensor(library, options.spectra()));
            if (output == null) {
                context.out().print(EmbeddingCsv.text(library.names(), embeddings));
                return ExitCode.FINE;
            } else if (isMatrix) {
                NumpyFile.write(output, embeddings);
            } else {
                EmbeddingCsv.write(output, library.names(), embeddings);
            }
            context.err()
                    .println(embeddings.length + " embeddings of " + embeddings[0].length + " numbers in " + output
                            + (isMatrix ? ", in the order of " + options.spectra() : ""));
            return ExitCode.FINE;
        }
    }

    private static ConfigException unusable(Path output, String message, String label) {
        return new ConfigException(List.of(Arguments.usage("--output", output.toString(), message, label)));
    }

    private static float[][] rounded(double[][] rows) {
        float[][] rounded = new float[rows.length][rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            for (int d = 0; d < rows[i].length; d++) {
                rounded[i][d] = (float) rows[i][d];
            }
        }
        return rounded;
    }
}
