package io.alchemi.trainers.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.alchemi.training.array.Workspace;
import io.alchemi.training.nn.Activations;
import io.alchemi.training.nn.KeyPadding;
import io.alchemi.training.nn.LayerNorm;
import io.alchemi.training.nn.NormPlacement;
import io.alchemi.training.nn.TransformerDecoder;
import io.alchemi.training.nn.TransformerEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NetworkVectorsTest {
    /** Seed of the upstream gradient in files that do not specify it. */
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
        int layers = config.get("layers").getAsInt();
        String prefix = layers == 1 ? "layers.0." : "";
        try (Workspace workspace = RecordedModule.workspace()) {
            Map<String, NDArray> weights =
                    RecordedModule.below(prefix, VectorFile.parameters(manager, inputs.get("weights")));
            int width = (int)
                    Objects.requireNonNull(weights.get("layers.0.norm1.weight")).size();
            int hidden = (int)
                    Objects.requireNonNull(weights.get("layers.0.linear1.bias")).size();
            RecordedModule<TransformerEncoder> encoder = RecordedModule.of(
                    workspace,
                    weights,
                    at -> new TransformerEncoder(
                            at, layers, width, config.get("nhead").getAsInt(), hidden, 0, NormPlacement.AFTER));
            NDArray x = input(manager, inputs.get("x"));
            NDArray bias = keyBias(workspace, inputs.get("key_padding_mask"));
            try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
                NDArray y = encoder.module().apply(x, bias);
                file.compare("output", expected.get("output"), y);
                collector.backward(
                        VectorFile.upstream(y, inputs.get("upstream_seed").getAsLong()));
            }
            file.compare("gradient of x", expected.get("grad_x"), x.getGradient());
            file.compareGradients(
                    one.get("name").getAsString(),
                    RecordedModule.below(
                            prefix, expected.getAsJsonObject("param_grads").asMap()),
                    encoder.parameters().trained());
        }
    }

    private static NDArray input(NDManager manager, JsonElement values) {
        NDArray x = VectorFile.array(manager, values);
        x.setRequiresGradient(true);
        return x;
    }

    private static @Nullable NDArray keyBias(Workspace workspace, JsonElement mask) {
        if (mask.isJsonNull()) {
            return null;
        }
        boolean[][] hidden = VectorFile.booleanRows(mask);
        return new KeyPadding(workspace, hidden.length, hidden[0].length).bias(hidden);
    }

    /** The Python implementation returns NaN. Here such a mask is an error. */
    @Test
    void allKeysMaskedIsAnError() {
        VectorFile file = VectorFile.of("transformer_encoder");
        assertThat(file.root().getAsJsonObject("all_keys_masked").get("any_nan").getAsBoolean())
                .isTrue();
        try (Workspace workspace = RecordedModule.workspace()) {
            boolean[][] hidden = {{false, true}, {true, true}};
            KeyPadding padding = new KeyPadding(workspace, 2, 2);
            assertThatThrownBy(() -> padding.bias(hidden))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("sample 1");
        }
        file.count();
    }

    @Test
    void decoderLayer() {
        VectorFile file = VectorFile.of("mae_model");
        file.each("decoder_layer", one -> {
            try (NDManager manager = NDManager.newBaseManager();
                    Workspace workspace = RecordedModule.workspace()) {
                JsonObject inputs = one.getAsJsonObject("inputs");
                JsonObject expected = one.getAsJsonObject("expected");
                int heads = one.getAsJsonObject("config").get("nhead").getAsInt();
                Map<String, NDArray> weights =
                        RecordedModule.below("layers.0.", VectorFile.parameters(manager, inputs.get("weights")));
                int width = (int) Objects.requireNonNull(weights.get("layers.0.norm1.weight"))
                        .size();
                int hidden = (int) Objects.requireNonNull(weights.get("layers.0.linear1.bias"))
                        .size();
                RecordedModule<TransformerDecoder> decoder = RecordedModule.of(
                        workspace, weights, at -> new TransformerDecoder(at, 1, width, heads, hidden, 0));
                NDArray target = input(manager, inputs.get("tgt"));
                NDArray memory = input(manager, inputs.get("memory"));
                try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
                    NDArray y = decoder.module().apply(target, memory, null);
                    file.compare("output", expected.get("output"), y);
                    collector.backward(VectorFile.upstream(y, UPSTREAM));
                }
                file.compare("gradient of target", expected.get("grad_tgt"), target.getGradient());
                file.compare("gradient of memory", expected.get("grad_memory"), memory.getGradient());
                file.compareGradients(
                        "decoder layer",
                        RecordedModule.below(
                                "layers.0.",
                                expected.getAsJsonObject("param_grads").asMap()),
                        decoder.parameters().trained());
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
                    // Recorded for contrast: our function must not be this one.
                    double[] exact = VectorFile.values(Activations.gelu(VectorFile.array(manager, inputs.get("x"))));
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
            NDArray y = Activations.gelu(x);
            file.compare("gelu", expected.get("y"), y);
            collector.backward(y.sum());
        }
        file.compare("gradient of gelu", expected.get("dy"), x.getGradient());
    }

    private static void layerNorm(VectorFile file, NDManager manager, JsonObject inputs, JsonObject expected) {
        NDArray x = input(manager, inputs.get("x"));
        Map<String, NDArray> weights = new LinkedHashMap<>();
        weights.put("weight", input(manager, inputs.get("weight")));
        weights.put("bias", input(manager, inputs.get("bias")));
        int width = (int) weights.get("bias").size();
        try (Workspace workspace = RecordedModule.workspace()) {
            RecordedModule<LayerNorm> norm = RecordedModule.of(workspace, weights, at -> new LayerNorm(at, width));
            try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
                NDArray y = norm.module().apply(x);
                file.compare("layer norm", expected.get("y"), y);
                collector.backward(VectorFile.upstream(y, UPSTREAM));
            }
            file.compare("layer norm, gradient of x", expected.get("dx"), x.getGradient());
            Map<String, JsonElement> gradients = new LinkedHashMap<>();
            gradients.put("weight", expected.get("dw"));
            gradients.put("bias", expected.get("db"));
            file.compareGradients("layer norm", gradients, norm.parameters().trained());
        }
    }
}
