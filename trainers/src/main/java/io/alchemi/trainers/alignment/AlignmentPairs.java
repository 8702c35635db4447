package io.alchemi.trainers.alignment;

import io.alchemi.config.ConfigException;
import io.alchemi.config.Loaded;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.trainers.spectra.library.SpectralLibrary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The pairs of a run.
 *
 * @param training     source of the training pairs
 * @param heldOut      source of the evaluation pairs, which are never trained on
 * @param heldOutCount number of held-out pairs to evaluate
 */
record AlignmentPairs(PairSource training, PairSource heldOut, int heldOutCount) {
    /** The least number of pairs that can be contrasted, in a batch and in an evaluation. */
    private static final int LEAST = 2;

    private static final String TRAINING = "alignment/training";
    private static final String HELD_OUT = "alignment/held_out";

    /**
     * Prepares the pairs of a configuration.
     *
     * @param loaded the configuration with the locations of its values
     * @throws ConfigException if the file of spectra is invalid, does not cover the laboratory grid, or has too few spectra for a batch or
     *     an evaluation
     */
    static AlignmentPairs of(AlignmentExperiment config, Loaded<?> loaded, PairAxes axes, long seed) {
        DataConfig data = config.data();
        Path file = data.labSpectra();
        return file == null
                ? new AlignmentPairs(
                        new SyntheticPairs(data, axes, seed, TRAINING),
                        new SyntheticPairs(data, axes, seed, HELD_OUT),
                        config.trainer().evalPairs())
                : ofLibrary(config, loaded, SpectralLibrary.read(file), axes, seed);
    }

    private static AlignmentPairs ofLibrary(
            AlignmentExperiment config, Loaded<?> loaded, SpectralLibrary library, PairAxes axes, long seed) {
        DataConfig data = config.data();
        double[][] spectra = library.onGrid(axes.grid());
        Set<String> heldOut = new HashSet<>(library.heldOut(data.heldOutShare(), seed));
        List<double[]> training = new ArrayList<>();
        List<double[]> others = new ArrayList<>();
        for (int i = 0; i < spectra.length; i++) {
            (heldOut.contains(library.names().get(i)) ? others : training).add(spectra[i]);
        }
        requireEnough(config, loaded, training.size(), others.size());
        return new AlignmentPairs(
                new LibraryPairs(training.toArray(new double[0][]), data, axes, seed, TRAINING, true),
                new LibraryPairs(others.toArray(new double[0][]), data, axes, seed, HELD_OUT, false),
                Math.min(others.size(), config.trainer().evalPairs()));
    }

    private static void requireEnough(AlignmentExperiment config, Loaded<?> loaded, int training, int heldOut) {
        int batch = config.trainer().batchSize();
        int all = training + heldOut;
        String file = config.data().labSpectra() + " has ";
        String share = " (data.held_out_share " + config.data().heldOutShare() + "), but ";
        if (all < LEAST + LEAST) {
            throw refused(
                    loaded,
                    "data.lab_spectra",
                    file + "too few spectra, " + all + ": a batch and an evaluation need at least " + LEAST + " each",
                    "use more spectra");
        } else if (training < batch) {
            throw refused(
                    loaded,
                    "trainer.batch_size",
                    file + all + " spectra, " + training + " of them for training" + share + "trainer.batch_size is "
                            + batch + ": a batch must not have a spectrum twice",
                    training < LEAST
                            ? "use more spectra, or a smaller data.held_out_share"
                            : "write at most " + training + ", or use more spectra");
        } else if (heldOut < LEAST) {
            throw refused(
                    loaded,
                    "data.held_out_share",
                    file + all + " spectra, " + heldOut + " of them held out" + share
                            + "an evaluation compares at least " + LEAST,
                    "use a larger share, or more spectra");
        }
    }

    private static ConfigException refused(Loaded<?> loaded, String key, String message, String label) {
        return new ConfigException(
                List.of(new Diagnostic(DiagnosticId.RULE, loaded.node(key).place(), message, label)));
    }
}
