package io.alchemi.trainers.nn;

import ai.djl.ndarray.NDArray;

/**
 * Embeds sets of tokens: {@code LN(mean(Enc(W t + b)))}, the mean over the tokens that count. The order of tokens does not matter.
 *
 * <p>Works on the whole batch: with tokens hidden as keys, every set gets what it would get alone.
 */
public final class Tower {
    private final Weights weights;
    private final Transformer transformer;
    private final int depth;

    /**
     * Builds the function over existing parameters.
     *
     * @param weights     {@code token_proj}, {@code encoder.enc.layers.0}, .., {@code norm}
     * @param transformer layers of the encoder
     * @param depth       how many
     */
    public Tower(Weights weights, Transformer transformer, int depth) {
        this.weights = weights;
        this.transformer = transformer;
        this.depth = depth;
    }

    /**
     * Embeds a batch of sets.
     *
     * @param sets B sets of T tokens
     * @return (B, D)
     */
    public NDArray embed(TokenSets sets) {
        NDArray wide = Layers.linear(weights.in("token_proj"), sets.tokens());
        NDArray pooled =
                pooled(weights.in("encoder"), transformer, depth, new TokenSets(wide, sets.keyBias(), sets.pooling()));
        return Layers.layerNorm(weights.in("norm"), pooled);
    }

    /** Encodes sets of tokens of width D and takes their means, (B, D). */
    static NDArray pooled(Weights weights, Transformer transformer, int depth, TokenSets sets) {
        NDArray encoded = transformer.encoder(weights.in("enc"), depth, sets.tokens(), sets.keyBias());
        return sets.pooling().matMul(encoded).squeeze(1);
    }
}
