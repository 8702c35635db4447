package io.alchemi.trainers.mae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import io.alchemi.training.array.InputBuffer;
import io.alchemi.training.checkpoint.Safetensors;
import io.alchemi.training.run.NonFiniteLossException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaePretrainingTest {
    private static final int STEPS = 6;

    @TempDir
    private Path folder;

    static MaeSettings settings(long seed, double learningRate, DataType type) {
        return new MaeSettings(8, 2, 2, 4, 2, true, 0.5, 0.5, true, learningRate, 0.1, seed, type);
    }

    @Test
    void sameSeedGivesTheSameBitsAndAnotherSeedOthers() {
        for (DataType type : new DataType[] {DataType.FLOAT32, DataType.FLOAT64}) {
            Map<String, ByteBuffer> first = train(settings(1, 1e-3, type));
            assertThat(train(settings(1, 1e-3, type))).isEqualTo(first);
            Map<String, ByteBuffer> other = train(settings(2, 1e-3, type));
            assertThat(other.keySet()).isEqualTo(first.keySet());
            assertThat(other.get("losses")).isNotEqualTo(first.get("losses"));
            assertThat(other.get("proj.weight")).isNotEqualTo(first.get("proj.weight"));
        }
    }

    private static Map<String, ByteBuffer> train(MaeSettings settings) {
        try (MaePretraining run = new MaePretraining(settings, Device.cpu())) {
            ByteBuffer losses = steps(run, STEPS);
            Map<String, ByteBuffer> result = bits(run.parameters());
            result.put("losses", losses);
            return result;
        }
    }

    private static ByteBuffer steps(MaePretraining run, int count) {
        ByteBuffer losses = ByteBuffer.allocate(8 * count);
        for (int i = 0; i < count; i++) {
            losses.putDouble(run.step().loss());
        }
        return losses.flip();
    }

    private static Map<String, ByteBuffer> bits(Map<String, NDArray> arrays) {
        Map<String, ByteBuffer> bits = new LinkedHashMap<>();
        arrays.forEach((name, array) -> {
            ByteBuffer bytes = array.toByteBuffer();
            bits.put(name, ByteBuffer.allocate(bytes.remaining()).put(bytes).flip());
        });
        return bits;
    }

    /** Parameters, moments and step count are the whole state of a run. */
    @Test
    void goingOnFromACheckpointGivesTheBitsOfARunThatNeverStopped() throws IOException {
        MaeSettings settings = settings(1, 1e-3, DataType.FLOAT32);
        Map<String, ByteBuffer> whole = train(settings);
        Path file = folder.resolve("half.safetensors");
        try (MaePretraining run = new MaePretraining(settings, Device.cpu())) {
            steps(run, STEPS / 2);
            Map<String, NDArray> all = new LinkedHashMap<>(run.parameters());
            all.putAll(run.optimizer().state());
            Safetensors.write(
                    file, all, Map.of("step", Long.toString(run.optimizer().steps())));
        }
        try (MaePretraining run = new MaePretraining(settings, Device.cpu());
                NDManager manager = NDManager.newBaseManager()) {
            Safetensors.Content saved = Safetensors.read(file, manager);
            run.parameters()
                    .forEach((name, array) -> array.set(
                            new NDIndex("..."),
                            Objects.requireNonNull(saved.tensors().get(name))));
            long step = Long.parseLong(Objects.requireNonNull(saved.metadata().get("step")));
            run.optimizer().restore(saved.tensors(), step);
            steps(run, STEPS - STEPS / 2);
            Map<String, ByteBuffer> resumed = bits(run.parameters());
            resumed.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(whole.get(name)));
        }
    }

    @Test
    void masksOfAStepAreTheOnesItUses() {
        try (MaePretraining run = new MaePretraining(settings(1, 1e-3, DataType.FLOAT32), Device.cpu())) {
            for (long step = 1; step <= 3; step++) {
                MaeMasks masks = run.masks(step);
                assertThat(run.step().throughput().tokens())
                        .isEqualTo(masks.activeElements(2))
                        .isEqualTo(2 * 4 * 4);
            }
            assertThat(run.masks(1).keptFeatures()).isEqualTo(run.masks(1).keptFeatures());
        }
    }

    @Test
    void withoutSpatialMaskingAllTokensAreKept() {
        MaeSettings settings = new MaeSettings(8, 2, 1, 4, 2, false, 0.5, 0.5, false, 1e-3, 0.1, 1, DataType.FLOAT32);
        try (MaePretraining run = new MaePretraining(settings, Device.cpu())) {
            assertThat(run.masks(1).keptTokens()).containsOnly(true);
            assertThat(run.step().throughput().tokens()).isEqualTo(2 * 8 * 4);
            assertThat(run.parameters()).doesNotContainKey("posenc.weight");
        }
    }

    /** The extremes of the ratios train: the original's loss is not a number at ratio 1. */
    @Test
    void ratiosZeroAndOneTrain() {
        for (double ratio : new double[] {0, 1}) {
            MaeSettings settings =
                    new MaeSettings(8, 2, 1, 4, 2, true, ratio, ratio, true, 1e-3, 0.1, 1, DataType.FLOAT32);
            try (MaePretraining run = new MaePretraining(settings, Device.cpu())) {
                MaeStepResult result = run.step();
                assertThat(result.loss()).isFinite();
                assertThat(result.throughput().tokens()).isEqualTo(ratio == 0 ? 2 * 8 * 8 : 2);
            }
        }
    }

    @Test
    void aLossThatIsNoNumberIsReportedAndChangesNothing() {
        MaeSettings settings = settings(1, 1e-3, DataType.FLOAT32);
        SyntheticData synthetic = new SyntheticData(settings);
        MaeData broken = new MaeData() {
            @Override
            public void tokens(long step, InputBuffer into) {
                synthetic.tokens(step, into);
                if (step == 3) {
                    into.set(5, Double.NaN);
                }
            }

            @Override
            public MaeMasks masks(long step) {
                return synthetic.masks(step);
            }
        };
        try (MaePretraining run = new MaePretraining(settings, Device.cpu(), broken)) {
            steps(run, 2);
            Map<String, ByteBuffer> before = bits(run.parameters());
            assertThatThrownBy(run::step)
                    .isInstanceOfSatisfying(NonFiniteLossException.class, e -> {
                        assertThat(e.step()).isEqualTo(3);
                        assertThat(e.loss()).isNaN();
                    })
                    .hasMessageContaining("step 3")
                    .hasMessageContaining("NaN");
            assertThat(bits(run.parameters())).isEqualTo(before);
            assertThat(run.optimizer().steps()).isEqualTo(2);
        }
    }

    @Test
    void settingsOutsideTheirRangesAreErrors() {
        List<String> messages = new ArrayList<>();
        int[][] sizes = {
            {2, 1, 1, 1, 1}, {8, 0, 1, 1, 1}, {8, 3, 1, 1, 1}, {8, 2, 0, 1, 1}, {8, 2, 1, 0, 1}, {8, 2, 1, 1, 0}
        };
        for (int[] s : sizes) {
            try {
                new MaeSettings(s[0], s[1], s[2], s[3], s[4], true, 0.5, 0.5, true, 1e-3, 0, 1, DataType.FLOAT32);
            } catch (IllegalArgumentException e) {
                messages.add(String.valueOf(e.getMessage()));
            }
        }
        assertThat(messages)
                .containsExactly(
                        "embed_dim is 2; it must be at least 3",
                        "n_heads is 0; it must be at least 1",
                        "embed_dim 8 is not divisible by n_heads 3",
                        "depth is 0; it must be at least 1",
                        "basis_K is 0; it must be at least 1",
                        "batch_size is 0; it must be at least 1");
        assertThatThrownBy(() -> settings(1, 1e-3, DataType.FLOAT16)).hasMessageContaining("float32 or float64");
        assertThatThrownBy(() -> new MaePretraining(settings(1, -1, DataType.FLOAT32), Device.cpu()))
                .hasMessageContaining("learning rate is -1.0");
    }
}
