package io.alchemi.training.nn;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stack of encoder layers, computed like PyTorch's {@code TransformerEncoderLayer}: self-attention, then a feed-forward part, without a
 * final norm after the stack. Processes whole batches.
 */
public final class TransformerEncoder {
    private final List<Layer> layers = new ArrayList<>();

    /** One layer. */
    private record Layer(Attention attention, FeedForward feedForward, Residual first, Residual second) {}

    /**
     * Creates the layers.
     *
     * @param parameters       receives {@code layers.0}, {@code layers.1}, …
     * @param depth            number of layers
     * @param width            D
     * @param heads            number of attention heads, a divisor of the width
     * @param feedForwardWidth hidden width of the feed-forward parts
     * @param dropout          share to drop of the attention probabilities, of the hidden values of the feed-forward parts and of each
     *                         branch's output, in [0, 1)
     * @param norms            position of the norms
     */
    public TransformerEncoder(
            Parameters parameters,
            int depth,
            int width,
            int heads,
            int feedForwardWidth,
            double dropout,
            NormPlacement norms) {
        for (int index = 0; index < depth; index++) {
            Parameters layer = parameters.layer(index);
            layers.add(new Layer(
                    new Attention(layer.in("self_attn"), width, heads, dropout),
                    new FeedForward(layer, width, feedForwardWidth, dropout),
                    new Residual(layer, 1, width, dropout, norms),
                    new Residual(layer, 2, width, dropout, norms)));
        }
    }

    /**
     * Encodes a batch.
     *
     * @param x       (B, T, D)
     * @param keyBias see {@link KeyPadding}; null hides nothing
     * @return (B, T, D)
     */
    public NDArray apply(NDArray x, @Nullable NDArray keyBias) {
        NDArray y = x;
        for (Layer layer : layers) {
            NDArray seen = layer.first.add(y, z -> layer.attention.self(z, keyBias));
            y = layer.second.add(seen, layer.feedForward::apply);
        }
        return y;
    }

    /**
     * Encodes a batch in which all tokens attend to the same selected tokens, in every sample. Equals hiding the other tokens with a key
     * bias, but is faster.
     *
     * @param x    (B, T, D)
     * @param kept selection matrix of the tokens to attend to: (K, T), each row a single 1 among zeros
     * @return (B, T, D)
     */
    public NDArray applyToKept(NDArray x, NDArray kept) {
        NDArray y = x;
        for (Layer layer : layers) {
            NDArray seen = layer.first.add(y, z -> layer.attention.cross(z, kept.matMul(z)));
            y = layer.second.add(seen, layer.feedForward::apply);
        }
        return y;
    }
}
