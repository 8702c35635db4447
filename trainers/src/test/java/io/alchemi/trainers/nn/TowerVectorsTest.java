package io.alchemi.trainers.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import com.google.gson.JsonObject;
import io.alchemi.trainers.vectors.VectorFile;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TowerVectorsTest {
    /** The seed of the upstream gradient in tables that do not name it. */
    private static final long UPSTREAM = 31337;

    private final VectorFile file = VectorFile.of("set_encoder");

    @Test
    void setEncoder() {
        file.eachCase(one -> {
            try (NDManager manager = NDManager.newBaseManager()) {
                JsonObject config = one.getAsJsonObject("config");
                long seed = one.getAsJsonObject("inputs").get("upstream_seed").getAsLong();
                compare(
                        one,
                        manager,
                        "pooled",
                        seed,
                        (weights, sets) -> Tower.pooled(
                                weights,
                                new Transformer(config.get("heads").getAsInt(), Dropout.NONE),
                                config.get("depth").getAsInt(),
                                sets));
            }
        });
    }

    @Test
    void towers() {
        file.each("towers", one -> {
            try (NDManager manager = NDManager.newBaseManager()) {
                JsonObject config = one.getAsJsonObject("config");
                Transformer transformer = new Transformer(config.get("heads").getAsInt(), Dropout.NONE);
                int depth = config.get("depth").getAsInt();
                compare(
                        one,
                        manager,
                        "embedding",
                        UPSTREAM,
                        (weights, sets) -> new Tower(weights, transformer, depth).embed(sets));
            }
        });
    }

    private interface Encoder {
        NDArray apply(Weights weights, TokenSets sets);
    }

    private void compare(JsonObject one, NDManager manager, String result, long seed, Encoder encoder) {
        JsonObject inputs = one.getAsJsonObject("inputs");
        JsonObject expected = one.getAsJsonObject("expected");
        Map<String, NDArray> parameters = VectorFile.parameters(manager, inputs.get("weights"));
        boolean[] valid = VectorFile.booleans(inputs.get("mask"));
        NDArray tokens = VectorFile.array(manager, inputs.get("tokens"));
        tokens.setRequiresGradient(true);
        // Key bias and pooling come from a batch with the same mask; its own tokens do not matter.
        TokenBatch batch = new TokenBatch(1, valid.length, 1, DataType.FLOAT64);
        batch.put(0, new float[valid.length][1], valid);
        TokenSets masks = batch.lend(manager);
        try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
            TokenSets sets = new TokenSets(tokens.expandDims(0), masks.keyBias(), masks.pooling());
            NDArray embedded = encoder.apply(new Weights(parameters), sets).squeeze(0);
            file.compare(result, expected.get(result), embedded);
            collector.backward(VectorFile.upstream(embedded, seed));
        }
        file.compare("gradient of tokens", expected.get("grad_tokens"), tokens.getGradient());
        file.compareGradients(one.get("name").getAsString(), expected.getAsJsonObject("param_grads"), parameters);
    }

    /** The original gives NaN; we refuse such a set. */
    @Test
    void aSetWithoutValidTokensIsAnError() {
        assertThat(file.root().getAsJsonObject("nothing_valid").get("any_nan").getAsBoolean())
                .isTrue();
        TokenBatch batch = new TokenBatch(2, 3, 1, DataType.FLOAT64);
        assertThatThrownBy(() -> batch.put(1, new float[3][1], new boolean[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none of the 3 tokens of set 1");
        file.count();
    }

    @Test
    void aBatchGivesWhatItsSetsGiveAlone() {
        for (NormPlacement norms : NormPlacement.values()) {
            try (NDManager manager = NDManager.newBaseManager()) {
                Initializer initializer = new Initializer(manager, DataType.FLOAT64, 5);
                initializer.tower("lab", 4, 8, 2, 16);
                Transformer transformer = new Transformer(2, Dropout.NONE, norms);
                Tower tower = new Tower(new Weights(initializer.parameters()).in("lab"), transformer, 2);
                boolean[][] valid = {
                    {true, true, true, true}, {true, false, true, false}, {false, false, false, true},
                };
                TokenBatch whole = new TokenBatch(3, 4, 4, DataType.FLOAT64);
                for (int row = 0; row < 3; row++) {
                    whole.put(row, tokens(row), valid[row]);
                }
                assertThat(whole.validTokens()).isEqualTo(7);
                double[] together = tower.embed(whole.lend(manager)).toDoubleArray();
                for (int row = 0; row < 3; row++) {
                    double[] alone = alone(tower, tokens(row), valid[row], manager);
                    for (int d = 0; d < alone.length; d++) {
                        assertThat(together[row * 8 + d]).isCloseTo(alone[d], within(1e-13));
                    }
                }
            }
        }
    }

    /** Only the valid tokens, in reverse: neither padding nor order matters. */
    private static double[] alone(Tower tower, float[][] tokens, boolean[] valid, NDManager manager) {
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
        TokenBatch batch = new TokenBatch(1, kept.length, 4, DataType.FLOAT64);
        batch.put(0, kept, all);
        return tower.embed(batch.lend(manager)).toDoubleArray();
    }

    private static float[][] tokens(int row) {
        float[][] tokens = new float[4][4];
        for (int i = 0; i < 16; i++) {
            tokens[i / 4][i % 4] = (float) Math.sin(1 + 3 * row + 7 * i);
        }
        return tokens;
    }

    @Test
    void setsOfAnotherSizeAreAnError() {
        TokenBatch batch = new TokenBatch(1, 3, 2, DataType.FLOAT32);
        assertThatThrownBy(() -> batch.put(0, new float[2][2], new boolean[] {true, true}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 tokens of 2");
    }

    @Test
    void preNormAddsBranchesOfTheNormedInput() {
        try (NDManager manager = NDManager.newBaseManager()) {
            Initializer initializer = new Initializer(manager, DataType.FLOAT64, 3);
            initializer.tower("lab", 4, 8, 1, 16);
            Weights layer = new Weights(initializer.parameters()).in("lab.encoder.enc.layers.0");
            // Norms that are not the identity, so that their place shows.
            layer.get("norm1.weight").addi(layer.get("linear2.bias"));
            layer.get("norm2.bias").addi(layer.get("linear2.bias"));
            NDArray x = manager.create(new double[48], new Shape(2, 3, 8)).duplicate();
            for (int i = 0; i < 48; i++) {
                x.set(new NDIndex("{}, {}, {}", i / 24, i / 8 % 3, i % 8), Math.cos(5.0 * i));
            }
            Attention attention = new Attention(2, Dropout.NONE);
            NDArray seen = x.add(attention.self(layer.in("self_attn"), Layers.layerNorm(layer.in("norm1"), x), null));
            NDArray wide = Layers.linear(layer.in("linear1"), Layers.layerNorm(layer.in("norm2"), seen));
            NDArray expected = seen.add(Layers.linear(layer.in("linear2"), Layers.relu(wide)));
            NDArray before = new Transformer(2, Dropout.NONE, NormPlacement.BEFORE).encoderLayer(layer, x, null);
            NDArray after = new Transformer(2, Dropout.NONE).encoderLayer(layer, x, null);
            assertThat(before.toDoubleArray()).isEqualTo(expected.toDoubleArray());
            assertThat(after.toDoubleArray()).isNotEqualTo(expected.toDoubleArray());
        }
    }
}
