package io.alchemi.trainers.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.LayerNorm;

/** The small parts of which networks are built. */
public final class Layers {
    private static final float LAYER_NORM_EPSILON = 1e-5f;

    private Layers() {}

    /**
     * Applies {@code y = W x + b} to the last axis.
     *
     * @param module {@code weight} (out, in) and {@code bias} (out)
     * @param x      (..., in)
     * @return (..., out)
     */
    public static NDArray linear(Weights module, NDArray x) {
        return linear(x, module.get("weight"), module.get("bias"));
    }

    /**
     * Applies {@code y = W x + b} to the last axis.
     *
     * @param x      (..., in)
     * @param weight W, (out, in)
     * @param bias   b, (out)
     * @return (..., out)
     */
    static NDArray linear(NDArray x, NDArray weight, NDArray bias) {
        return Linear.linear(x, weight, bias).singletonOrThrow();
    }

    /**
     * Normalises the last axis to mean 0 and (biased) variance 1, with epsilon 1e-5, then scales and shifts it.
     *
     * @param module {@code weight} and {@code bias}, both (D)
     * @param x      (..., D)
     * @return (..., D)
     */
    public static NDArray layerNorm(Weights module, NDArray x) {
        NDArray scale = module.get("weight");
        Shape last = scale.getShape();
        return LayerNorm.layerNorm(x, last, scale, module.get("bias"), LAYER_NORM_EPSILON)
                .singletonOrThrow();
    }

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
