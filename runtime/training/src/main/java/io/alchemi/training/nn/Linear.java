package io.alchemi.training.nn;

import ai.djl.ndarray.NDArray;

/** A linear map of the last axis, {@code y = W x + b}: {@code weight} (out, in) and {@code bias} (out), as in PyTorch. */
public final class Linear {
    private final NDArray weight;
    private final NDArray bias;

    /**
     * Creates the map. Weight and bias are initialized from U(-1/sqrt(in), 1/sqrt(in)).
     *
     * @param parameters receives its parameters
     * @param in         input width
     * @param out        output width
     */
    public Linear(Parameters parameters, int in, int out) {
        double bound = 1 / Math.sqrt(in);
        this.weight = parameters.uniform("weight", bound, out, in);
        this.bias = parameters.uniform("bias", bound, out);
    }

    /** Creates a map from existing parameters. */
    Linear(NDArray weight, NDArray bias) {
        this.weight = weight;
        this.bias = bias;
    }

    /**
     * Applies the map.
     *
     * @param x (..., in)
     * @return (..., out)
     */
    public NDArray apply(NDArray x) {
        return apply(x, weight, bias);
    }

    static NDArray apply(NDArray x, NDArray weight, NDArray bias) {
        return ai.djl.nn.core.Linear.linear(x, weight, bias).singletonOrThrow();
    }

    NDArray weight() {
        return weight;
    }

    NDArray bias() {
        return bias;
    }
}
