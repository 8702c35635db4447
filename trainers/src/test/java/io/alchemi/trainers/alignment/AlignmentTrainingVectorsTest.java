package io.alchemi.trainers.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.alchemi.trainers.nn.Initializer;
import io.alchemi.trainers.nn.NormPlacement;
import io.alchemi.trainers.spectra.AxisNorm;
import io.alchemi.trainers.spectra.Sensor;
import io.alchemi.trainers.spectra.SpectralUnit;
import io.alchemi.trainers.spectra.TokenizerSettings;
import io.alchemi.trainers.spectra.ValueNorm;
import io.alchemi.trainers.spectra.WavelengthGrid;
import io.alchemi.trainers.vectors.VectorFile;
import io.alchemi.training.optimizer.LearningRate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whole training loops of the original, on its own batches, with its frozen heads or ours, and its way with continua. */
class AlignmentTrainingVectorsTest {
    private final VectorFile file = VectorFile.of("alignment_training");

    @Test
    void wholeLoops() {
        file.eachCase(one -> {
            AlignmentSettings settings = settings(one);
            PairAxes axes = new PairAxes(settings);
            JsonObject inputs = one.getAsJsonObject("inputs");
            AlignmentData data = new RecordedPairs(inputs.getAsJsonArray("batches"));
            boolean frozen = !one.get("cycle_heads_trained").getAsBoolean();
            tokens(one.getAsJsonObject("expected").getAsJsonObject("tokens"), axes, inputs);
            try (AlignmentTraining run =
                    new AlignmentTraining(settings, Device.cpu(), axes, data, new OriginalWays(frozen, true))) {
                load(run, inputs);
                train(one, run);
            }
        });
    }

    private static AlignmentSettings settings(JsonObject one) {
        JsonObject config = one.getAsJsonObject("config");
        JsonObject trainer = config.getAsJsonObject("trainer");
        JsonObject loss = config.getAsJsonObject("loss");
        JsonObject model = config.getAsJsonObject("model");
        TowerSettings towers = new TowerSettings(
                model.get("embed_dim").getAsInt(),
                model.get("depth").getAsInt(),
                model.get("heads").getAsInt(),
                Initializer.FEED_FORWARD_WIDTH,
                one.getAsJsonObject("inputs").get("dropout").getAsDouble(),
                NormPlacement.AFTER);
        return new AlignmentSettings(
                trainer.get("batch_size").getAsInt(),
                4,
                trainer.get("seed").getAsLong(),
                DataType.FLOAT64,
                pairs(config),
                towers,
                optimizer(config),
                loss.get("tau_init").getAsDouble(),
                loss.get("learnable_tau").getAsBoolean(),
                cycle(config, model.get("cycle_weight").getAsDouble()),
                bandDepth(config.getAsJsonObject("banddepth")));
    }

    private static PairSettings pairs(JsonObject config) {
        JsonObject data = config.getAsJsonObject("data");
        JsonObject grid = data.getAsJsonObject("lab_grid_nm");
        JsonObject tokens = config.getAsJsonObject("tokenizer").getAsJsonObject("params");
        assertThat(tokens.get("sensor_id").isJsonNull()).isTrue();
        TokenizerSettings tokenizer = new TokenizerSettings(
                tokens.get("n_fourier_frequencies").getAsInt(),
                ValueNorm.valueOf(tokens.get("value_norm").getAsString().toUpperCase(Locale.ROOT)),
                SpectralUnit.valueOf(tokens.get("lambda_unit").getAsString().toUpperCase(Locale.ROOT)),
                AxisNorm.valueOf(tokens.get("axis_norm").getAsString().toUpperCase(Locale.ROOT)),
                tokens.get("include_width").getAsBoolean(),
                tokens.get("include_srf_embed").getAsBoolean(),
                tokens.get("srf_embed_dim").getAsInt(),
                tokens.get("token_dim").getAsInt(),
                tokens.get("projection_seed").getAsLong(),
                null,
                tokens.get("epsilon").getAsDouble());
        return new PairSettings(
                WavelengthGrid.even(
                        grid.get("start").getAsDouble(),
                        grid.get("stop").getAsDouble(),
                        grid.get("num").getAsInt()),
                data.get("lab_fwhm_nm").getAsDouble(),
                data.get("lab_noise_std").getAsDouble(),
                data.get("synthetic_peaks").getAsInt(),
                Sensor.byId(data.get("sensor").getAsString()).orElseThrow(),
                data.get("sensor_noise_rel").getAsDouble(),
                tokenizer);
    }

