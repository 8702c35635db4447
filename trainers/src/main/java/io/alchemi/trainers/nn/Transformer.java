package io.alchemi.trainers.nn;

import ai.djl.ndarray.NDArray;
import org.jspecify.annotations.Nullable;

/**
 * Post-norm transformer layers and their stacks, as PyTorch's {@code TransformerEncoderLayer} and {@code TransformerDecoderLayer}
 * compute them: ReLU, no final norm after a stack. Works on the whole batch.
 */
public final class Transformer {
    private final Attention attention;
    private final Dropout dropout;

    /**
     * Prepares layers of one kind.
     *
     * @param heads   attention heads, at least 1; must divide the width
     * @param dropout applied to attention probabilities, inside the feed-forward part and to every residual branch
     */
    public Transformer(int heads, Dropout dropout) {
        this.attention = new Attention(heads, dropout);
        this.dropout = dropout;
    }

    /**
     * Applies one encoder layer: {@code x = LN1(x + selfattn(x))}, {@code x = LN2(x + ffn(x))}.
     *
     * @param weights {@code self_attn}, {@code linear1}, {@code linear2}, {@code norm1}, {@code norm2}
     * @param x       (B, T, D)
     * @param keyBias see {@link KeyPadding}; null hides nothing
     * @return (B, T, D)
     */
    public NDArray encoderLayer(Weights weights, NDArray x, @Nullable NDArray keyBias) {
        NDArray attended = attention.self(weights.in("self_attn"), x, keyBias);
        NDArray seen = addAndNorm(weights, 1, x, attended);
        return addAndNorm(weights, 2, seen, feedForward(weights, seen));
    }

    /**
     * Applies one decoder layer: {@code x = LN1(x + selfattn(x))}, {@code x = LN2(x + crossattn(x, memory))},
     * {@code x = LN3(x + ffn(x))}. Nothing is masked.
     *
     * @param weights those of an encoder layer, {@code multihead_attn} and {@code norm3}
     * @param x       (B, T, D)
     * @param memory  (B, S, D)
     * @return (B, T, D)
     */
    public NDArray decoderLayer(Weights weights, NDArray x, NDArray memory) {
        NDArray attended = attention.self(weights.in("self_attn"), x, null);
        NDArray seen = addAndNorm(weights, 1, x, attended);
        NDArray asked = attention.cross(weights.in("multihead_attn"), seen, memory);
        NDArray known = addAndNorm(weights, 2, seen, asked);
        return addAndNorm(weights, 3, known, feedForward(weights, known));
    }

    /**
     * Applies a stack of encoder layers.
     *
     * @param weights {@code layers.0}, {@code layers.1}, ...
     * @param depth   how many
     * @param x       (B, T, D)
     * @param keyBias see {@link KeyPadding}; null hides nothing
     * @return (B, T, D)
     */
    public NDArray encoder(Weights weights, int depth, NDArray x, @Nullable NDArray keyBias) {
        NDArray y = x;
        for (int layer = 0; layer < depth; layer++) {
            y = encoderLayer(weights.in("layers").in(Integer.toString(layer)), y, keyBias);
        }
        return y;
    }

    /**
     * Applies a stack of decoder layers, all with the same memory.
     *
     * @param weights {@code layers.0}, {@code layers.1}, ...
     * @param depth   how many
     * @param x       (B, T, D)
     * @param memory  (B, S, D)
     * @return (B, T, D)
     */
    public NDArray decoder(Weights weights, int depth, NDArray x, NDArray memory) {
        NDArray y = x;
        for (int layer = 0; layer < depth; layer++) {
            y = decoderLayer(weights.in("layers").in(Integer.toString(layer)), y, memory);
        }
        return y;
    }

    private NDArray addAndNorm(Weights weights, int branch, NDArray x, NDArray change) {
        NDArray dropped = dropout.inPlace(weights.path("dropout" + branch), change);
        return Layers.layerNorm(weights.in("norm" + branch), x.add(dropped));
    }

    private NDArray feedForward(Weights weights, NDArray x) {
        NDArray wide = Layers.linear(weights.in("linear1"), x);
        // A mask is never negative, so dropping before ReLU is the same function, and can be done in place.
        NDArray active = Layers.relu(dropout.inPlace(weights.path("dropout"), wide));
        return Layers.linear(weights.in("linear2"), active);
    }
}
