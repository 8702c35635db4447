package io.alchemi.trainers.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.alchemi.trainers.vectors.RecordedModule;
import io.alchemi.trainers.vectors.VectorFile;
import io.alchemi.training.array.Workspace;
import io.alchemi.training.nn.Parameters;
import io.alchemi.training.nn.Perceptron;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CycleVectorsTest {
    private final VectorFile file = VectorFile.of("cycle");

    @Test
    void wholeTerm() {
        file.eachCase(one -> {
            try (NDManager manager = NDManager.newBaseManager()) {
                wholeTerm(one, manager);
            }
        });
    }

    private void wholeTerm(JsonObject one, NDManager manager) {
        JsonObject inputs = one.getAsJsonObject("inputs");
        JsonObject expected = one.getAsJsonObject("expected");
        CycleConfig config = config(one.getAsJsonObject("config"));
        double[] labAxis = VectorFile.flat(inputs.get("lab_wavelengths"));
        double[] sensorAxis = VectorFile.flat(inputs.get("sensor_wavelengths"));
        Map<String, NDArray> weights = weights(manager, inputs.getAsJsonObject("weights"));
        NDArray labEmbedding = leaf(manager, inputs.get("z_lab"));
        NDArray sensorEmbedding = leaf(manager, inputs.get("z_sensor"));
        widths(config, inputs, weights);
        try (Workspace workspace = RecordedModule.workspace()) {
            RecordedModule<Heads> heads = RecordedModule.of(workspace, weights, at -> new Heads(at, inputs));
            CycleLoss loss = new ReferenceCycleLoss(config, labAxis, sensorAxis, workspace);
            try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
                // The trainer has no context. If the case has one, it is appended to the embedding here.
                NDArray sensor =
                        heads.module().labToSensor.apply(withContext(labEmbedding, one, "sensor_context", manager));
                NDArray lab =
                        heads.module().sensorToLab.apply(withContext(sensorEmbedding, one, "lab_context", manager));
                file.compare("sensor", expected.get("pred_sensor"), sensor);
                file.compare("lab", expected.get("pred_lab"), lab);
                CycleLoss.Result result = loss.compare(
                        lab,
                        VectorFile.array(manager, inputs.get("lab_values")),
                        sensor,
                        VectorFile.array(manager, inputs.get("sensor_values")));
                JsonObject breakdown = expected.getAsJsonObject("breakdown");
                assertThat(result.terms().keySet()).containsExactlyInAnyOrderElementsOf(breakdown.keySet());
                result.terms()
                        .forEach((name, term) ->
                                file.compare(name, VectorFile.number(breakdown.get(name)), term.getDouble()));
                file.compare(
                        "total",
                        VectorFile.number(expected.get("total")),
                        result.total().getDouble());
                if (compares(config)) {
                    collector.backward(result.total());
                }
            }
            if (!compares(config)) {
                return; // Nothing was differentiated, because the trainer has no such networks then.
            }
            file.compare("gradient of lab", expected.get("grad_z_lab"), labEmbedding.getGradient());
            file.compare("gradient of sensor", expected.get("grad_z_sensor"), sensorEmbedding.getGradient());
            file.compareGradients(
                    "heads",
                    expected.getAsJsonObject("param_grads"),
                    heads.parameters().trained());
        }
    }

    /** The reconstruction networks, with the shapes recorded in the case. */
    private static final class Heads {
        final Perceptron labToSensor;
        final Perceptron sensorToLab;

        Heads(Parameters parameters, JsonObject inputs) {
            JsonArray shapes = inputs.getAsJsonArray("hidden_dim_used");
            int layers = shapes.size() / 4;
            this.labToSensor = new Perceptron(parameters.in("lab_to_sensor"), widths(shapes, 0, layers));
            this.sensorToLab = new Perceptron(parameters.in("sensor_to_lab"), widths(shapes, 2 * layers, layers));
        }

        /** Returns the widths. Shapes alternate between weights (out, in) and biases. */
        private static int[] widths(JsonArray shapes, int first, int layers) {
            int[] widths = new int[layers + 1];
            widths[0] = shapes.get(first).getAsJsonArray().get(1).getAsInt();
            for (int layer = 0; layer < layers; layer++) {
                widths[layer + 1] =
                        shapes.get(first + 2 * layer).getAsJsonArray().get(0).getAsInt();
            }
            return widths;
        }
    }

    private static boolean compares(CycleConfig config) {
        return config.cycleRaw() || config.cycleContinuum() || config.slopeReg();
    }

    static CycleConfig config(JsonObject config) {
        JsonElement hidden = config.get("hidden_dim");
        return new CycleConfig(
                true,
                hidden.isJsonNull() ? null : hidden.getAsInt(),
                config.get("num_layers").getAsInt(),
                config.get("cycle_raw").getAsBoolean(),
                config.get("l2_weight").getAsDouble(),
                config.get("sam_weight").getAsDouble(),
                config.get("cycle_continuum").getAsBoolean(),
                config.get("continuum_weight").getAsDouble(),
                window(config.get("continuum_window_nm")),
                config.get("slope_reg").getAsBoolean(),
                config.get("slope_weight").getAsDouble());
    }

    static @Nullable List<Double> window(JsonElement window) {
        if (window.isJsonNull()) {
            return null;
        }
        double[] ends = VectorFile.flat(window);
        return List.of(ends[0], ends[1]);
    }

    private static Map<String, NDArray> weights(NDManager manager, JsonObject recorded) {
        Map<String, NDArray> parameters = new LinkedHashMap<>();
        recorded.asMap().forEach((name, values) -> parameters.put(name, leaf(manager, values)));
        return parameters;
    }

    private static NDArray leaf(NDManager manager, JsonElement values) {
        NDArray array = VectorFile.array(manager, values);
        array.setRequiresGradient(true);
        return array;
    }

    /** Requires that the networks of the case have the shapes of the configuration. */
    private static void widths(CycleConfig config, JsonObject inputs, Map<String, NDArray> parameters) {
        List<List<Long>> shapes = new ArrayList<>();
        parameters.values().forEach(array -> shapes.add(list(array.getShape())));
        JsonArray used = inputs.getAsJsonArray("hidden_dim_used");
        List<List<Long>> expected = new ArrayList<>();
        used.forEach(shape -> {
            List<Long> sizes = new ArrayList<>();
            shape.getAsJsonArray().forEach(size -> sizes.add(size.getAsLong()));
            expected.add(sizes);
        });
        assertThat(shapes).isEqualTo(expected);
        int in = expected.get(0).get(1).intValue();
        int sensor = VectorFile.flat(inputs.get("sensor_wavelengths")).length;
        int[] widths = config.widths(in, sensor);
        for (int layer = 0; layer + 1 < widths.length; layer++) {
            assertThat(expected.get(2 * layer)).containsExactly((long) widths[layer + 1], (long) widths[layer]);
        }
    }

    private static List<Long> list(Shape shape) {
        List<Long> sizes = new ArrayList<>();
        for (long size : shape.getShape()) {
            sizes.add(size);
        }
        return sizes;
    }

    private static NDArray withContext(NDArray embedding, JsonObject one, String name, NDManager manager) {
        JsonElement context = one.getAsJsonObject("inputs").get("context");
        int width = one.getAsJsonObject("config").get(name + "_dim").getAsInt();
        if (context.isJsonNull() || width == 0) {
            return embedding;
        }
        NDArray whole = VectorFile.array(manager, context.getAsJsonObject().get(name));
        return embedding.concat(whole.get(new NDIndex(":, :" + width)), 1);
    }

    @Test
    void continuum() {
        file.each("continuum", one -> {
            try (NDManager manager = NDManager.newBaseManager();
                    Workspace workspace = RecordedModule.workspace()) {
                JsonObject inputs = one.getAsJsonObject("inputs");
                JsonObject expected = one.getAsJsonObject("expected");
                NDArray values = leaf(manager, inputs.get("values"));
                Continuum continuum =
                        new Continuum(VectorFile.flat(inputs.get("axis")), window(inputs.get("window")), workspace);
                try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
                    NDArray line = continuum.of(values);
                    file.compare("continuum", expected.get("continuum"), line);
                    NDArray removed = values.div(line);
                    file.compare("removed", expected.get("removed"), removed);
                    long seed = inputs.getAsJsonObject("upstream").get("seed").getAsLong();
                    collector.backward(VectorFile.upstream(removed, seed));
                }
                file.compare("gradient", expected.get("grad_values"), values.getGradient());
            }
        });
    }

    @Test
    void slope() {
        file.each("slope", one -> {
            try (NDManager manager = NDManager.newBaseManager();
                    Workspace workspace = RecordedModule.workspace()) {
                JsonObject inputs = one.getAsJsonObject("inputs");
                JsonObject expected = one.getAsJsonObject("expected");
                NDArray predicted = leaf(manager, inputs.get("pred"));
                NDArray inverse = CycleLoss.inverseSteps(VectorFile.flat(inputs.get("axis")), workspace);
                try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
                    NDArray slopes = CycleLoss.slopes(predicted, inverse);
                    file.compare("slopes", expected.get("pred_slope"), slopes);
                    NDArray target = CycleLoss.slopes(VectorFile.array(manager, inputs.get("target")), inverse);
                    NDArray loss = CycleLoss.squaredError(slopes, target);
                    file.compare("mse", VectorFile.number(expected.get("mse")), loss.getDouble());
                    collector.backward(loss);
                }
                file.compare("gradient", expected.get("grad_pred"), predicted.getGradient());
            }
        });
    }

    @Test
    void interpolation() {
        file.each("interp", one -> {
            JsonObject inputs = one.getAsJsonObject("inputs");
            // The targets in the file were converted to float32 before the Python function was called.
            double[] weights = Continuum.weightsAt(
                    VectorFile.flat(inputs.get("axis")), inputs.get("target").getAsFloat());
            double[] expected = VectorFile.flat(one.get("expected"));
            JsonArray rows = inputs.getAsJsonArray("values");
            for (int row = 0; row < expected.length; row++) {
                double[] values = VectorFile.flat(rows.get(row));
                double sum = 0;
                for (int i = 0; i < weights.length; i++) {
                    sum += weights[i] * values[i];
                }
                file.compare("row " + row, expected[row], sum);
            }
        });
    }

    /** Fixed here: the Python implementation returns 2e10 for a prediction with a negative continuum. */
    @Test
    void aNegativePredictedContinuumGivesAReasonableLossAndGradient() {
        double[] axis = {400, 500, 600, 700};
        CycleConfig config = new CycleConfig(true, null, 1, false, 0, 0, true, 1, null, false, 0);
        try (NDManager manager = NDManager.newBaseManager();
                Workspace workspace = RecordedModule.workspace()) {
            CycleLoss original = new ReferenceCycleLoss(config, axis, axis, workspace);
            CycleLoss ours = new CycleLoss(config, axis, axis, workspace);
            NDArray target = VectorFile.array(manager, new double[] {0.5, 0.4, 0.45, 0.6}, new Shape(1, 4));
            NDArray predicted = VectorFile.array(manager, new double[] {-0.3, 0.1, -0.2, -0.4}, new Shape(1, 4));
            assertThat(total(original, predicted, target)).isGreaterThan(1e9);
            double before = total(ours, predicted, target);
            assertThat(before).isLessThan(200);
            predicted.setRequiresGradient(true);
            try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
                collector.backward(
                        ours.compare(predicted, target, predicted, target).total());
            }
            NDArray down = predicted.getGradient().mul(VectorFile.array(manager, new double[] {1e-5}, new Shape()));
            NDArray moved = predicted.stopGradient().sub(down);
            assertThat(total(ours, moved, target)).isLessThan(before);
        }
    }

    /** If the predicted continuum is at least a tenth of the true one, the result equals that of the Python implementation. */
    @Test
    void aReasonablePredictionHasTheLossOfThePythonImplementation() {
        double[] axis = {400, 500, 600, 700};
        CycleConfig config = new CycleConfig(true, null, 1, true, 1, 1, true, 1, null, true, 1);
        try (NDManager manager = NDManager.newBaseManager();
                Workspace workspace = RecordedModule.workspace()) {
            NDArray target = VectorFile.array(manager, new double[] {0.5, 0.4, 0.45, 0.6}, new Shape(1, 4));
            NDArray predicted = VectorFile.array(manager, new double[] {0.2, 0.1, 0.3, 0.1}, new Shape(1, 4));
            assertThat(total(new CycleLoss(config, axis, axis, workspace), predicted, target))
                    .isEqualTo(total(new ReferenceCycleLoss(config, axis, axis, workspace), predicted, target));
        }
    }

    private static double total(CycleLoss loss, NDArray predicted, NDArray target) {
        return loss.compare(predicted, target, predicted, target).total().getDouble();
    }
}
