package io.alchemi.trainers.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.alchemi.training.array.HostMemory;
import io.alchemi.training.optimizer.AdamW;
import io.alchemi.training.optimizer.Gradients;
import io.alchemi.training.optimizer.LearningRate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptimizerVectorsTest {
    @Test
    void adamw() {
        VectorFile file = VectorFile.of("adamw");
        file.root().getAsJsonArray("cases").forEach(entry -> {
            JsonObject one = entry.getAsJsonObject();
            boolean single = one.get("name").getAsString().startsWith("float32");
            VectorFile judge = single ? file.within("float32") : file;
            try (NDManager manager = NDManager.newBaseManager()) {
                runAdamW(judge, one, single ? DataType.FLOAT32 : DataType.FLOAT64, manager);
            }
            judge.count();
        });
    }

    private static void runAdamW(VectorFile file, JsonObject one, DataType type, NDManager manager) {
        JsonObject inputs = one.getAsJsonObject("inputs");
        JsonObject expected = one.getAsJsonObject("expected");
        Map<String, NDArray> parameters = named(manager, inputs.get("params"), type);
        AdamW optimizer = optimizer(parameters, one.getAsJsonObject("config"));
        JsonArray steps = inputs.getAsJsonArray("grads_per_step");
        for (int step = 0; step < steps.size(); step++) {
            optimizer.step(named(manager, steps.get(step), type));
            JsonArray after =
                    expected.getAsJsonArray("params_per_step").get(step).getAsJsonArray();
            for (int i = 0; i < after.size(); i++) {
                file.compare("step " + step, after.get(i), parameters.get("p" + i));
            }
        }
        if (inputs.has("param_without_grad")) {
            // The caller must not pass it; here it is an error instead of silent decay.
            assertThat(VectorFile.flat(inputs.get("param_without_grad")))
                    .isEqualTo(VectorFile.flat(expected.get("param_without_grad_after")));
            Map<String, NDArray> some = named(manager, steps.get(0), type);
            some.remove("p0");
            assertThatThrownBy(() -> optimizer.step(some))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("p0");
            assertThat(optimizer.steps()).isEqualTo(steps.size());
        }
    }

    /** Java cannot access a transposed view, so the operations of the engine update it. */
    @Test
    void javaAndTheEngineUpdateAlike() {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray reached = manager.randomNormal(new Shape(700, 300));
            NDArray columns = reached.transpose().flatten();
            NDArray view = columns.reshape(300, 700).transpose();
            assertThat(HostMemory.isOwn(reached)).isTrue();
            assertThat(HostMemory.isOwn(view)).isFalse();
            AdamW inJava = new AdamW(Map.of("p", reached), LearningRate.constant(1e-3));
            AdamW inTheEngine = new AdamW(Map.of("p", view), LearningRate.constant(1e-3));
            for (int step = 0; step < 5; step++) {
                // From subnormal numbers to large ones.
                NDArray exponents = manager.randomUniform(-40, 5, reached.getShape());
                NDArray gradient = manager.randomNormal(reached.getShape())
                        .mul(manager.create(10f).pow(exponents));
                NDArray same = gradient.duplicate();
                float[] before = reached.toFloatArray();
                inJava.step(Map.of("p", gradient));
                inTheEngine.step(Map.of("p", same));
                float[] zeros = new float[before.length];
                assertThat(gradient.toFloatArray()).isEqualTo(zeros);
                assertThat(same.toFloatArray()).isEqualTo(zeros);
                // The engine's square root may be off in the last bit.
                assertThat(reached.sub(view).abs().max().getFloat()).isLessThan(1e-6f);
                assertThat(reached.toFloatArray()).isNotEqualTo(before);
            }
            inJava.state()
                    .forEach((name, moment) -> assertThat(moment.toFloatArray())
                            .as(name)
                            .isEqualTo(inTheEngine.state().get(name).toFloatArray()));
        }
    }

    private static AdamW optimizer(Map<String, NDArray> parameters, JsonObject config) {
        double[] betas = VectorFile.flat(config.get("betas"));
        return new AdamW(
                parameters,
                LearningRate.constant(config.get("lr").getAsDouble()),
                new AdamW.Constants(
                        betas[0],
                        betas[1],
                        config.get("weight_decay").getAsDouble(),
                        config.get("eps").getAsDouble()));
    }

    @Test
    void gradClip() {
        VectorFile file = VectorFile.of("grad_clip");
        file.eachCase(one -> {
            try (NDManager manager = NDManager.newBaseManager()) {
                JsonObject inputs = one.getAsJsonObject("inputs");
                JsonObject expected = one.getAsJsonObject("expected");
                Map<String, NDArray> gradients = named(manager, inputs.get("grads"), DataType.FLOAT64);
                double norm = Gradients.clip(
                        gradients.values(), inputs.get("max_norm").getAsDouble());
                file.compare("norm", VectorFile.number(expected.get("total_norm")), norm);
                JsonArray after = expected.getAsJsonArray("grads");
                for (int i = 0; i < after.size(); i++) {
                    file.compare("gradient " + i, after.get(i), gradients.get("p" + i));
                }
            }
        });
    }

    private static Map<String, NDArray> named(NDManager manager, JsonElement arrays, DataType type) {
        Map<String, NDArray> named = new LinkedHashMap<>();
        for (JsonElement array : arrays.getAsJsonArray()) {
            named.put("p" + named.size(), VectorFile.array(manager, array).toType(type, false));
        }
        return named;
    }
}
