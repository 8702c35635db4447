package io.alchemi.training.nn;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stack of decoder layers, computed like PyTorch's {@code TransformerDecoderLayer}: self-attention, attention to the memory, then a
 * feed-forward part, with the norms after the sums and no masks. Processes whole batches.
 */
public final class TransformerDecoder {
    private final List<Layer> layers = new ArrayList<>();

    /** One layer. */
    private record Layer(
            Attention self,
            Attention toMemory,
            FeedForward feedForward,
            Residual first,
            Residual second,
            Residual third) {

        NDArray apply(NDArray x, NDArray memory) {
            return rest(first.add(x, y -> self.self(y, null)), memory);
        }

        /** Applies the layer to some tokens only, which attend to all of x. */
        NDArray applyToKept(NDArray x, NDArray memory, NDArray kept) {
            return rest(first.add(kept.matMul(x), y -> self.cross(y, x)), memory);
        }

        private NDArray rest(NDArray seen, NDArray memory) {
            return third.add(second.add(seen, y -> toMemory.cross(y, memory)), feedForward::apply);
        }
    }

    /**
     * Creates the layers.
     *
     * @param parameters       receives {@code layers.0}, {@code layers.1}, …
     * @param depth            number of layers, at least 1
     * @param width            D
     * @param heads            number of attention heads, a divisor of the width
     * @param feedForwardWidth hidden width of the feed-forward parts
     * @param dropout          as for {@link TransformerEncoder}
     */
    public TransformerDecoder(
            Parameters parameters, int depth, int width, int heads, int feedForwardWidth, double dropout) {
        if (depth < 1) {
            throw new IllegalArgumentException("a decoder has " + depth + " layers; it must have at least 1");
        }
        for (int index = 0; index < depth; index++) {
            Parameters layer = parameters.layer(index);
            layers.add(new Layer(
                    new Attention(layer.in("self_attn"), width, heads, dropout),
                    new Attention(layer.in("multihead_attn"), width, heads, dropout),
                    new FeedForward(layer, width, feedForwardWidth, dropout),
                    new Residual(layer, 1, width, dropout, NormPlacement.AFTER),
                    new Residual(layer, 2, width, dropout, NormPlacement.AFTER),
                    new Residual(layer, 3, width, dropout, NormPlacement.AFTER)));
        }
    }

    /**
     * Decodes a batch. All layers use the same memory.
     *
     * @param x      (B, T, D)
     * @param memory (B, S, D)
     * @param kept   selection matrix of the tokens to decode: (K, T), each row a single 1 among zeros; null for all
     * @return (B, T, D), or (B, K, D): the last layer skips the other tokens
     */
    public NDArray apply(NDArray x, NDArray memory, @Nullable NDArray kept) {
        NDArray y = x;
        for (Layer layer : layers.subList(0, layers.size() - 1)) {
            y = layer.apply(y, memory);
        }
        Layer last = layers.get(layers.size() - 1);
        return kept == null ? last.apply(y, memory) : last.applyToKept(y, memory, kept);
    }
}
