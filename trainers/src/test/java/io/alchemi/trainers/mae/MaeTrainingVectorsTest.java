package io.alchemi.trainers.mae;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.alchemi.config.Loaded;
import io.alchemi.trainers.vectors.VectorFile;
import io.alchemi.training.optimizer.AdamW;
import io.alchemi.training.optimizer.LearningRate;
import io.alchemi.training.run.Run;
import io.alchemi.training.run.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training loops of the Python implementation, with its random draws and its mask counts. */
class MaeTrainingVectorsTest {
    @TempDir
    private Path folder;

    @Test
    void wholeLoops() {
        VectorFile file = VectorFile.of("mae_training");
        file.eachCase(one -> {
            Loaded<MaeExperiment> loaded = load(one.getAsJsonObject("config"));
            TrainConfig config = loaded.value().train();
            try (Run run = Run.open(new MaePretrainerMain(), loaded, Files.createTempDirectory(folder, "run"))) {
                MaeModel model = new MaeModel(run.parameters(), config);
                load(run, one.getAsJsonObject("inputs").getAsJsonObject("weights"));
                checkKeys(run, one.getAsJsonObject("expected").getAsJsonObject("checkpoint_keys"));
                train(file, one, config, run, model);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Loaded<MaeExperiment> load(JsonObject config) {
        assertThat(config.get("weight_decay").getAsDouble()).isEqualTo(AdamW.Constants.DEFAULT.weightDecay());
        assertThat(config.get("smooth_weight").getAsDouble()).isEqualTo(MaeLoss.SMOOTHNESS_WEIGHT);
        JsonObject train = config.deepCopy();
        train.remove("weight_decay");
        train.remove("smooth_weight");
        train.add("no_spatial_mask", train.remove("no_spatial_mask_flag"));
        train.add("no_posenc", train.remove("no_posenc_flag"));
        JsonObject yaml = new JsonObject();
        yaml.add("global", JsonParser.parseString("{dtype: float64}"));
        yaml.add("train", train);
        return new MaeExperimentLoader().load(yaml.toString());
    }

    private static void load(Run run, JsonObject weights) {
        try (NDManager manager = NDManager.newBaseManager()) {
            Map<String, NDArray> given = VectorFile.parameters(manager, weights.get("enc"));
            given.putAll(VectorFile.parameters(manager, weights.get("dec")));
            assertThat(run.parameters().trained().keySet()).containsExactlyElementsOf(given.keySet());
            Map<String, NDArray> all = new LinkedHashMap<>(run.parameters().all());
            all.putAll(given);
            run.parameters().load(all);
        }
    }

    /** The checkpoint of the Python implementation has the same arrays, in three parts. It has a fixed path; ours is in the run folder. */
    private static void checkKeys(Run run, JsonObject parts) {
        Map<String, List<Long>> expected = new LinkedHashMap<>();
        parts.entrySet()
                .forEach(part -> part.getValue().getAsJsonObject().entrySet().forEach(array -> {
                    String prefix = part.getKey().equals("basis") ? "basis." : "";
                    List<Long> shape = new ArrayList<>();
                    array.getValue().getAsJsonArray().forEach(size -> shape.add(size.getAsLong()));
                    expected.put(prefix + array.getKey(), shape);
                }));
        Map<String, List<Long>> ours = new LinkedHashMap<>();
        run.parameters().all().forEach((name, array) -> {
            List<Long> shape = new ArrayList<>();
            for (long size : array.getShape().getShape()) {
                shape.add(size);
            }
            ours.put(name, shape);
        });
        assertThat(ours).isEqualTo(expected);
        assertThat(ours.keySet()).containsExactlyElementsOf(expected.keySet());
    }

    private static void train(VectorFile file, JsonObject one, TrainConfig config, Run run, MaeModel model) {
        JsonObject expected = one.getAsJsonObject("expected");
        JsonArray steps = one.getAsJsonObject("inputs").getAsJsonArray("steps");
        double[] losses = VectorFile.flat(expected.get("loss_per_step"));
        double[] tokens = VectorFile.flat(expected.get("active_tokens_per_step"));
        double[] bytes = VectorFile.flat(expected.get("bytes_per_step"));
        assertThat(losses).hasSize(config.maxSteps());
        assertThat(masks(config, steps.get(0).getAsJsonObject()).keptFeatures())
                .isEqualTo(VectorFile.booleans(expected.get("persisted_mask")));
        AdamW optimizer = new AdamW(run.parameters().trained(), LearningRate.constant(config.learningRate()));
        MaeBatch batch = new MaeBatch(config, run.workspace());
        long totalTokens = 0;
        long totalBytes = 0;
        for (Step step : run.steps(config)) {
            int index = (int) step.number() - 1;
            JsonObject recorded = steps.get(index).getAsJsonObject();
            batch.tokens().fill(VectorFile.flat(recorded.get("tokens")));
            batch.mask(masks(config, recorded));
            step.update(optimizer, () -> MaeLoss.of(model, batch.lend()));
            file.compare(
                    "loss of step " + step.number(),
                    losses[index],
                    Objects.requireNonNull(step.metrics().get("loss")));
            assertThat(batch.activeElements()).isEqualTo((long) tokens[index]);
            assertThat(batch.bytes()).isEqualTo((long) bytes[index]);
            totalTokens += batch.activeElements();
            totalBytes += batch.bytes();
        }
        file.compare("final loss", VectorFile.number(expected.get("final_loss")), losses[losses.length - 1]);
        assertThat(totalTokens).isEqualTo(expected.get("total_tokens").getAsLong());
        assertThat(totalBytes).isEqualTo(expected.get("total_bytes").getAsLong());
        compareParameters(file, expected, run.parameters().trained());
    }

    private static void compareParameters(VectorFile file, JsonObject expected, Map<String, NDArray> parameters) {
        Map<String, JsonElement> all =
                new LinkedHashMap<>(expected.getAsJsonObject("final_enc").asMap());
        all.putAll(expected.getAsJsonObject("final_dec").asMap());
        assertThat(parameters.keySet()).containsExactlyInAnyOrderElementsOf(all.keySet());
        parameters.forEach((name, array) -> file.compare("final " + name, all.get(name), array));
    }

    /** The permutations drawn by the Python implementation, with its count of dropped entries. */
    private static MaeMasks masks(TrainConfig config, JsonObject recorded) {
        boolean[] features = drop(recorded.get("spectral_permutation"), config.spectralMaskRatio());
        boolean[] tokens = config.noSpatialMask()
                ? MaeMasks.keepAll(config.tokens())
                : drop(recorded.get("spatial_permutation"), config.spatialMaskRatio());
        return new MaeMasks(tokens, features);
    }

    private static boolean[] drop(JsonElement permutation, double ratio) {
        int[] order = VectorFile.ints(permutation);
        return MaeMasks.keepAllBut(order, ReferenceMaskCounts.droppedByHarness(order.length, ratio));
    }
}
