package io.alchemi.trainers.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.alchemi.training.array.Workspace;
import io.alchemi.training.nn.Linear;
import io.alchemi.training.nn.NormPlacement;
import io.alchemi.training.nn.Parameters;
import io.alchemi.training.nn.TransformerDecoder;
import io.alchemi.training.nn.TransformerEncoder;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ParametersTest {
    private static final int WIDTH = 16;

    @Test
    void linearIsUniformWithinTheFanIn() {
        try (Workspace workspace = new Workspace(Device.cpu(), DataType.FLOAT64)) {
            Map<String, NDArray> made = make(workspace, 1);
            isUniform(made, "enc.layers.0.linear1.weight", 1 / Math.sqrt(WIDTH));
            isUniform(made, "enc.layers.0.linear1.bias", 1 / Math.sqrt(WIDTH));
            isUniform(made, "enc.layers.0.linear2.weight", 1 / Math.sqrt(2048));
            isUniform(made, "enc.layers.0.self_attn.in_proj_weight", Math.sqrt(6.0 / (4 * WIDTH)));
            isUniform(made, "enc.layers.0.self_attn.out_proj.weight", 1 / Math.sqrt(WIDTH));
        }
    }

    /** Requires the moments of U(-bound, bound) within 5 sigma, and values across the whole range. */
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
        try (Workspace workspace = new Workspace(Device.cpu(), DataType.FLOAT64)) {
            Map<String, NDArray> made = make(workspace, 1);
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
        try (Workspace workspace = new Workspace(Device.cpu(), DataType.FLOAT64)) {
            Map<String, NDArray> made = make(workspace, 1);
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
        try (Workspace workspace = new Workspace(Device.cpu(), DataType.FLOAT64)) {
            Map<String, NDArray> made = make(workspace, 1);
            NDArray second = get(made, "enc.layers.1.norm1.weight");
            second.subi(second);
            assertThat(values(made, "enc.layers.0.norm1.weight")).containsOnly(1);
        }
    }

    @Test
    void embeddingIsNormal() {
        try (Workspace workspace = new Workspace(Device.cpu(), DataType.FLOAT64)) {
            double[] values = values(make(workspace, 1), "posenc.weight");
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
        try (Workspace workspace = new Workspace(Device.cpu(), DataType.FLOAT64);
                Workspace single = new Workspace(Device.cpu(), DataType.FLOAT32)) {
            double[] wide = values(make(workspace, 1), name);
            float[] narrow = get(make(single, 1), name).toFloatArray();
            for (int i = 0; i < wide.length; i++) {
                assertThat(narrow[i]).isEqualTo((float) wide[i]);
            }
            assertThat(values(make(workspace, 2), name)).isNotEqualTo(wide);
        }
    }

    @Test
    void namesAreUnique() {
        try (Workspace workspace = new Workspace(Device.cpu(), DataType.FLOAT64)) {
            Parameters parameters = new Parameters(workspace, 1);
            new Linear(parameters.in("proj"), 2, 3);
            assertThatThrownBy(() -> new Linear(parameters.in("proj"), 2, 3))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the model already has a parameter proj.weight; give each module a name of its own");
        }
    }

    @Test
    void parametersThatDoNotFitAreListedAndNothingChanges() {
        try (Workspace workspace = new Workspace(Device.cpu(), DataType.FLOAT64)) {
            Parameters parameters = new Parameters(workspace, 1);
            new Linear(parameters.in("proj"), 2, 3);
            double[] before = values(parameters.all(), "proj.weight");
            Map<String, NDArray> other =
                    Map.of("proj.weight", workspace.manager().ones(new Shape(3, 4)));
            assertThatThrownBy(() -> parameters.load(other))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("proj.weight must have shape (3, 2), but has (3, 4)")
                    .hasMessageContaining("proj.bias must have shape (3) but is missing");
            assertThat(values(parameters.all(), "proj.weight")).isEqualTo(before);
        }
    }

    @Test
    void fixedValuesAreSavedButNotTrained() {
        try (Workspace workspace = new Workspace(Device.cpu(), DataType.FLOAT64)) {
            Parameters parameters = new Parameters(workspace, 1);
            parameters.in("basis").fixed("centers", 1, 2, 3);
            parameters.constant("scale", 1);
            assertThat(parameters.all()).containsOnlyKeys("basis.centers", "scale");
            assertThat(parameters.trained()).containsOnlyKeys("scale");
        }
    }

    private static Map<String, NDArray> make(Workspace workspace, long seed) {
        Parameters parameters = new Parameters(workspace, seed);
        new TransformerEncoder(parameters.in("enc"), 2, WIDTH, 2, 2048, 0, NormPlacement.AFTER);
        parameters.in("posenc").normal("weight", 64, WIDTH);
        new TransformerDecoder(parameters.in("dec"), 1, WIDTH, 2, 2048, 0);
        return parameters.all();
    }

    private static double[] values(Map<String, NDArray> made, String name) {
        return get(made, name).toDoubleArray();
    }

    private static NDArray get(Map<String, NDArray> made, String name) {
        return Objects.requireNonNull(made.get(name), name);
    }
}
