package io.alchemi.trainers.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import io.alchemi.config.Loaded;
import io.alchemi.trainers.vectors.TrainedRun;
import io.alchemi.training.optimizer.AdamW;
import io.alchemi.training.run.NonFiniteLossException;
import io.alchemi.training.run.Run;
import io.alchemi.training.run.Step;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlignmentTrainingTest {
    private static final AlignmentTrainerMain COMMAND = new AlignmentTrainerMain();
    private static final AlignmentTrainer TRAINER = new AlignmentTrainer();

    @TempDir
    private Path folder;

    private int runs;

    private TrainedRun train(String... settings) throws IOException {
        return TrainedRun.of(COMMAND, TRAINER, Runs.load(settings), folder.resolve("run" + runs++));
    }

    @ParameterizedTest
    @ValueSource(strings = {"float32", "float64"})
    void sameSeedGivesTheSameBitsAndAnotherSeedOthers(String type) throws IOException {
        TrainedRun first = train("global.dtype=" + type);
        assertThat(train("global.dtype=" + type)).isEqualTo(first);
        TrainedRun other = train("global.dtype=" + type, "global.seed=2");
        assertThat(other.parameters().keySet()).isEqualTo(first.parameters().keySet());
        assertThat(other.figure("loss")).isNotEqualTo(first.figure("loss"));
        assertThat(other.parameters().get("lab.norm.weight"))
                .isNotEqualTo(first.parameters().get("lab.norm.weight"));
    }

    /** Parameters, moments and step count are the complete state of a run. */
    @Test
    void resumingFromACheckpointGivesTheBitsOfAnUninterruptedRun() throws IOException {
        Loaded<AlignmentExperiment> loaded = Runs.load("global.dtype=float32");
        TrainedRun whole = TrainedRun.of(COMMAND, TRAINER, loaded, folder.resolve("whole"));

        assertThat(TrainedRun.resumed(COMMAND, TRAINER, loaded, folder.resolve("whole"), 3, folder.resolve("copy")))
                .isEqualTo(whole);
    }

    /** The step is not repeated, but its evaluation is. */
    @Test
    void aRunStoppedInAnEvaluationResumesWithIt() throws IOException {
        Loaded<AlignmentExperiment> loaded = Runs.load("global.dtype=float32", "trainer.eval_every=4");
        TrainedRun whole = TrainedRun.of(COMMAND, TRAINER, loaded, folder.resolve("whole"));
        Path stopped = Files.createDirectory(folder.resolve("stopped"));
        int[] asked = {0};
        // After steps 1 to 3, before the evaluation of step 4, and before its second batch.
        try (Run run = Run.open(COMMAND, loaded, stopped, () -> ++asked[0] == 5)) {
            assertThatThrownBy(() -> TRAINER.train(loaded.value(), run))
                    .hasMessage("interrupted in the evaluation of step 4 by a test");
        }
        assertThat(stopped.resolve("evaluations.jsonl")).doesNotExist();
        assertThat(stopped.resolve("checkpoints/step-000004.safetensors")).exists();

        assertThat(TrainedRun.resumed(COMMAND, TRAINER, loaded, stopped)).isEqualTo(whole);
    }

    @Test
    void evaluationsDoNotChangeTheParameters() throws IOException {
        TrainedRun often = train("trainer.eval_every=1");
        TrainedRun seldom = train("trainer.eval_every=100");

        assertThat(often.parameters()).isEqualTo(seldom.parameters());
        assertThat(often.metrics()).isEqualTo(seldom.metrics());
        assertThat(often.evaluations()).hasSize(6);
        assertThat(seldom.evaluations()).containsExactly(often.evaluations().get(5));
    }

    /** Fixed here: in the Python implementation the reconstruction networks are never trained. */
    @Test
    void everyParameterIsTrainedFromTheFirstStep() throws IOException {
        Map<String, ByteBuffer> before = train("trainer.max_steps=0").parameters();
        Map<String, ByteBuffer> after = train("trainer.max_steps=1").parameters();

        after.forEach((name, bits) -> assertThat(bits).as(name).isNotEqualTo(before.get(name)));
        assertThat(before.keySet()).anyMatch(name -> name.startsWith("cycle_heads."));
    }

    /** Fixed here: in the Python implementation the second run of a process continues with the tau of the first. */
    @Test
    void aSecondRunStartsWithItsOwnTau() throws IOException {
        for (int i = 0; i < 2; i++) {
            List<Double> tau = train("trainer.max_steps=2").figure("tau");
            assertThat(tau.get(0)).isCloseTo(0.07, within(1e-15));
            assertThat(tau.get(1)).isNotEqualTo(tau.get(0));
        }
    }

    @Test
    void heldOutPairsAreNotTrainingPairs() {
        AlignmentExperiment config = Runs.load().value();
        PairAxes axes = new PairAxes(config.data(), config.tokenizer(), List.of());
        PairSource training = new SyntheticPairs(config.data(), axes, 3, "alignment/training");
        PairSource others = new SyntheticPairs(config.data(), axes, 3, "alignment/held_out");
        Set<ByteBuffer> trained = new HashSet<>();
        double[][] lab = new double[4][36];
        double[][] sensor = new double[4][10];
        for (int step = 0; step < 50; step++) {
            training.fill(step, lab, sensor);
            for (double[] row : lab) {
                trained.add(bits(row));
            }
        }
        assertThat(trained).hasSize(200);
        for (int number = 0; number < 50; number++) {
            others.fill(number, lab, sensor);
            for (double[] row : lab) {
                assertThat(trained).doesNotContain(bits(row));
            }
        }
    }

    private static ByteBuffer bits(double[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(8 * values.length);
        buffer.asDoubleBuffer().put(values);
        return buffer;
    }

    /** Fixed here: the Python implementation evaluates with dropout. Evaluations of the same parameters agree to the last bit. */
    @Test
    void evaluationHasNoDropoutAndIsRepeatable() throws IOException {
        AlignmentEvaluation wet = evaluate("model.dropout=0.5");
        assertThat(wet).isEqualTo(evaluate("model.dropout=0"));
        assertThat(train("model.dropout=0.5").figure("loss"))
                .isNotEqualTo(train("model.dropout=0").figure("loss"));
        assertThat(wet.labToSensor().at1()).isBetween(0.0, wet.labToSensor().at5());
        assertThat(wet.sensorToLab().at1()).isBetween(0.0, wet.sensorToLab().at5());
    }

    /** The interval between evaluations does not change the trained model. */
    @Test
    void evaluationsDoNotChangeTheTraining() throws IOException {
        TrainedRun often = train("trainer.eval_every=1", "model.dropout=0.5");
        TrainedRun rarely = train("trainer.eval_every=1000", "model.dropout=0.5");
        assertThat(often.evaluations()).hasSizeGreaterThan(rarely.evaluations().size());
        assertThat(often.metrics()).isEqualTo(rarely.metrics());
        assertThat(often.parameters()).isEqualTo(rarely.parameters());
    }

    private AlignmentEvaluation evaluate(String setting) throws IOException {
        Loaded<AlignmentExperiment> loaded = Runs.load(setting);
        AlignmentExperiment config = loaded.value();
        try (Run run = Run.open(COMMAND, loaded, Files.createDirectory(folder.resolve("run" + runs++)))) {
            PairAxes axes = new PairAxes(config.data(), config.tokenizer(), List.of());
            AlignmentModel model = new AlignmentModel(run.parameters(), config, axes);
            PairSource pairs = new SyntheticPairs(config.data(), axes, 1, "alignment/held_out");
            HeldOutPairs heldOut = new HeldOutPairs(pairs, axes, 20, run.workspace());
            AlignmentEvaluation evaluation = heldOut.evaluate(model);
            assertThat(heldOut.evaluate(model)).isEqualTo(evaluation);
            return evaluation;
        }
    }

    @Test
    void recordsHaveAllTermsAndTheyAddUp() throws IOException {
        JsonObject line = train("trainer.max_steps=1").metrics().get(0);

        assertThat(line.keySet())
                .containsExactly(
                        "step",
                        "loss",
                        "tau",
                        "info_nce",
                        "cycle_loss",
                        "cycle_sensor_l2",
                        "cycle_lab_l2",
                        "cycle_sensor_sam",
                        "cycle_lab_sam",
                        "cycle_lab_cont_mse",
                        "cycle_sensor_cont_mse",
                        "cycle_lab_cont_sam",
                        "cycle_sensor_cont_sam",
                        "cycle_lab_slope",
                        "cycle_sensor_slope",
                        "banddepth_loss",
                        "grad_norm",
                        "lr",
                        "tokens",
                        "num_bytes");
        assertThat(value(line, "loss"))
                .isCloseTo(
                        value(line, "info_nce") + 0.5 * value(line, "cycle_loss") + 0.1 * value(line, "banddepth_loss"),
                        within(1e-12));
        assertThat(value(line, "tokens")).isEqualTo(4 * (36 + 10));
        assertThat(value(line, "num_bytes")).isEqualTo(4 * 46 * 7 * 8);
        assertThat(value(line, "lr")).isEqualTo(0.0025);
    }

    private static double value(JsonObject line, String name) {
        return line.get(name).getAsDouble();
    }

    @Test
    void aSpectrumOfNaNsStopsTheRunUnchanged() throws IOException {
        Loaded<AlignmentExperiment> loaded = Runs.load("global.dtype=float32", "banddepth.enabled=false");
        AlignmentExperiment config = loaded.value();
        try (Run run = Run.open(COMMAND, loaded, folder)) {
            PairAxes axes = new PairAxes(config.data(), config.tokenizer(), List.of());
            AlignmentModel model = new AlignmentModel(run.parameters(), config, axes);
            AlignmentLoss loss = new AlignmentLoss(config, axes, model, run.workspace());
            AdamW optimizer =
                    AlignmentTrainer.optimizer(config, run.parameters().trained());
            PairSource synthetic = new SyntheticPairs(config.data(), axes, 1, "alignment/training");
            PairBatch batch = new PairBatch(axes, 4, run.workspace());
            batch.fill(
                    (number, lab, sensor) -> {
                        synthetic.fill(number, lab, sensor);
                        lab[1][3] = Double.NaN;
                    },
                    1);
            Map<String, ByteBuffer> before = TrainedRun.bits(run.parameters().all());
            Step step = run.steps(config.trainer()).iterator().next();
            assertThatThrownBy(() -> step.update(optimizer, () -> loss.of(batch.lend())))
                    .isInstanceOf(NonFiniteLossException.class)
                    .hasMessage("'cycle_loss' of step 1 is NaN at learning rate 0.0025;"
                            + " the run has diverged: use a smaller learning rate");
            assertThat(TrainedRun.bits(run.parameters().all())).isEqualTo(before);
        }
    }

    /** A run learns: at a suitable learning rate, held-out pairs are found far more often than by chance. */
    @Test
    void aRunLearns() throws IOException {
        TrainedRun run = train(
                "global.dtype=float32",
                "tokenizer.value_norm=robust",
                "model={embed_dim: 16, depth: 1, heads: 2, feed_forward_dim: 32, dropout: 0, norm: pre, cycle_weight: 0.5}",
                "optimizer={lr: 5e-3, warmup_steps: 10, schedule: cosine, weight_decay: 0.01, betas: [0.9, 0.99]}",
                "trainer={batch_size: 16, max_steps: 150, eval_every: 150, eval_pairs: 20, grad_clip_norm: 1}");
        List<Double> loss = run.figure("info_nce");
        assertThat(loss.get(149)).isLessThan(0.8 * loss.get(0));
        assertThat(run.evaluations().get(0).get("lab_to_sensor_at_5").getAsDouble())
                .isGreaterThan(2 * 5 / 20.0);
    }
}
