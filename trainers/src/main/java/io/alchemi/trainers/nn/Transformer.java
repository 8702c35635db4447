package io.alchemi.trainers.nn;

import ai.djl.ndarray.NDArray;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Transformer layers and their stacks, as PyTorch's {@code TransformerEncoderLayer} and {@code TransformerDecoderLayer} compute
 * them: ReLU, no final norm after a stack. Works on the whole batch.
 *
 * <p>Every branch f of a layer is added to its input. The layer's norm stands behind the sum, {@code LN(x + f(x))}, or before the
 * branch, {@code x + f(LN(x))}; the second way trains stably without a warm-up of the learning rate (Xiong et al., <i>On layer
 * normalization in the transformer architecture</i>, ICML 2020).
 */
public final class Transformer {
    private final Attention attention;
    private final Dropout dropout;
    private final NormPlacement norms;

    /**
     * Prepares post-norm layers.
     *
     * @param heads   attention heads, at least 1; must divide the width
     * @param dropout applied to attention probabilities, inside the feed-forward part and to every residual branch
     */
    public Transformer(int heads, Dropout dropout) {
        this(heads, dropout, NormPlacement.AFTER);
    }

    /**
     * Prepares layers of one kind.
     *
     * @param heads   attention heads, at least 1; must divide the width
     * @param dropout applied to attention probabilities, inside the feed-forward part and to every residual branch
     * @param norms   where the norms stand
     */
    public Transformer(int heads, Dropout dropout, NormPlacement norms) {
        this.attention = new Attention(heads, dropout);
        this.dropout = dropout;
        this.norms = norms;
    }

    /**
     * Applies one encoder layer: self-attention, then the feed-forward part.
     *
     * @param weights {@code self_attn}, {@code linear1}, {@code linear2}, {@code norm1}, {@code norm2}
     * @param x       (B, T, D)
     * @param keyBias see {@link KeyPadding}; null hides nothing
     * @return (B, T, D)
     */
    public NDArray encoderLayer(Weights weights, NDArray x, @Nullable NDArray keyBias) {
        NDArray seen = branch(weights, 1, x, y -> attention.self(weights.in("self_attn"), y, keyBias));
        return branch(weights, 2, seen, y -> feedForward(weights, y));
    }

    /**
     * Applies one decoder layer: self-attention, attention to the memory, then the feed-forward part. Nothing is masked.
     *
     * @param weights those of an encoder layer, {@code multihead_attn} and {@code norm3}
     * @param x       (B, T, D)
     * @param memory  (B, S, D)
     * @return (B, T, D)
     */
    public NDArray decoderLayer(Weights weights, NDArray x, NDArray memory) {
        NDArray seen = branch(weights, 1, x, y -> attention.self(weights.in("self_attn"), y, null));
        NDArray known = branch(weights, 2, seen, y -> attention.cross(weights.in("multihead_attn"), y, memory));
        return branch(weights, 3, known, y -> feedForward(weights, y));
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

    private NDArray branch(Weights weights, int number, NDArray x, UnaryOperator<NDArray> function) {
        Weights norm = weights.in("norm" + number);
        NDArray input = norms == NormPlacement.BEFORE ? Layers.layerNorm(norm, x) : x;
        NDArray change = dropout.inPlace(weights.path("dropout" + number), function.apply(input));
        NDArray sum = x.add(change);
        return norms == NormPlacement.AFTER ? Layers.layerNorm(norm, sum) : sum;
    }

    private NDArray feedForward(Weights weights, NDArray x) {
        NDArray wide = Layers.linear(weights.in("linear1"), x);
        NDArray active = Layers.relu(dropout.beforeRelu(weights.path("dropout"), wide));
        Weights linear2 = weights.in("linear2");
        return Layers.linear(active, dropout.rescaled(linear2.get("weight")), linear2.get("bias"));
    }
}