    private static OptimizerSettings optimizer(JsonObject config) {
        JsonObject optimizer = config.getAsJsonObject("optimizer");
        double[] betas = VectorFile.flat(optimizer.get("betas"));
        JsonElement clip = config.getAsJsonObject("trainer").get("grad_clip_norm");
        return new OptimizerSettings(
                new LearningRate(optimizer.get("lr").getAsDouble(), 0, LearningRate.Schedule.CONSTANT, 1),
                betas[0],
                betas[1],
                optimizer.get("weight_decay").getAsDouble(),
                clip.isJsonNull() ? OptionalDouble.empty() : OptionalDouble.of(clip.getAsDouble()));
    }

    private static @Nullable CycleSettings cycle(JsonObject config, double weight) {
        JsonObject cycle = config.getAsJsonObject("cycle");
        return cycle.get("enabled").getAsBoolean() ? CycleVectorsTest.settings(cycle, weight) : null;
    }

    /** The bands stand in words in the configuration: "(two bands: center C left L right R; center ..)". */
    private static @Nullable BandDepthSettings bandDepth(JsonObject config) {
        if (!config.get("enabled").getAsBoolean()) {
            return null;
        }
        List<AbsorptionBand> bands = Pattern.compile("center (\\S+) left (\\S+) right ([^;)\\s]+)")
                .matcher(config.get("config").getAsString())
                .results()
                .map(found -> new AbsorptionBand(
                        Double.parseDouble(found.group(1)),
                        Double.parseDouble(found.group(2)),
                        Double.parseDouble(found.group(3))))
                .toList();
        assertThat(bands).hasSize(2);
        JsonElement hidden = config.get("hidden_dim");
        return new BandDepthSettings(
                config.get("weight").getAsDouble(),
                bands,
                hidden.isJsonNull() ? 0 : hidden.getAsInt(),
                BandDepthVectorsTest.loss(config.get("loss").getAsString()));
    }

    private void tokens(JsonObject expected, PairAxes axes, JsonObject inputs) {
        JsonObject batch = inputs.getAsJsonArray("batches").get(0).getAsJsonObject();
        double[] lab = VectorFile.flat(batch.getAsJsonArray("lab_values").get(0));
        double[] sensor = VectorFile.flat(batch.getAsJsonArray("sensor_values").get(0));
        rows(expected.getAsJsonArray("first_lab_tokens_row0_first3"), axes.lab().tokens(lab, null));
        rows(expected.getAsJsonArray("first_sensor_tokens_row0"), axes.sensor().tokens(sensor, null));
    }

    private void rows(JsonArray expected, float[][] tokens) {
        for (int i = 0; i < expected.size(); i++) {
            double[] row = VectorFile.flat(expected.get(i));
            for (int j = 0; j < row.length; j++) {
                file.compare("token " + i, row[j], tokens[i][j]);
            }
        }
    }

    /** Lays the case's weights over ours, after checking that the names are the same. */
    private static void load(AlignmentTraining run, JsonObject inputs) {
        try (NDManager manager = NDManager.newBaseManager()) {
            JsonObject weights = inputs.getAsJsonObject("weights");
            Map<String, NDArray> given = VectorFile.parameters(manager, weights.get("model"));
            part(manager, weights, "banddepth_head", given);
            part(manager, weights, "cycle_heads", given);
            JsonElement logTau = inputs.get("log_tau_initial");
            if (logTau != null && !logTau.isJsonNull()) {
                given.put("log_tau", VectorFile.array(manager, new double[] {logTau.getAsDouble()}, new Shape()));
            }
            assertThat(run.parameters().keySet()).containsExactlyElementsOf(given.keySet());
            run.parameters()
                    .forEach((name, array) -> array.set(new NDIndex("..."), Objects.requireNonNull(given.get(name))));
        }
    }

