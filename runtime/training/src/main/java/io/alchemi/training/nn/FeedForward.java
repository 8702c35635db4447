package io.alchemi.training.nn;

import ai.djl.ndarray.NDArray;

/** The feed-forward part of a transformer layer: linear map, ReLU, dropout, linear map. */
final class FeedForward {
    private final Linear first;
    private final Linear second;
    private final Dropout dropout;

    FeedForward(Parameters layer, int width, int hiddenWidth, double dropout) {
        this.first = new Linear(layer.in("linear1"), width, hiddenWidth);
        this.second = new Linear(layer.in("linear2"), hiddenWidth, width);
        this.dropout = layer.dropout("dropout", dropout);
    }

    NDArray apply(NDArray x) {
        NDArray active = Activations.relu(dropout.beforeRelu(first.apply(x)));
        return Linear.apply(active, dropout.rescaled(second.weight()), second.bias());
    }
}
