package io.alchemi.trainers.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.alchemi.config.Loaded;
import io.alchemi.trainers.vectors.VectorFile;
import io.alchemi.training.array.Workspace;
import io.alchemi.training.optimizer.AdamW;
import io.alchemi.training.run.Run;
import io.alchemi.training.run.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Training loops of the Python implementation, with its batches, its continua, and its untrained or our trained reconstruction networks.
 */
class AlignmentTrainingVectorsTest {
    private final VectorFile file = VectorFile.of("alignment_training");

    @TempDir
    private Path folder;

    @Test
    void wholeLoops() {
        file.eachCase(one -> {
            try {
                wholeLoop(one);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void wholeLoop(JsonObject one) throws IOException {
        Loaded<AlignmentExperiment> loaded = load(one);
        AlignmentExperiment config = loaded.value();
        JsonObject inputs = one.getAsJsonObject("inputs");
        try (Run run = Run.open(new AlignmentTrainerMain(), loaded, Files.createTempDirectory(folder, "run"))) {
            Path depths = config.banddepth().config();
            PairAxes axes = new PairAxes(
                    config.data(),
                    config.tokenizer(),
                    depths == null
                            ? List.of()
                            : run.input(depths, BandDepth.class).bands());
            tokens(one.getAsJsonObject("expected").getAsJsonObject("tokens"), axes, inputs);
            AlignmentModel model = new AlignmentModel(run.parameters(), config, axes);
            load(run, inputs);
            train(one, config, run, axes, model);
        }
    }

    /** The recorded configuration, with the tokenizer's parameters in the tokenizer section and the bands in a file. */
    private Loaded<AlignmentExperiment> load(JsonObject one) throws IOException {
        JsonObject config = one.getAsJsonObject("config").deepCopy();
        JsonObject tokenizer = config.getAsJsonObject("tokenizer");
        tokenizer.remove("params").getAsJsonObject().asMap().forEach(tokenizer::add);
        config.getAsJsonObject("model")
                .add("dropout", one.getAsJsonObject("inputs").get("dropout"));
        JsonObject depth = config.getAsJsonObject("banddepth");
        if (depth.get("enabled").getAsBoolean()) {
            Path bands = folder.resolve("banddepth.yaml");
            Files.writeString(bands, bands(depth.get("config").getAsString()));
            depth.addProperty("config", bands.toString());
        }
        Path yaml = folder.resolve("alignment.yaml");
        Files.writeString(yaml, config.toString());
        return new AlignmentExperimentLoader().load(yaml);
    }

    /** Parses the bands, which the recorded configuration describes as "(two bands: center C left L right R; center ..)". */
    private static String bands(String words) {
        List<String> bands = Pattern.compile("center (\\S+) left (\\S+) right ([^;)\\s]+)")
                .matcher(words)
                .results()
                .map(found ->
                        "{center: " + found.group(1) + ", left: " + found.group(2) + ", right: " + found.group(3) + "}")
                .toList();
        assertThat(bands).hasSize(2);
        return "bands: " + bands;
    }

    private void tokens(JsonObject expected, PairAxes axes, JsonObject inputs) {
        JsonObject batch = inputs.getAsJsonArray("batches").get(0).getAsJsonObject();
        double[] lab = VectorFile.flat(batch.getAsJsonArray("lab_values").get(0));
        double[] sensor = VectorFile.flat(batch.getAsJsonArray("sensor_values").get(0));
        rows(expected.getAsJsonArray("first_lab_tokens_row0_first3"), axes.lab().tokens(lab));
        rows(expected.getAsJsonArray("first_sensor_tokens_row0"), axes.sensor().tokens(sensor));
    }

    private void rows(JsonArray expected, float[][] tokens) {
        for (int i = 0; i < expected.size(); i++) {
            double[] row = VectorFile.flat(expected.get(i));
            for (int j = 0; j < row.length; j++) {
                file.compare("token " + i, row[j], tokens[i][j]);
            }
        }
    }

    /** Replaces our weights with those of the case, after checking that the names are the same. */
    private static void load(Run run, JsonObject inputs) {
        try (NDManager manager = NDManager.newBaseManager()) {
            JsonObject weights = inputs.getAsJsonObject("weights");
            Map<String, NDArray> given = VectorFile.parameters(manager, weights.get("model"));
            part(manager, weights, "banddepth_head", given);
            part(manager, weights, "cycle_heads", given);
            JsonElement logTau = inputs.get("log_tau_initial");
            if (logTau != null && !logTau.isJsonNull()) {
                given.put("log_tau", VectorFile.array(manager, new double[] {logTau.getAsDouble()}, new Shape()));
            }
            assertThat(run.parameters().all().keySet()).containsExactlyElementsOf(given.keySet());
            run.parameters().load(given);
        }
    }

    private static void part(NDManager manager, JsonObject weights, String name, Map<String, NDArray> into) {
        if (weights.has(name)) {
            VectorFile.parameters(manager, weights.get(name))
                    .forEach((parameter, array) -> into.put(name + "." + parameter, array));
        }
    }

    private void train(JsonObject one, AlignmentExperiment config, Run run, PairAxes axes, AlignmentModel model) {
        JsonObject expected = one.getAsJsonObject("expected");
        JsonArray history = expected.getAsJsonArray("history");
        double[] norms = VectorFile.flat(expected.get("grad_norms_before_clip"));
        PairSource recorded = new RecordedPairs(one.getAsJsonObject("inputs").getAsJsonArray("batches"));
        PairBatch batch = new PairBatch(axes, config.trainer().batchSize(), run.workspace());
        AlignmentLoss loss = new AlignmentLoss(
                config,
                model,
                config.cycle().enabled()
                        ? new ReferenceCycleLoss(
                                config.cycle(),
                                axes.grid().toArray(),
                                axes.sensorAxis().toArray(),
                                run.workspace())
                        : null);
        AdamW optimizer = AlignmentTrainer.optimizer(config, trained(one, run));
        int evaluations = 0;
        assertThat(history).hasSize(config.trainer().maxSteps());
        for (Step step : run.steps(config.trainer())) {
            batch.fill(recorded, step.number());
            step.update(optimizer, () -> loss.of(batch.lend()));
            int index = (int) step.number() - 1;
            record(config, history.get(index).getAsJsonObject(), step, batch);
            if (norms.length > 0) {
                file.compare(
                        "gradient norm",
                        norms[index],
                        Objects.requireNonNull(step.metrics().get("grad_norm")));
            }
            if (step.number() % config.trainer().evalEvery() == 0) {
                evaluation(
                        expected.getAsJsonArray("evals").get(evaluations++).getAsJsonObject(),
                        embeddings(run, model, batch));
            }
        }
        assertThat(expected.getAsJsonArray("evals")).hasSize(evaluations);
        double[][][] embeddings = embeddings(run, model, batch);
        compareRows("z_lab", expected.getAsJsonArray("z_lab_after_last_step"), embeddings[0]);
        compareRows("z_sensor", expected.getAsJsonArray("z_sensor_after_last_step"), embeddings[1]);
        parameters(expected, run);
    }

    /**
     * Returns the trained parameters. In some cases the reconstruction networks are neither trained nor clipped, as in the Python
     * implementation.
     */
    private static Map<String, NDArray> trained(JsonObject one, Run run) {
        Map<String, NDArray> trained = run.parameters().trained();
        if (!one.get("cycle_heads_trained").getAsBoolean()) {
            trained.keySet().removeIf(name -> name.startsWith("cycle_heads."));
        }
        return trained;
    }

    /** Returns the embeddings of the latest batch with the current parameters: laboratory, sensor. */
    private static double[][][] embeddings(Run run, AlignmentModel model, PairBatch batch) {
        return run.workspace().scoped(() -> {
            PairBatch.Arrays arrays = batch.lend();
            return new double[][][] {
                Workspace.toRows(model.embedLab(arrays.labTokens())),
                Workspace.toRows(model.embedSensor(arrays.sensorTokens()))
            };
        });
    }

    private void record(AlignmentExperiment config, JsonObject expected, Step step, PairBatch batch) {
        Map<String, Double> ours = new LinkedHashMap<>(step.metrics());
        ours.put("step", (double) step.number());
        ours.put("tokens", (double) batch.validTokens());
        ours.put("num_bytes", (double) batch.bytes());
        expected.asMap()
                .forEach((name, value) -> file.compare(
                        "step " + step.number() + " " + name,
                        VectorFile.number(value),
                        Objects.requireNonNull(ours.get(name), name)));
        // The record of the Python implementation lacks the contrastive loss. It is the total minus the other terms.
        double rest = VectorFile.number(expected.get("loss"));
        if (expected.has("cycle_loss")) {
            rest -= config.model().cycleWeight() * VectorFile.number(expected.get("cycle_loss"));
        }
        if (expected.has("banddepth_loss")) {
            rest -= config.banddepth().weight() * VectorFile.number(expected.get("banddepth_loss"));
        }
        file.compare("info_nce", rest, Objects.requireNonNull(ours.get("info_nce")));
    }

    /** The Python implementation evaluates the batch that it has just trained on. */
    private void evaluation(JsonObject expected, double[][][] embeddings) {
        AlignmentEvaluation ours = AlignmentEvaluation.of(embeddings[0], embeddings[1], 1);
        file.compare(
                "retrieval@1",
                VectorFile.number(expected.get("retrieval@1")),
                ours.labToSensor().at1());
        file.compare("spectral_delta", VectorFile.number(expected.get("spectral_delta")), ours.spectralDelta());
    }

    private void compareRows(String what, JsonArray expected, double[][] actual) {
        assertThat(actual.length).isEqualTo(expected.size());
        for (int row = 0; row < actual.length; row++) {
            file.compareAll(what, VectorFile.flat(expected.get(row)), actual[row]);
        }
    }

    private void parameters(JsonObject expected, Run run) {
        Map<String, NDArray> ours = run.parameters().trained();
        NDArray logTau = ours.remove("log_tau");
        JsonElement finalTau = expected.get("final_log_tau");
        assertThat(logTau == null).isEqualTo(finalTau.isJsonNull());
        if (logTau != null) {
            file.compare("log tau", finalTau.getAsDouble(), logTau.getDouble());
        }
        JsonObject all = expected.getAsJsonObject("final_params");
        assertThat(ours.keySet()).containsExactlyInAnyOrderElementsOf(all.keySet());
        ours.forEach((name, array) -> file.compare("final " + name, all.get(name), array));
        // The optimizer of the Python implementation does not include the reconstruction networks; ours does.
        assertThat(expected.get("cycle_params_registered_at_construction").getAsInt())
                .isZero();
    }

    /** The batches drawn by the Python implementation. */
    private record RecordedPairs(JsonArray batches) implements PairSource {
        @Override
        public void fill(long number, double[][] lab, double[][] sensor) {
            JsonObject batch = batches.get((int) number - 1).getAsJsonObject();
            copy(batch.getAsJsonArray("lab_values"), lab);
            copy(batch.getAsJsonArray("sensor_values"), sensor);
        }

        private static void copy(JsonArray rows, double[][] into) {
            assertThat(into.length).isEqualTo(rows.size());
            for (int row = 0; row < into.length; row++) {
                double[] values = VectorFile.flat(rows.get(row));
                assertThat(values).hasSameSizeAs(into[row]);
                System.arraycopy(values, 0, into[row], 0, values.length);
            }
        }
    }
}
