package io.alchemi.trainers.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import com.google.gson.JsonObject;
import io.alchemi.trainers.alignment.AlignmentModel.Tower;
import io.alchemi.trainers.vectors.RecordedModule;
import io.alchemi.trainers.vectors.VectorFile;
import io.alchemi.training.array.Workspace;
import io.alchemi.training.nn.Activations;
import io.alchemi.training.nn.Attention;
import io.alchemi.training.nn.LayerNorm;
import io.alchemi.training.nn.Linear;
import io.alchemi.training.nn.NormPlacement;
import io.alchemi.training.nn.Parameters;
import io.alchemi.training.nn.TransformerEncoder;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TowerVectorsTest {
    /** Seed of the upstream gradient in tables that do not specify it. */
    private static final long UPSTREAM = 31337;

    private final VectorFile file = VectorFile.of("set_encoder");

    @Test
    void setEncoder() {
        file.eachCase(one -> {
            long seed = one.getAsJsonObject("inputs").get("upstream_seed").getAsLong();
            compare(one, "pooled", seed, (parameters, model, width) -> {
                TransformerEncoder encoder = new TransformerEncoder(
                        parameters.in("enc"),
                        model.depth(),
                        width,
                        model.heads(),
                        model.feedForwardDim(),
                        0,
                        model.norm());
                return sets -> sets.pooling()
                        .matMul(encoder.apply(sets.tokens(), sets.keyBias()))
                        .squeeze(1);
            });
        });
    }

    @Test
    void towers() {
        file.each(
                "towers",
                one -> compare(
                        one,
                        "embedding",
                        UPSTREAM,
                        (parameters, model, width) -> new Tower(parameters, width, model)::embed));
    }

    private interface Constructor {
        Function<TokenSets, NDArray> make(Parameters parameters, ModelConfig model, int tokenWidth);
    }

    private void compare(JsonObject one, String result, long seed, Constructor constructor) {
        JsonObject inputs = one.getAsJsonObject("inputs");
        JsonObject expected = one.getAsJsonObject("expected");
        boolean[] valid = VectorFile.booleans(inputs.get("mask"));
        try (NDManager manager = NDManager.newBaseManager();
                Workspace workspace = RecordedModule.workspace()) {
            Map<String, NDArray> weights = VectorFile.parameters(manager, inputs.get("weights"));
            NDArray tokens = VectorFile.array(manager, inputs.get("tokens"));
            tokens.setRequiresGradient(true);
            ModelConfig model = model(one.getAsJsonObject("config"), weights);
            int width = (int) tokens.getShape().get(1);
            RecordedModule<Function<TokenSets, NDArray>> encoder =
                    RecordedModule.of(workspace, weights, parameters -> constructor.make(parameters, model, width));
            // Key bias and pooling come from a batch with the same mask. The tokens of that batch do not matter.
            TokenBatch batch = new TokenBatch(workspace, 1, valid.length, 1);
            batch.put(0, new float[valid.length][1], valid);
            TokenSets masks = batch.lend();
            try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
                TokenSets sets = new TokenSets(tokens.expandDims(0), masks.keyBias(), masks.pooling());
                NDArray embedded = encoder.module().apply(sets).squeeze(0);
                file.compare(result, expected.get(result), embedded);
                collector.backward(VectorFile.upstream(embedded, seed));
            }
            file.compare("gradient of tokens", expected.get("grad_tokens"), tokens.getGradient());
            file.compareGradients(
                    one.get("name").getAsString(),
                    expected.getAsJsonObject("param_grads"),
                    encoder.parameters().trained());
        }
    }

    private static ModelConfig model(JsonObject config, Map<String, NDArray> weights) {
        return new ModelConfig(
                size(weights, "enc.layers.0.norm1.weight"),
                config.get("depth").getAsInt(),
                config.get("heads").getAsInt(),
                size(weights, "enc.layers.0.linear1.bias"),
                0,
                NormPlacement.AFTER,
                0);
    }

    private static int size(Map<String, NDArray> weights, String nameEnd) {
        return weights.entrySet().stream()
                .filter(weight -> weight.getKey().endsWith(nameEnd))
                .mapToInt(weight -> (int) weight.getValue().size())
                .findFirst()
                .orElseThrow();
    }

    /** The Python implementation returns NaN. Here such a set is an error. */
    @Test
    void aSetWithoutValidTokensIsAnError() {
        assertThat(file.root().getAsJsonObject("nothing_valid").get("any_nan").getAsBoolean())
                .isTrue();
        try (Workspace workspace = RecordedModule.workspace()) {
            TokenBatch batch = new TokenBatch(workspace, 2, 3, 1);
            assertThatThrownBy(() -> batch.put(1, new float[3][1], new boolean[3]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("none of the 3 tokens of set 1");
        }
        file.count();
    }

    @Test
    void aBatchGivesTheSameEmbeddingsAsSingleSets() {
        for (NormPlacement norms : NormPlacement.values()) {
            try (Workspace workspace = RecordedModule.workspace()) {
                Parameters parameters = new Parameters(workspace, 5);
                Tower tower = new Tower(parameters, 4, new ModelConfig(8, 2, 2, 16, 0, norms, 0));
                boolean[][] valid = {
                    {true, true, true, true}, {true, false, true, false}, {false, false, false, true},
                };
                TokenBatch whole = new TokenBatch(workspace, 3, 4, 4);
                for (int row = 0; row < 3; row++) {
                    whole.put(row, tokens(row), valid[row]);
                }
                assertThat(whole.validTokens()).isEqualTo(7);
                double[] together = tower.embed(whole.lend()).toDoubleArray();
                for (int row = 0; row < 3; row++) {
                    double[] alone = alone(tower, tokens(row), valid[row], workspace);
                    for (int d = 0; d < alone.length; d++) {
                        assertThat(together[row * 8 + d]).isCloseTo(alone[d], within(1e-13));
                    }
                }
            }
        }
    }

    /** Embeds only the valid tokens, in reverse order: neither padding nor order matters. */
    private static double[] alone(Tower tower, float[][] tokens, boolean[] valid, Workspace workspace) {
        int count = 0;
        for (boolean counts : valid) {
            count += counts ? 1 : 0;
        }
        float[][] kept = new float[count][];
        boolean[] all = new boolean[count];
        for (int i = 0; i < valid.length; i++) {
            if (valid[i]) {
                kept[--count] = tokens[i];
                all[count] = true;
            }
        }
        TokenBatch batch = new TokenBatch(workspace, 1, kept.length, 4);
        batch.put(0, kept, all);
        return tower.embed(batch.lend()).toDoubleArray();
    }

    private static float[][] tokens(int row) {
        float[][] tokens = new float[4][4];
        for (int i = 0; i < 16; i++) {
            tokens[i / 4][i % 4] = (float) Math.sin(1 + 3 * row + 7 * i);
        }
        return tokens;
    }

    @Test
    void setsOfTheWrongSizeAreAnError() {
        try (Workspace workspace = RecordedModule.workspace()) {
            TokenBatch batch = new TokenBatch(workspace, 1, 3, 2);
            assertThatThrownBy(() -> batch.put(0, new float[2][2], new boolean[] {true, true}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("3 tokens of 2");
        }
    }

    @Test
    void preNormAddsBranchesOfTheNormedInput() {
        try (Workspace workspace = RecordedModule.workspace()) {
            Parameters parts = new Parameters(workspace, 3);
            Parameters layer = parts.layer(0);
            Attention attention = new Attention(layer.in("self_attn"), 8, 2, 0);
            LayerNorm norm1 = new LayerNorm(layer.in("norm1"), 8);
            LayerNorm norm2 = new LayerNorm(layer.in("norm2"), 8);
            Linear linear1 = new Linear(layer.in("linear1"), 8, 16);
            Linear linear2 = new Linear(layer.in("linear2"), 16, 8);
            // Norms that are not the identity, so that their position matters.
            get(parts, "norm1.weight").addi(get(parts, "linear2.bias"));
            get(parts, "norm2.bias").addi(get(parts, "linear2.bias"));
            NDArray x = workspace
                    .manager()
                    .create(new double[48], new Shape(2, 3, 8))
                    .duplicate();
            for (int i = 0; i < 48; i++) {
                x.set(new NDIndex("{}, {}, {}", i / 24, i / 8 % 3, i % 8), Math.cos(5.0 * i));
            }
            NDArray seen = x.add(attention.self(norm1.apply(x), null));
            NDArray expected = seen.add(linear2.apply(Activations.relu(linear1.apply(norm2.apply(seen)))));
            double[] before = encoder(workspace, parts, NormPlacement.BEFORE)
                    .apply(x, null)
                    .toDoubleArray();
            double[] after = encoder(workspace, parts, NormPlacement.AFTER)
                    .apply(x, null)
                    .toDoubleArray();
            assertThat(before).isEqualTo(expected.toDoubleArray());
            assertThat(after).isNotEqualTo(expected.toDoubleArray());
        }
    }

    private static NDArray get(Parameters parts, String name) {
        return Objects.requireNonNull(parts.all().get("layers.0." + name), name);
    }

    private static TransformerEncoder encoder(Workspace workspace, Parameters values, NormPlacement norms) {
        return RecordedModule.of(workspace, values.all(), at -> new TransformerEncoder(at, 1, 8, 2, 16, 0, norms))
                .module();
    }
}
