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
     * Applies a stack of encoder layers in which all tokens look at some only, the same of every sample. It is what a key bias that
     * hides the others gives, for less.
     *
     * @param weights {@code layers.0}, {@code layers.1}, ...
     * @param depth   how many
     * @param x       (B, T, D)
     * @param kept    picks what to look at: (K, T), in every row a single 1 among zeros
     * @return (B, T, D)
     */
    public NDArray encoderOfKept(Weights weights, int depth, NDArray x, NDArray kept) {
        NDArray y = x;
        for (int index = 0; index < depth; index++) {
            Weights layer = layer(weights, index);
            NDArray seen = branch(layer, 1, y, z -> attention.cross(layer.in("self_attn"), z, kept.matMul(z)));
            y = branch(layer, 2, seen, z -> feedForward(layer, z));
        }
        return y;
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
        return decoded(weights, seen, memory);
    }

    /** The same for some tokens, which look at all of x. */
    private NDArray decoderLayerOfKept(Weights weights, NDArray x, NDArray memory, NDArray kept) {
        NDArray all = input(weights.in("norm1"), x);
        NDArray seen = branch(weights, 1, kept.matMul(x), y -> attention.cross(weights.in("self_attn"), y, all));
        return decoded(weights, seen, memory);
    }

    private NDArray decoded(Weights weights, NDArray seen, NDArray memory) {
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
        for (int index = 0; index < depth; index++) {
            y = encoderLayer(layer(weights, index), y, keyBias);
        }
        return y;
    }

    /**
     * Applies a stack of decoder layers, all with the same memory.
     *
     * @param weights {@code layers.0}, {@code layers.1}, ...
     * @param depth   how many, at least 1
     * @param x       (B, T, D)
     * @param memory  (B, S, D)
     * @param kept    picks the tokens to decode: (K, T), in every row a single 1 among zeros; null decodes all
     * @return (B, T, D), or (B, K, D): what the last layer computes for other tokens nothing would read
     */
    public NDArray decoder(Weights weights, int depth, NDArray x, NDArray memory, @Nullable NDArray kept) {
        NDArray y = x;
        for (int index = 0; index < depth - 1; index++) {
            y = decoderLayer(layer(weights, index), y, memory);
        }
        Weights last = layer(weights, depth - 1);
        return kept == null ? decoderLayer(last, y, memory) : decoderLayerOfKept(last, y, memory, kept);
    }

    private static Weights layer(Weights weights, int index) {
        return weights.in("layers").in(Integer.toString(index));
    }

    private NDArray branch(Weights weights, int number, NDArray x, UnaryOperator<NDArray> function) {
        Weights norm = weights.in("norm" + number);
        NDArray change = dropout.inPlace(weights.path("dropout" + number), function.apply(input(norm, x)));
        NDArray sum = x.add(change);
        return norms == NormPlacement.AFTER ? Layers.layerNorm(norm, sum) : sum;
    }

    /** What a branch reads. */
    private NDArray input(Weights norm, NDArray x) {
        return norms == NormPlacement.BEFORE ? Layers.layerNorm(norm, x) : x;
    }

    private NDArray feedForward(Weights weights, NDArray x) {
        NDArray wide = Layers.linear(weights.in("linear1"), x);
        NDArray active = Layers.relu(dropout.beforeRelu(weights.path("dropout"), wide));
        Weights linear2 = weights.in("linear2");
        return Layers.linear(active, dropout.rescaled(linear2.get("weight")), linear2.get("bias"));
    }
}