    private static void part(NDManager manager, JsonObject weights, String name, Map<String, NDArray> into) {
        if (weights.has(name)) {
            VectorFile.parameters(manager, weights.get(name))
                    .forEach((parameter, array) -> into.put(name + "." + parameter, array));
        }
    }

    private void train(JsonObject one, AlignmentTraining run) {
        JsonObject expected = one.getAsJsonObject("expected");
        JsonObject trainer = one.getAsJsonObject("config").getAsJsonObject("trainer");
        JsonArray history = expected.getAsJsonArray("history");
        double[] norms = VectorFile.flat(expected.get("grad_norms_before_clip"));
        int evaluations = 0;
        int steps = trainer.get("max_steps").getAsInt();
        assertThat(history).hasSize(steps);
        for (int step = 1; step <= steps; step++) {
            AlignmentStepResult result = run.step();
            record(one, history.get(step - 1).getAsJsonObject(), result);
            if (norms.length > 0) {
                file.compare("gradient norm", norms[step - 1], result.gradientNorm());
            }
            if (step % trainer.get("eval_every").getAsInt() == 0) {
                evaluation(expected.getAsJsonArray("evals").get(evaluations++).getAsJsonObject(), run);
            }
        }
        assertThat(expected.getAsJsonArray("evals")).hasSize(evaluations);
        double[][][] embeddings = run.embedTrainingBatch();
        compareRows("z_lab", expected.getAsJsonArray("z_lab_after_last_step"), embeddings[0]);
        compareRows("z_sensor", expected.getAsJsonArray("z_sensor_after_last_step"), embeddings[1]);
        parameters(expected, run);
    }

    private void record(JsonObject one, JsonObject expected, AlignmentStepResult result) {
        Map<String, Double> ours = new LinkedHashMap<>(result.metrics().figures());
        ours.put("step", (double) result.step());
        expected.asMap()
                .forEach((name, value) -> file.compare(
                        "step " + result.step() + " " + name,
                        VectorFile.number(value),
                        Objects.requireNonNull(ours.get(name), name)));
        // The contrastive loss is no entry of the original's record; it is what remains of the whole.
        JsonObject config = one.getAsJsonObject("config");
        double rest = VectorFile.number(expected.get("loss"));
        if (expected.has("cycle_loss")) {
            rest -= config.getAsJsonObject("model").get("cycle_weight").getAsDouble()
                    * VectorFile.number(expected.get("cycle_loss"));
        }
        if (expected.has("banddepth_loss")) {
            rest -= config.getAsJsonObject("banddepth").get("weight").getAsDouble()
                    * VectorFile.number(expected.get("banddepth_loss"));
        }
        file.compare("info_nce", rest, Objects.requireNonNull(ours.get("info_nce")));
    }

    /** The original evaluates the batch just trained on. */
    private void evaluation(JsonObject expected, AlignmentTraining run) {
        double[][][] embeddings = run.embedTrainingBatch();
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

    private void parameters(JsonObject expected, AlignmentTraining run) {
        Map<String, NDArray> ours = run.parameters();
        NDArray logTau = ours.remove("log_tau");
        JsonElement finalTau = expected.get("final_log_tau");
        assertThat(logTau == null).isEqualTo(finalTau.isJsonNull());
        if (logTau != null) {
            file.compare("log tau", finalTau.getAsDouble(), logTau.getDouble());
        }
        JsonObject all = expected.getAsJsonObject("final_params");
        assertThat(ours.keySet()).containsExactlyInAnyOrderElementsOf(all.keySet());
        ours.forEach((name, array) -> file.compare("final " + name, all.get(name), array));
        // The original's optimizer does not know the networks that reconstruct; ours does from the start.
        assertThat(expected.get("cycle_params_registered_at_construction").getAsInt())
                .isZero();
    }

    /** The batches that the original drew. */
    private record RecordedPairs(JsonArray batches) implements AlignmentData {
        @Override
        public void trainingBatch(long step, double[][] lab, double[][] sensor) {
            JsonObject batch = batches.get((int) step - 1).getAsJsonObject();
            copy(batch.getAsJsonArray("lab_values"), lab);
            copy(batch.getAsJsonArray("sensor_values"), sensor);
        }

        @Override
        public void heldOutBatch(long number, double[][] lab, double[][] sensor) {
            throw new AssertionError("the original has no held-out batch");
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
