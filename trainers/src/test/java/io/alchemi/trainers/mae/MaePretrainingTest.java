package io.alchemi.trainers.mae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import io.alchemi.config.Loaded;
import io.alchemi.config.layer.Source;
import io.alchemi.trainers.vectors.TrainedRun;
import io.alchemi.training.optimizer.AdamW;
import io.alchemi.training.optimizer.LearningRate;
import io.alchemi.training.run.NonFiniteLossException;
import io.alchemi.training.run.Run;
import io.alchemi.training.run.Step;
import io.alchemi.training.run.TrainerChecks;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaePretrainingTest {
    private static final MaePretrainer TRAINER = new MaePretrainer();

    @TempDir
    private Path folder;

    private int runs;

    static Loaded<MaeExperiment> load(String... settings) {
        String yaml = "global: {seed: 1, device: cpu}\n"
                + "train: {embed_dim: 8, n_heads: 2, depth: 2, basis_K: 4, batch_size: 2, spatial_mask_ratio: 0.5,"
                + " lr: 1e-3, max_steps: 6, save_every: 3}\n";
        return new MaeExperimentLoader().load(Source.text("train.mae.yaml", yaml), Source.set(List.of(settings)));
    }

    private TrainedRun train(String... settings) throws IOException {
        return TrainedRun.of(new MaePretrainerMain(), TRAINER, load(settings), folder.resolve("run" + runs++));
    }

    @ParameterizedTest
    @ValueSource(strings = {"float32", "float64"})
    void sameSeedGivesTheSameBitsAndAnotherSeedOthers(String type) throws IOException {
        TrainedRun first = train("global.dtype=" + type);
        assertThat(train("global.dtype=" + type)).isEqualTo(first);
        TrainedRun other = train("global.dtype=" + type, "global.seed=2");
        assertThat(other.parameters().keySet()).isEqualTo(first.parameters().keySet());
        assertThat(other.figure("loss")).isNotEqualTo(first.figure("loss"));
        assertThat(other.parameters().get("proj.weight"))
                .isNotEqualTo(first.parameters().get("proj.weight"));
    }

    /** Parameters, moments and step count are the complete state of a run. */
    @Test
    void resumingFromACheckpointGivesTheBitsOfAnUninterruptedRun() throws IOException {
        Loaded<MaeExperiment> loaded = load();
        TrainedRun whole = TrainedRun.of(new MaePretrainerMain(), TRAINER, loaded, folder.resolve("whole"));

        assertThat(TrainedRun.resumed(
                        new MaePretrainerMain(), TRAINER, loaded, folder.resolve("whole"), 3, folder.resolve("copy")))
                .isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(strings = {"float32", "float64"})
    void collectingAndReusingMemoryBeforeBackwardChangesNoBit(String type) throws IOException {
        TrainerChecks.gradients(new MaePretrainerMain(), load("global.dtype=" + type, "train.max_steps=3"), folder);
    }

    @Test
    void masksOfAStepAreTheOnesItUses() throws IOException {
        SyntheticData data = new SyntheticData(load().value().train(), 1);
        List<JsonObject> metrics = train().metrics();
        for (JsonObject line : metrics) {
            MaeMasks masks = data.masks(line.get("step").getAsLong());
            assertThat(line.get("tokens").getAsLong())
                    .isEqualTo(masks.activeElements(2))
                    .isEqualTo(2 * 4 * 4);
        }
        assertThat(data.masks(1).keptFeatures()).isEqualTo(data.masks(1).keptFeatures());
    }

    @Test
    void withoutSpatialMaskingAllTokensAreKept() throws IOException {
        String[] settings = {"train.no_spatial_mask=true", "train.no_posenc=true"};
        assertThat(new SyntheticData(load(settings).value().train(), 1).masks(1).keptTokens())
                .containsOnly(true);
        TrainedRun run = train(settings);
        assertThat(run.metrics().get(0).get("tokens").getAsLong()).isEqualTo(2 * 8 * 4);
        assertThat(run.parameters()).doesNotContainKey("posenc.weight");
    }

    /** The extreme ratios can be trained. In the Python implementation the loss is NaN at ratio 1. */
    @ParameterizedTest
    @CsvSource({"0, 128", "1, 2"})
    void ratiosZeroAndOneCanBeTrained(int ratio, long tokens) throws IOException {
        JsonObject line = train("train.spatial_mask_ratio=" + ratio, "train.spectral_mask_ratio=" + ratio)
                .metrics()
                .get(0);
        assertThat(line.get("loss").getAsDouble()).isFinite();
        assertThat(line.get("tokens").getAsLong()).isEqualTo(tokens);
    }

    @Test
    void aLossThatIsNaNIsReportedAndChangesNothing() throws IOException {
        Loaded<MaeExperiment> loaded = load();
        TrainConfig config = loaded.value().train();
        SyntheticData data = new SyntheticData(config, 1);
        try (Run run = Run.open(new MaePretrainerMain(), loaded, folder)) {
            MaeModel model = new MaeModel(run.parameters(), config);
            AdamW optimizer = new AdamW(run.parameters().trained(), LearningRate.constant(1e-3));
            MaeBatch batch = new MaeBatch(config, run.workspace());
            Iterator<Step> steps = run.steps(config).iterator();
            for (int i = 1; i <= 2; i++) {
                Step step = steps.next();
                data.fill(step.number(), batch);
                step.update(optimizer, () -> MaeLoss.of(model, batch.lend()));
            }
            Step third = steps.next();
            data.fill(third.number(), batch);
            batch.tokens().set(5, Double.NaN);
            Map<String, ByteBuffer> before = TrainedRun.bits(run.parameters().all());
            assertThatThrownBy(() -> third.update(optimizer, () -> MaeLoss.of(model, batch.lend())))
                    .isInstanceOf(NonFiniteLossException.class)
                    .hasMessage("'reconstruction' of step 3 is NaN at learning rate 0.001;"
                            + " the run has diverged: use a smaller learning rate");
            assertThat(TrainedRun.bits(run.parameters().all())).isEqualTo(before);
            assertThat(optimizer.steps()).isEqualTo(2);
        }
    }
}
