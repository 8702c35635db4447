package io.alchemi.trainers.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.LayerNorm;
import io.alchemi.training.array.Scalars;

/** The small parts of which networks are built. */
public final class Layers {
    private static final double LAYER_NORM_EPSILON = 1e-5;

    /**
     * DJL takes epsilon as a float, which is 3e-8 off and shows in float64. Norm of c x with epsilon c^2 e is norm of x with
     * epsilon e, so this factor c makes up for it.
     */
    private static final double EPSILON_REPAIR = Math.sqrt((float) LAYER_NORM_EPSILON / LAYER_NORM_EPSILON);

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
        NDArray input = x.getDataType() == DataType.FLOAT64 ? x.mul(Scalars.like(x, EPSILON_REPAIR)) : x;
        return LayerNorm.layerNorm(input, last, scale, module.get("bias"), (float) LAYER_NORM_EPSILON)
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

    /**
     * Applies linear maps with GELU between each two.
     *
     * @param module {@code 0}, {@code 2}, .., each with {@code weight} and {@code bias}
     * @param x      (..., in)
     * @return (..., out)
     */
    public static NDArray perceptron(Weights module, NDArray x) {
        NDArray y = linear(module.in("0"), x);
        for (int layer = 2; module.has(layer + ".weight"); layer += 2) {
            y = linear(module.in(Integer.toString(layer)), gelu(y));
        }
        return y;
    }
}
