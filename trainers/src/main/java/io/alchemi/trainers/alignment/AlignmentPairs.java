package io.alchemi.trainers.alignment;

import io.alchemi.trainers.spectra.library.SpectralLibrary;
import io.alchemi.training.run.TrainingException;
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
    private static final String TRAINING = "alignment/training";
    private static final String HELD_OUT = "alignment/held_out";

    /**
     * Prepares the pairs of a configuration.
     *
     * @throws io.alchemi.config.ConfigException if the file of spectra is invalid or does not cover the laboratory grid
     * @throws TrainingException if the file has too few spectra for a batch or an evaluation
     */
    static AlignmentPairs of(AlignmentExperiment config, PairAxes axes, long seed) {
        DataConfig data = config.data();
        Path file = data.labSpectra();
        return file == null
                ? new AlignmentPairs(
                        new SyntheticPairs(data, axes, seed, TRAINING),
                        new SyntheticPairs(data, axes, seed, HELD_OUT),
                        config.trainer().evalPairs())
                : ofLibrary(config, SpectralLibrary.read(file), axes, seed);
    }

    private static AlignmentPairs ofLibrary(
            AlignmentExperiment config, SpectralLibrary library, PairAxes axes, long seed) {
        DataConfig data = config.data();
        double[][] spectra = library.onGrid(axes.grid());
        Set<String> heldOut = new HashSet<>(library.heldOut(data.heldOutShare(), seed));
        List<double[]> training = new ArrayList<>();
        List<double[]> others = new ArrayList<>();
        for (int i = 0; i < spectra.length; i++) {
            (heldOut.contains(library.names().get(i)) ? others : training).add(spectra[i]);
        }
        int batch = config.trainer().batchSize();
        if (training.size() < batch) {
            throw new TrainingException(data.labSpectra() + " has " + spectra.length + " spectra, "
                    + training.size() + " of them for training (data.held_out_share " + data.heldOutShare()
                    + "), but trainer.batch_size is " + batch
                    + ": a batch must not have a spectrum twice; use a smaller batch, or more spectra");
        }
        if (others.size() < 2) {
            throw new TrainingException(data.labSpectra() + " has " + spectra.length + " spectra, " + others.size()
                    + " of them held out (data.held_out_share " + data.heldOutShare()
                    + "), but an evaluation compares at least 2; use a larger share, or more spectra");
        }
        return new AlignmentPairs(
                new LibraryPairs(training.toArray(new double[0][]), data, axes, seed, TRAINING, true),
                new LibraryPairs(others.toArray(new double[0][]), data, axes, seed, HELD_OUT, false),
                Math.min(others.size(), config.trainer().evalPairs()));
    }
}
