package io.alchemi.training.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;

/** Activation functions with the values and gradients of PyTorch's. */
public final class Activations {
    private Activations() {}

    /**
     * Applies {@code max(x, 0)}.
     *
     * @param x any shape
     * @return the same shape
     */
    public static NDArray relu(NDArray x) {
        return Activation.relu(x);
    }

    /**
     * Applies {@code x Phi(x)} with the exact error function, not its tanh approximation.
     *
     * @param x any shape
     * @return the same shape
     */
    public static NDArray gelu(NDArray x) {
        return Activation.gelu(x);
    }
}
