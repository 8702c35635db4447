package io.alchemi.trainers.alignment;

import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.trainers.alignment.AlignmentModel.Tower;
import io.alchemi.trainers.spectra.BandTokenizer;
import io.alchemi.trainers.spectra.library.SpectralLibrary;
import io.alchemi.training.array.Workspace;
import io.alchemi.training.nn.Parameters;
import io.alchemi.training.run.FinishedRun;
import java.nio.file.Path;
import java.util.List;

/** The trained encoders of a run, for embedding other spectra. */
final class TrainedTowers implements AutoCloseable {
    /** Number of spectra embedded at once. */
    private static final int TOGETHER = 16;

    /** Maximum distance of a band's centre from the sensor's, nm. */
    private static final double TOLERANCE_NM = 0.5;

    /** Overrides for keys that the encoders do not need and whose files may no longer exist. */
    private static final List<String> WITHOUT_INPUTS =
            List.of("data.lab_spectra=null", "banddepth.enabled=false", "banddepth.config=null");

    private final Workspace workspace;
    private final PairAxes axes;
    private final Tower lab;
    private final Tower sensor;

    /**
     * Loads the encoders of a run.
     *
     * @param run a folder, the name of a run or a part of it, or {@code last}
     * @throws ConfigException if there is no such run, or it is not a finished alignment run
     */
    TrainedTowers(String run) {
        FinishedRun<AlignmentExperiment> trained =
                FinishedRun.open(AlignmentTrainer.COMMAND, run, new AlignmentExperimentLoader(), WITHOUT_INPUTS);
        AlignmentExperiment config = trained.config();
        this.axes = new PairAxes(config.data(), config.tokenizer(), List.of());
        this.workspace = trained.workspace();
        Parameters parameters = new Parameters(workspace, 0);
        this.lab = new Tower(parameters.in("lab"), axes.lab().tokenWidth(), config.model());
        this.sensor = new Tower(parameters.in("sensor"), axes.sensor().tokenWidth(), config.model());
        trained.load(parameters, workspace);
    }

    /**
     * Embeds laboratory spectra.
     *
     * @param library spectra that cover the laboratory grid of the run
     * @return a row per spectrum, of length 1
     */
    double[][] embedLab(SpectralLibrary library) {
        return embed(
                lab,
                axes.lab(),
                library.onGrid(
                        axes.grid(),
                        "the run was trained on this grid; use spectra that cover it, or for spectra of the sensor --side sensor"));
    }

    /**
     * Embeds sensor spectra.
     *
     * @param library one value per band of the run's sensor
     * @param file    the file that they were read from
     * @return a row per spectrum, of length 1
     * @throws ConfigException if the bands do not match the sensor
     */
    double[][] embedSensor(SpectralLibrary library, Path file) {
        double[][] values = new double[library.size()][];
        for (int i = 0; i < values.length; i++) {
            requireBands(library, i, file);
            values[i] = library.values(i);
        }
        return embed(sensor, axes.sensor(), values);
    }

    private void requireBands(SpectralLibrary library, int index, Path file) {
        double[] wanted = axes.sensorAxis().toArray();
        double[] given = library.wavelengths(index).toArray();
        boolean same = given.length == wanted.length;
        for (int k = 0; same && k < wanted.length; k++) {
            same = Math.abs(given[k] - wanted[k]) <= TOLERANCE_NM;
        }
        if (!same) {
            throw new ConfigException(List.of(new Diagnostic(
                    DiagnosticId.INPUT_DATA,
                    SpectralLibrary.location(file),
                    "spectrum '" + library.names().get(index) + "' has " + given.length + " bands from " + given[0]
                            + " to " + given[given.length - 1] + " nm; the sensor of the run has " + wanted.length
                            + " bands with other centres",
                    "write one column for each band of the sensor: " + text(wanted))));
        }
    }

    private static String text(double[] centers) {
        StringBuilder text = new StringBuilder();
        for (double center : centers) {
            text.append(text.length() == 0 ? "" : ",").append(Math.round(100 * center) / 100.0);
        }
        return text.toString();
    }

    private double[][] embed(Tower tower, BandTokenizer tokenizer, double[][] spectra) {
        double[][] embeddings = new double[spectra.length][];
        int together = Math.min(TOGETHER, spectra.length);
        TokenBatch batch = new TokenBatch(workspace, together, tokenizer.bands(), tokenizer.tokenWidth());
        for (int first = 0; first < spectra.length; first += together) {
            for (int row = 0; row < together; row++) {
                // The last batch is padded with its last spectrum.
                double[] values = spectra[Math.min(first + row, spectra.length - 1)];
                batch.put(row, tokenizer.tokens(values), BandTokenizer.valid(values));
            }
            double[][] rows = workspace.scoped(() -> Workspace.toRows(tower.embed(batch.lend())));
            for (int row = 0; row < together && first + row < spectra.length; row++) {
                embeddings[first + row] = Retrieval.unit(rows[row]);
            }
        }
        return embeddings;
    }

    @Override
    public void close() {
        workspace.close();
    }
}
