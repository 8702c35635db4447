package io.alchemi.training.nn;

import ai.djl.ndarray.NDArray;
import java.util.function.UnaryOperator;

/**
 * Adds a branch f of a transformer layer to its input: {@code LN(x + f(x))} or {@code x + f(LN(x))}. The second form trains stably
 * without warmup (Xiong et al., <i>On layer normalization in the transformer architecture</i>, ICML 2020).
 */
final class Residual {
    private final LayerNorm norm;
    private final Dropout dropout;
    private final boolean normFirst;

    Residual(Parameters layer, int number, int width, double dropout, NormPlacement norms) {
        this.norm = new LayerNorm(layer.in("norm" + number), width);
        this.dropout = layer.dropout("dropout" + number, dropout);
        this.normFirst = norms == NormPlacement.BEFORE;
    }

    /** Adds a branch that ends with a linear map, because dropout changes the map's output in place. */
    NDArray add(NDArray x, UnaryOperator<NDArray> branch) {
        NDArray change = branch.apply(normFirst ? norm.apply(x) : x);
        NDArray sum = x.add(dropout.applyInPlace(change));
        return normFirst ? sum : norm.apply(sum);
    }
}
