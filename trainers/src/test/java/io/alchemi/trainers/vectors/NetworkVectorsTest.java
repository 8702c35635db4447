package io.alchemi.trainers.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.alchemi.trainers.nn.Dropout;
import io.alchemi.trainers.nn.KeyPadding;
import io.alchemi.trainers.nn.Layers;
import io.alchemi.trainers.nn.Transformer;
import io.alchemi.trainers.nn.Weights;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NetworkVectorsTest {
    /** The seed of the upstream gradient in files that do not name it. */
    private static final long UPSTREAM = 31337;

    @Test
    void transformerEncoder() {
        VectorFile file = VectorFile.of("transformer_encoder");
        file.eachCase(one -> {
            try (NDManager manager = NDManager.newBaseManager()) {
                encoder(file, one, manager);
            }
        });
    }

    private static void encoder(VectorFile file, JsonObject one, NDManager manager) {
        JsonObject config = one.getAsJsonObject("config");
        JsonObject inputs = one.getAsJsonObject("inputs");
        JsonObject expected = one.getAsJsonObject("expected");
        Map<String, NDArray> parameters = VectorFile.parameters(manager, inputs.get("weights"));
        Weights weights = new Weights(parameters);
        Transformer transformer = new Transformer(config.get("nhead").getAsInt(), Dropout.NONE);
        NDArray x = input(manager, inputs.get("x"));
        NDArray bias = keyBias(manager, inputs.get("key_padding_mask"));
        int layers = config.get("layers").getAsInt();
        try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
            NDArray y = layers == 1
                    ? transformer.encoderLayer(weights, x, bias)
                    : transformer.encoder(weights, layers, x, bias);
            file.compare("output", expected.get("output"), y);
            collector.backward(
                    VectorFile.upstream(y, inputs.get("upstream_seed").getAsLong()));
        }
        file.compare("gradient of x", expected.get("grad_x"), x.getGradient());
        file.compareGradients(one.get("name").getAsString(), expected.getAsJsonObject("param_grads"), parameters);
    }

    private static NDArray input(NDManager manager, JsonElement values) {
        NDArray x = VectorFile.array(manager, values);
        x.setRequiresGradient(true);
        return x;
    }

    private static @Nullable NDArray keyBias(NDManager manager, JsonElement mask) {
        if (mask.isJsonNull()) {
            return null;
        }
        boolean[][] hidden = VectorFile.booleanRows(mask);
        return new KeyPadding(hidden.length, hidden[0].length, DataType.FLOAT64).bias(manager, hidden);
    }

    /** The original gives NaN; we refuse such a mask. */
    @Test
    void allKeysMaskedIsAnError() {
        VectorFile file = VectorFile.of("transformer_encoder");
        assertThat(file.root().getAsJsonObject("all_keys_masked").get("any_nan").getAsBoolean())
                .isTrue();
        try (NDManager manager = NDManager.newBaseManager()) {
            boolean[][] hidden = {{false, true}, {true, true}};
            KeyPadding padding = new KeyPadding(2, 2, DataType.FLOAT64);
            assertThatThrownBy(() -> padding.bias(manager, hidden))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("sample 1");
        }
        file.count();
    }

    @Test
    void decoderLayer() {
        VectorFile file = VectorFile.of("mae_model");
        file.each("decoder_layer", one -> {
            try (NDManager manager = NDManager.newBaseManager()) {
                JsonObject inputs = one.getAsJsonObject("inputs");
                JsonObject expected = one.getAsJsonObject("expected");
                int heads = one.getAsJsonObject("config").get("nhead").getAsInt();
                Map<String, NDArray> parameters = VectorFile.parameters(manager, inputs.get("weights"));
                NDArray target = input(manager, inputs.get("tgt"));
                NDArray memory = input(manager, inputs.get("memory"));
                try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
                    NDArray y =
                            new Transformer(heads, Dropout.NONE).decoderLayer(new Weights(parameters), target, memory);
                    file.compare("output", expected.get("output"), y);
                    collector.backward(VectorFile.upstream(y, UPSTREAM));
                }
                file.compare("gradient of target", expected.get("grad_tgt"), target.getGradient());
                file.compare("gradient of memory", expected.get("grad_memory"), memory.getGradient());
                file.compareGradients("decoder layer", expected.getAsJsonObject("param_grads"), parameters);
            }
        });
    }

    @Test
    void activations() {
        VectorFile file = VectorFile.of("activations");
        file.eachCase(one -> {
            String name = one.get("name").getAsString();
            JsonObject inputs = one.getAsJsonObject("inputs");
            JsonObject expected = one.getAsJsonObject("expected");
            try (NDManager manager = NDManager.newBaseManager()) {
                if (name.startsWith("gelu")) {
                    gelu(file, manager, inputs, expected);
                } else if (name.startsWith("tanh approximation")) {
                    // Recorded for contrast: ours must not be this function.
                    double[] exact = VectorFile.values(Layers.gelu(VectorFile.array(manager, inputs.get("x"))));
                    assertThat(exact).isNotEqualTo(VectorFile.flat(expected.get("y")));
                } else {
                    assertThat(name).isEqualTo("layer_norm");
                    layerNorm(file, manager, inputs, expected);
                }
            }
        });
    }

    private static void gelu(VectorFile file, NDManager manager, JsonObject inputs, JsonObject expected) {
        NDArray x = input(manager, inputs.get("x"));
        try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
            NDArray y = Layers.gelu(x);
            file.compare("gelu", expected.get("y"), y);
            collector.backward(y.sum());
        }
        file.compare("gradient of gelu", expected.get("dy"), x.getGradient());
    }

    private static void layerNorm(VectorFile file, NDManager manager, JsonObject inputs, JsonObject expected) {
        NDArray x = input(manager, inputs.get("x"));
        Map<String, NDArray> parameters = new LinkedHashMap<>();
        parameters.put("weight", input(manager, inputs.get("weight")));
        parameters.put("bias", input(manager, inputs.get("bias")));
        try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
            NDArray y = Layers.layerNorm(new Weights(parameters), x);
            file.compare("layer norm", expected.get("y"), y);
            collector.backward(VectorFile.upstream(y, UPSTREAM));
        }
        file.compare("layer norm, gradient of x", expected.get("dx"), x.getGradient());
        file.compare(
                "layer norm, gradient of weight",
                expected.get("dw"),
                parameters.get("weight").getGradient());
        file.compare(
                "layer norm, gradient of bias",
                expected.get("db"),
                parameters.get("bias").getGradient());
    }
}
