package io.alchemi.trainers.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class InitializerTest {
    private static final int WIDTH = 16;

    @Test
    void linearIsUniformWithinTheFanIn() {
        try (NDManager manager = NDManager.newBaseManager()) {
            Map<String, NDArray> made = make(manager, DataType.FLOAT64, 1);
            isUniform(made, "enc.layers.0.linear1.weight", 1 / Math.sqrt(WIDTH));
            isUniform(made, "enc.layers.0.linear1.bias", 1 / Math.sqrt(WIDTH));
            isUniform(made, "enc.layers.0.linear2.weight", 1 / Math.sqrt(2048));
            isUniform(made, "enc.layers.0.self_attn.in_proj_weight", Math.sqrt(6.0 / (4 * WIDTH)));
            isUniform(made, "enc.layers.0.self_attn.out_proj.weight", 1 / Math.sqrt(WIDTH));
        }
    }

    /** Within 5 sigma of the moments of U(-bound, bound), and filling the range. */
    private static void isUniform(Map<String, NDArray> made, String name, double bound) {
        double[] values = values(made, name);
        double sum = 0;
        double squares = 0;
        double largest = 0;
        for (double value : values) {
            sum += value / bound;
            squares += value * value / bound / bound;
            largest = Math.max(largest, Math.abs(value) / bound);
        }
        int n = values.length;
        assertThat(sum / n).as(name).isCloseTo(0, within(5 / Math.sqrt(3.0 * n)));
        assertThat(squares / n).as(name).isCloseTo(1.0 / 3, within(5 * Math.sqrt(4.0 / 45 / n)));
        assertThat(largest).as(name).isLessThanOrEqualTo(1).isGreaterThan(1 - 20.0 / n);
    }

    @Test
    void normsAndAttentionBiasesAreConstant() {
        try (NDManager manager = NDManager.newBaseManager()) {
            Map<String, NDArray> made = make(manager, DataType.FLOAT64, 1);
            assertThat(values(made, "enc.layers.0.norm1.weight")).containsOnly(1);
            assertThat(values(made, "enc.layers.1.norm2.bias")).containsOnly(0);
            assertThat(values(made, "dec.layers.0.norm3.weight")).containsOnly(1);
            assertThat(values(made, "enc.layers.0.self_attn.in_proj_bias")).containsOnly(0);
            assertThat(values(made, "dec.layers.0.multihead_attn.out_proj.bias"))
                    .containsOnly(0);
        }
    }

    @Test
    void layersOfAStackStartEqualAndStacksDiffer() {
        try (NDManager manager = NDManager.newBaseManager()) {
            Map<String, NDArray> made = make(manager, DataType.FLOAT64, 1);
            made.keySet().stream()
                    .filter(name -> name.startsWith("enc.layers.0."))
                    .forEach(name -> assertThat(values(made, name.replace("layers.0", "layers.1")))
                            .as(name)
                            .isEqualTo(values(made, name)));
            String inner = ".layers.0.linear1.weight";
            assertThat(values(made, "dec" + inner)).isNotEqualTo(values(made, "enc" + inner));
            String attention = "dec.layers.0.%s.in_proj_weight";
            assertThat(values(made, attention.formatted("self_attn")))
                    .isNotEqualTo(values(made, attention.formatted("multihead_attn")));
        }
    }

    @Test
    void layersOfAStackDoNotShareMemory() {
        try (NDManager manager = NDManager.newBaseManager()) {
            Map<String, NDArray> made = make(manager, DataType.FLOAT64, 1);
            NDArray second = get(made, "enc.layers.1.norm1.weight");
            second.subi(second);
            assertThat(values(made, "enc.layers.0.norm1.weight")).containsOnly(1);
        }
    }

    @Test
    void embeddingIsNormal() {
        try (NDManager manager = NDManager.newBaseManager()) {
            double[] values = values(make(manager, DataType.FLOAT64, 1), "posenc.weight");
            double sum = 0;
            double squares = 0;
            for (double value : values) {
                sum += value;
                squares += value * value;
            }
            int n = values.length;
            assertThat(sum / n).isCloseTo(0, within(5 / Math.sqrt(n)));
            assertThat(squares / n).isCloseTo(1, within(5 * Math.sqrt(2.0 / n)));
        }
    }

    @Test
    void float32IsTheRoundedFloat64AndSeedsDiffer() {
        String name = "enc.layers.0.linear1.weight";
        try (NDManager manager = NDManager.newBaseManager()) {
            double[] wide = values(make(manager, DataType.FLOAT64, 1), name);
            float[] narrow = get(make(manager, DataType.FLOAT32, 1), name).toFloatArray();
            for (int i = 0; i < wide.length; i++) {
                assertThat(narrow[i]).isEqualTo((float) wide[i]);
            }
            assertThat(values(make(manager, DataType.FLOAT64, 2), name)).isNotEqualTo(wide);
        }
    }

    private static Map<String, NDArray> make(NDManager manager, DataType type, long seed) {
        Initializer initializer = new Initializer(manager, type, seed);
        initializer.encoder("enc", 2, WIDTH);
        initializer.embedding("posenc", 64, WIDTH);
        initializer.decoder("dec", 1, WIDTH);
        return initializer.parameters();
    }

    private static double[] values(Map<String, NDArray> made, String name) {
        return get(made, name).toDoubleArray();
    }

    private static NDArray get(Map<String, NDArray> made, String name) {
        return Objects.requireNonNull(made.get(name), name);
    }
}
