package io.alchemi.trainers.mae;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.alchemi.trainers.vectors.VectorFile;
import io.alchemi.training.array.InputBuffer;
import io.alchemi.training.progress.ThroughputStats;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whole training loops of the original, with its own draws and its way to count masks. */
class MaeTrainingVectorsTest {
    @Test
    void wholeLoops() {
        VectorFile file = VectorFile.of("mae_training");
        file.eachCase(one -> {
            MaeSettings settings = settings(one.getAsJsonObject("config"));
            MaeData data =
                    new RecordedData(settings, one.getAsJsonObject("inputs").getAsJsonArray("steps"));
            try (MaePretraining run = new MaePretraining(settings, Device.cpu(), data)) {
                load(run, one.getAsJsonObject("inputs").getAsJsonObject("weights"));
                checkKeys(run, one.getAsJsonObject("expected").getAsJsonObject("checkpoint_keys"));
                train(file, one, run);
            }
        });
    }

    private static MaeSettings settings(JsonObject config) {
        assertThat(config.get("weight_decay").getAsDouble()).isEqualTo(MaePretraining.WEIGHT_DECAY);
        assertThat(config.get("smooth_weight").getAsDouble()).isEqualTo(MaeLoss.SMOOTHNESS_WEIGHT);
        return new MaeSettings(
                config.get("embed_dim").getAsInt(),
                config.get("n_heads").getAsInt(),
                config.get("depth").getAsInt(),
                config.get("basis_K").getAsInt(),
                config.get("batch_size").getAsInt(),
                !config.get("no_spatial_mask_flag").getAsBoolean(),
                orDefault(config.get("spatial_mask_ratio"), 0.75),
                orDefault(config.get("spectral_mask_ratio"), 0.5),
                !config.get("no_posenc_flag").getAsBoolean(),
                config.get("lr").getAsDouble(),
                config.get("dropout").getAsDouble(),
                0,
                DataType.FLOAT64);
    }

    private static double orDefault(JsonElement value, double otherwise) {
        return value == null ? otherwise : value.getAsDouble();
    }

    private static void load(MaePretraining run, JsonObject weights) {
        try (NDManager manager = NDManager.newBaseManager()) {
            Map<String, NDArray> given = VectorFile.parameters(manager, weights.get("enc"));
            given.putAll(VectorFile.parameters(manager, weights.get("dec")));
            assertThat(run.parameters().keySet()).containsExactlyElementsOf(given.keySet());
            run.parameters().forEach((name, array) -> array.set(new NDIndex("..."), given.get(name)));
        }
    }

    /** The original's checkpoint has the same arrays, in three parts. Its fixed path is not ours: ours lies in the run folder. */
    private static void checkKeys(MaePretraining run, JsonObject parts) {
        Map<String, List<Long>> expected = new LinkedHashMap<>();
        parts.entrySet()
                .forEach(part -> part.getValue().getAsJsonObject().entrySet().forEach(array -> {
                    String prefix = part.getKey().equals("basis") ? "basis." : "";
                    List<Long> shape = new ArrayList<>();
                    array.getValue().getAsJsonArray().forEach(size -> shape.add(size.getAsLong()));
                    expected.put(prefix + array.getKey(), shape);
                }));
        Map<String, List<Long>> ours = new LinkedHashMap<>();
        run.checkpoint().forEach((name, array) -> {
            List<Long> shape = new ArrayList<>();
            for (long size : array.getShape().getShape()) {
                shape.add(size);
            }
            ours.put(name, shape);
        });
        assertThat(ours).isEqualTo(expected);
        assertThat(ours.keySet()).containsExactlyElementsOf(expected.keySet());
    }

    private static void train(VectorFile file, JsonObject one, MaePretraining run) {
        JsonObject expected = one.getAsJsonObject("expected");
        int steps = one.getAsJsonObject("config").get("max_steps").getAsInt();
        double[] losses = VectorFile.flat(expected.get("loss_per_step"));
        double[] tokens = VectorFile.flat(expected.get("active_tokens_per_step"));
        double[] bytes = VectorFile.flat(expected.get("bytes_per_step"));
        assertThat(losses).hasSize(steps);
        assertThat(run.masks(1).keptFeatures()).isEqualTo(VectorFile.booleans(expected.get("persisted_mask")));
        List<ThroughputStats> done = new ArrayList<>();
        double loss = Double.NaN;
        for (int i = 0; i < steps; i++) {
            MaeStepResult result = run.step();
            loss = result.loss();
            assertThat(result.step()).isEqualTo(i + 1);
            file.compare("loss of step " + (i + 1), losses[i], loss);
            assertThat(result.throughput().tokens()).isEqualTo((long) tokens[i]);
            assertThat(result.throughput().bytes()).isEqualTo((long) bytes[i]);
            done.add(result.throughput());
        }
        file.compare("final loss", VectorFile.number(expected.get("final_loss")), loss);
        ThroughputStats total = ThroughputStats.aggregate(done);
        assertThat(total.tokens()).isEqualTo(expected.get("total_tokens").getAsLong());
        assertThat(total.bytes()).isEqualTo(expected.get("total_bytes").getAsLong());
        compareParameters(file, expected, run.parameters());
    }

    private static void compareParameters(VectorFile file, JsonObject expected, Map<String, NDArray> parameters) {
        Map<String, JsonElement> all =
                new LinkedHashMap<>(expected.getAsJsonObject("final_enc").asMap());
        all.putAll(expected.getAsJsonObject("final_dec").asMap());
        assertThat(parameters.keySet()).containsExactlyInAnyOrderElementsOf(all.keySet());
        parameters.forEach((name, array) -> file.compare("final " + name, all.get(name), array));
    }

    /** The tokens and permutations that the original drew. */
    private record RecordedData(MaeSettings settings, JsonArray steps) implements MaeData {
        @Override
        public void tokens(long step, InputBuffer into) {
            double[] values = VectorFile.flat(at(step).get("tokens"));
            assertThat(values).hasSize(into.size());
            for (int i = 0; i < values.length; i++) {
                into.set(i, values[i]);
            }
        }

        @Override
        public MaeMasks masks(long step) {
            boolean[] features = drop(at(step).get("spectral_permutation"), settings.spectralMaskRatio());
            boolean[] tokens = settings.spatialMasking()
                    ? drop(at(step).get("spatial_permutation"), settings.spatialMaskRatio())
                    : MaeMasks.keepAll(settings.tokens());
            return new MaeMasks(tokens, features);
        }

        private static boolean[] drop(JsonElement permutation, double ratio) {
            int[] order = VectorFile.ints(permutation);
            return MaeMasks.keepAllBut(order, MaeMasks.droppedByOriginal(order.length, ratio));
        }

        private JsonObject at(long step) {
            return steps.get((int) step - 1).getAsJsonObject();
        }
    }
}
