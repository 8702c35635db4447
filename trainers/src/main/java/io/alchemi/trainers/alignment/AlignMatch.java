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
import io.alchemi.training.runs.RunFinder;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds sensor spectra for laboratory spectra with trained encoders. */
@Command("align match")
public final class AlignMatch implements CommandAction<AlignMatch.Options> {
    /** A command. */
    public AlignMatch() {}

    /**
     * Find the sensor spectra that are nearest to laboratory spectra.
     *
     * @param run a run of 'align train': a folder, the name of a run or a part of it, or 'last'; its
     *     best parameters are used, else the final ones, else those of the newest checkpoint
     * @param lab file of laboratory spectra, which cover the laboratory grid: CSV, or an ENVI spectral library
     * @param sensor file of sensor spectra, one value per band
     * @param top sensor spectra to list for each laboratory spectrum
     */
    @ConfigRecord
    public record Options(
            @Operand String run,
            @Operand Path lab,
            @Operand Path sensor,
            @Flag @Default("5") @Range(min = 1) int top) {}

    @Override
    public List<String> completions(String key) {
        return key.equals("run") ? RunFinder.names() : List.of();
    }

    @Override
    public int run(Options options, CommandContext context) {
        SpectralLibrary lab = SpectralLibrary.read(options.lab());
        SpectralLibrary sensor = SpectralLibrary.read(options.sensor());
        try (TrainedTowers towers = new TrainedTowers(options.run())) {
            double[][] ours = towers.embedLab(lab);
            double[][] others = towers.embedSensor(sensor, options.sensor());
            Set<String> names = new HashSet<>(sensor.names());
            context.out().println("lab,rank,sensor,cosine");
            int inCommon = 0;
            int found = 0;
            int top = Math.min(options.top(), others.length);
            for (int i = 0; i < ours.length; i++) {
                int[] nearest = nearest(ours[i], others, top);
                String name = lab.names().get(i);
                print(name, ours[i], others, nearest, sensor.names(), context);
                inCommon += names.contains(name) ? 1 : 0;
                found += sensor.names().get(nearest[0]).equals(name) ? 1 : 0;
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
            String name, double[] ours, double[][] others, int[] nearest, List<String> names, CommandContext context) {
        for (int rank = 1; rank <= nearest.length; rank++) {
            int j = nearest[rank - 1];
            String cosine = String.format(Locale.ROOT, "%.4f", Retrieval.dot(ours, others[j]));
            context.out().println(EmbeddingCsv.row(name, Integer.toString(rank), names.get(j), cosine));
        }
    }

    /** Returns the indices of the most similar sensor embeddings. Of equally similar ones, the lower index comes first. */
    private static int[] nearest(double[] ours, double[][] others, int top) {
        int[] nearest = new int[top];
        double[] cosines = new double[top];
        int found = 0;
        for (int j = 0; j < others.length; j++) {
            double cosine = Retrieval.dot(ours, others[j]);
            if (found == top && cosine <= cosines[top - 1]) {
                continue;
            }
            int at = found == top ? top - 1 : found++;
            for (; at > 0 && cosines[at - 1] < cosine; at--) {
                cosines[at] = cosines[at - 1];
                nearest[at] = nearest[at - 1];
            }
            cosines[at] = cosine;
            nearest[at] = j;
        }
        return nearest;
    }
}
