package io.alchemi.trainers.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import io.alchemi.trainers.nn.NormPlacement;
import io.alchemi.training.checkpoint.Safetensors;
import io.alchemi.training.optimizer.LearningRate;
import io.alchemi.training.run.NonFiniteLossException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlignmentTrainingTest {
    private static final int STEPS = 6;

    @TempDir
    private Path folder;

    @Test
    void sameSeedGivesTheSameBitsAndAnotherSeedOthers() {
        for (DataType type : new DataType[] {DataType.FLOAT32, DataType.FLOAT64}) {
            Map<String, ByteBuffer> first = train(Runs.settings(1, type));
            assertThat(train(Runs.settings(1, type))).isEqualTo(first);
            Map<String, ByteBuffer> other = train(Runs.settings(2, type));
            assertThat(other.keySet()).isEqualTo(first.keySet());
            assertThat(other.get("losses")).isNotEqualTo(first.get("losses"));
            assertThat(other.get("lab.norm.weight")).isNotEqualTo(first.get("lab.norm.weight"));
        }
    }

    private static Map<String, ByteBuffer> train(AlignmentSettings settings) {
        try (AlignmentTraining run = new AlignmentTraining(settings, Device.cpu())) {
            ByteBuffer losses = Runs.steps(run, STEPS);
            Map<String, ByteBuffer> result = Runs.bits(run.parameters());
            result.put("losses", losses);
            return result;
        }
    }

    /** Parameters, moments and step count are the whole state of a run; an evaluation in between changes nothing. */
    @Test
    void goingOnFromACheckpointGivesTheBitsOfARunThatNeverStopped() throws IOException {
        AlignmentSettings settings = Runs.settings(1, DataType.FLOAT32);
        Map<String, ByteBuffer> whole = train(settings);
        Path file = folder.resolve("half.safetensors");
        try (AlignmentTraining run = new AlignmentTraining(settings, Device.cpu())) {
            Runs.steps(run, STEPS / 2);
            run.evaluate();
            Map<String, NDArray> all = new LinkedHashMap<>(run.parameters());
            all.putAll(run.optimizer().state());
            Safetensors.write(
                    file, all, Map.of("step", Long.toString(run.optimizer().steps())));
        }
        try (AlignmentTraining run = new AlignmentTraining(settings, Device.cpu());
                NDManager manager = NDManager.newBaseManager()) {
            Safetensors.Content saved = Safetensors.read(file, manager);
            run.parameters()
                    .forEach((name, array) -> array.set(
                            new NDIndex("..."),
                            Objects.requireNonNull(saved.tensors().get(name))));
            run.optimizer()
                    .restore(saved.tensors(), Long.parseLong(saved.metadata().get("step")));
            Runs.steps(run, STEPS - STEPS / 2);
            Map<String, ByteBuffer> resumed = Runs.bits(run.parameters());
            resumed.forEach((name, bits) -> assertThat(bits).as(name).isEqualTo(whole.get(name)));
        }
    }

    /** Our repair: in the original the networks that reconstruct stay as they were made. */
    @Test
    void everyParameterIsTrainedFromTheFirstStep() {
        AlignmentSettings settings = Runs.settings(3, DataType.FLOAT64);
        try (AlignmentTraining run = new AlignmentTraining(settings, Device.cpu())) {
            Map<String, ByteBuffer> before = Runs.bits(run.parameters());
            run.step();
            run.parameters()
                    .forEach((name, array) ->
                            assertThat(Runs.bits(array)).as(name).isNotEqualTo(before.get(name)));
            assertThat(before.keySet()).anyMatch(name -> name.startsWith("cycle_heads."));
        }
    }

    /** Our repair: in the original the second run of a process goes on with the tau of the first. */
    @Test
    void aSecondRunStartsWithItsOwnTau() {
        AlignmentSettings settings = Runs.settings(3, DataType.FLOAT64);
        for (int i = 0; i < 2; i++) {
            try (AlignmentTraining run = new AlignmentTraining(settings, Device.cpu())) {
                assertThat(run.step().tau()).isCloseTo(0.07, within(1e-15));
                assertThat(run.step().tau()).isNotEqualTo(0.07);
            }
        }
    }

    @Test
    void heldOutPairsAreNoTrainingPairs() {
        AlignmentSettings settings = Runs.settings(3, DataType.FLOAT64);
        AlignmentData data = new SyntheticPairs(settings, new PairAxes(settings));
        Set<ByteBuffer> trained = new HashSet<>();
        double[][] lab = new double[4][36];
        double[][] sensor = new double[4][10];
        for (int step = 0; step < 50; step++) {
            data.trainingBatch(step, lab, sensor);
            for (double[] row : lab) {
                trained.add(bits(row));
            }
        }
        assertThat(trained).hasSize(200);
        for (int number = 0; number < 50; number++) {
            data.heldOutBatch(number, lab, sensor);
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

    /** Our repair: the original evaluates with dropout. Evaluations of the same parameters agree to the last bit. */
    @Test
    void evaluationHasNoDropoutAndIsRepeatable() {
        TowerSettings half = new TowerSettings(8, 1, 2, 16, 0.5, NormPlacement.AFTER);
        LearningRate rate = new LearningRate(1e-3, 0, LearningRate.Schedule.CONSTANT, 1);
        AlignmentSettings settings = Runs.settings(1, DataType.FLOAT32, 4, half, rate);
        AlignmentSettings dry =
                Runs.settings(1, DataType.FLOAT32, 4, new TowerSettings(8, 1, 2, 16, 0, NormPlacement.AFTER), rate);
        try (AlignmentTraining run = new AlignmentTraining(settings, Device.cpu());
                AlignmentTraining other = new AlignmentTraining(dry, Device.cpu())) {
            AlignmentEvaluation first = run.evaluate();
            assertThat(first).isEqualTo(other.evaluate());
            assertThat(run.step().loss()).isNotEqualTo(other.step().loss());
            AlignmentEvaluation after = run.evaluate();
            assertThat(after).isNotEqualTo(first).isEqualTo(run.evaluate());
            assertThat(after.figures())
                    .containsOnlyKeys(
                            "lab_to_sensor@1",
                            "lab_to_sensor@5",
                            "sensor_to_lab@1",
                            "sensor_to_lab@5",
                            "spectral_delta",
                            "info_nce");
            assertThat(after.labToSensor().at1())
                    .isBetween(0.0, after.labToSensor().at5());
            assertThat(after.sensorToLab().at1())
                    .isBetween(0.0, after.sensorToLab().at5());
        }
    }

    @Test
    void recordsSayAllPartsAndTheyAddUp() {
        AlignmentSettings settings = Runs.settings(1, DataType.FLOAT64);
        try (AlignmentTraining run = new AlignmentTraining(settings, Device.cpu())) {
            Map<String, Double> entries = run.step().metrics().figures();
            assertThat(entries.keySet())
                    .containsExactly(
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
                            "tokens_per_s",
                            "gb_per_s",
                            "peak_mem_gb",
                            "step_time_s",
                            "tokens",
                            "num_bytes");
            assertThat(value(entries, "loss"))
                    .isCloseTo(
                            value(entries, "info_nce")
                                    + 0.5 * value(entries, "cycle_loss")
                                    + 0.1 * value(entries, "banddepth_loss"),
                            within(1e-12));
            assertThat(value(entries, "tokens")).isEqualTo(4 * (36 + 10));
            assertThat(value(entries, "num_bytes")).isEqualTo(4 * 46 * 7 * 8);
            assertThat(value(entries, "lr")).isEqualTo(0.005);
        }
    }

    private static double value(Map<String, Double> entries, String name) {
        return Objects.requireNonNull(entries.get(name));
    }

    @Test
    void aSpectrumWithoutNumbersStopsTheRunUnchanged() {
        AlignmentSettings settings = Runs.settings(1, DataType.FLOAT32);
        PairAxes axes = new PairAxes(settings);
        AlignmentData synthetic = new SyntheticPairs(settings, axes);
        AlignmentData broken = new AlignmentData() {
            @Override
            public void trainingBatch(long step, double[][] lab, double[][] sensor) {
                synthetic.trainingBatch(step, lab, sensor);
                lab[1][3] = Double.NaN;
            }

            @Override
            public void heldOutBatch(long number, double[][] lab, double[][] sensor) {
                Arrays.fill(lab[0], 0);
            }
        };
        try (AlignmentTraining run = new AlignmentTraining(settings, Device.cpu(), axes, broken, OriginalWays.NONE)) {
            Map<String, ByteBuffer> before = Runs.bits(run.parameters());
            assertThatThrownBy(run::step)
                    .isInstanceOf(NonFiniteLossException.class)
                    .hasMessageContaining("step 1");
            assertThat(Runs.bits(run.parameters())).isEqualTo(before);
        }
    }

    /** A run learns: with a fitting learning rate held-out pairs are found far more often than by chance. */
    @Test
    void itLearns() {
        TowerSettings towers = new TowerSettings(16, 1, 2, 32, 0, NormPlacement.BEFORE);
        LearningRate rate = new LearningRate(5e-3, 10, LearningRate.Schedule.COSINE, 150);
        AlignmentSettings settings = Runs.settings(1, DataType.FLOAT32, 16, towers, rate);
        try (AlignmentTraining run = new AlignmentTraining(settings, Device.cpu())) {
            double first = Objects.requireNonNull(run.step().parts().get("info_nce"));
            Runs.steps(run, 148);
            double last = Objects.requireNonNull(run.step().parts().get("info_nce"));
            assertThat(last).isLessThan(0.8 * first);
            assertThat(run.evaluate().labToSensor().at5()).isGreaterThan(2 * 5 / 20.0);
        }
    }

    @Test
    void settingsOutOfRangeAreNamed() {
        assertThatThrownBy(() -> new TowerSettings(10, 1, 3, 16, 0, NormPlacement.AFTER))
                .hasMessageContaining("model.embed_dim 10 is not divisible by model.heads 3");
        assertThatThrownBy(() -> new TowerSettings(10, 0, 2, 16, 0, NormPlacement.AFTER))
                .hasMessageContaining("model.depth is 0");
        LearningRate rate = new LearningRate(1, 0, LearningRate.Schedule.CONSTANT, 1);
        assertThatThrownBy(() -> Runs.settings(1, DataType.FLOAT32, 0, TowerSettings.original(8, 1, 2), rate))
                .hasMessageContaining("trainer.batch_size is 0");
        assertThatThrownBy(() -> Runs.settings(1, DataType.FLOAT16, 1, TowerSettings.original(8, 1, 2), rate))
                .hasMessageContaining("float32 or float64");
        assertThat(TowerSettings.original(8, 1, 2))
                .isEqualTo(new TowerSettings(8, 1, 2, 2048, 0.1, NormPlacement.AFTER));
    }
}
