package io.alchemi.trainers.alignment;

import io.alchemi.command.CommandAction;
import io.alchemi.command.CommandContext;
import io.alchemi.command.ExitCode;
import io.alchemi.schema.Command;
import io.alchemi.schema.ConfigRecord;
import io.alchemi.schema.Default;
import io.alchemi.schema.Flag;
import io.alchemi.schema.Operand;
import io.alchemi.schema.Range;
import io.alchemi.trainers.spectra.library.EmbeddingCsv;
import io.alchemi.trainers.spectra.library.SpectralLibrary;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds sensor spectra for laboratory spectra with trained encoders. */
@Command("align match")
public final class AlignMatch implements CommandAction<AlignMatch.Options> {
    /** A command. */
    public AlignMatch() {}

    /**
     * Find the sensor spectra that are nearest to laboratory spectra.
     *
     * @param run folder of a run of 'align train'
     * @param lab file of laboratory spectra, which cover the laboratory grid: CSV, or an ENVI spectral library
     * @param sensor file of what the sensor saw, one value per band
     * @param top how many sensor spectra are listed for each laboratory spectrum
     */
    @ConfigRecord
    public record Options(
            @Operand Path run,
            @Operand Path lab,
            @Operand Path sensor,
            @Flag @Default("5") @Range(min = 1) int top) {}

    @Override
    public int run(Options options, CommandContext context) {
        SpectralLibrary lab = SpectralLibrary.read(options.lab());
        SpectralLibrary sensor = SpectralLibrary.read(options.sensor());
        try (TrainedTowers towers = new TrainedTowers(options.run())) {
            double[][] ours = towers.embedLab(lab);
            double[][] others = towers.embedSensor(sensor, options.sensor());
            context.out().println("lab,rank,sensor,cosine");
            int inCommon = 0;
            int found = 0;
            for (int i = 0; i < ours.length; i++) {
                Integer[] order = byCosine(ours[i], others);
                String name = lab.names().get(i);
                print(name, ours[i], others, order, options, sensor.names(), context);
                inCommon += sensor.names().contains(name) ? 1 : 0;
                found += sensor.names().get(order[0]).equals(name) ? 1 : 0;
            }
            if (inCommon > 0) {
                context.err()
                        .println(found + " of " + inCommon
                                + " laboratory spectra whose name a sensor spectrum has are nearest to that one");
            }
            return ExitCode.FINE;
        }
    }

    private static void print(
            String name,
            double[] ours,
            double[][] others,
            Integer[] order,
            Options options,
            List<String> names,
            CommandContext context) {
        for (int rank = 1; rank <= Math.min(options.top(), order.length); rank++) {
            int j = order[rank - 1];
            String cosine = String.format(Locale.ROOT, "%.4f", Retrieval.dot(ours, others[j]));
            context.out().println(EmbeddingCsv.row(name, Integer.toString(rank), names.get(j), cosine));
        }
    }

    /** The indices of the sensor embeddings, the most similar first; of equal ones the one with the lower index. */
    private static Integer[] byCosine(double[] ours, double[][] others) {
        Integer[] order = new Integer[others.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(j -> -Retrieval.dot(ours, others[j])));
        return order;
    }
}
