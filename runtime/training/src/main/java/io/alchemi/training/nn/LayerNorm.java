package io.alchemi.training.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.alchemi.training.array.Scalars;

/** Normalises the last axis to mean 0 and (biased) variance 1, with epsilon 1e-5, then scales and shifts it. */
public final class LayerNorm {
    private static final double EPSILON = 1e-5;

    /**
     * DJL rounds epsilon to a float, an error of 3e-8 that is visible in float64. The norm of c x with epsilon c^2 e equals the norm of x
     * with epsilon e, so scaling by this factor c corrects it.
     */
    private static final double EPSILON_REPAIR = Math.sqrt((float) EPSILON / EPSILON);

    private final NDArray weight;
    private final NDArray bias;
    private final Shape width;

    /**
     * Creates the norm. Its scale is initially 1 and its shift 0.
     *
     * @param parameters receives {@code weight} and {@code bias}, both (D)
     * @param width      D
     */
    public LayerNorm(Parameters parameters, int width) {
        this.weight = parameters.constant("weight", 1, width);
        this.bias = parameters.constant("bias", 0, width);
        this.width = new Shape(width);
    }

    /**
     * Applies the norm.
     *
     * @param x (..., D)
     * @return (..., D)
     */
    public NDArray apply(NDArray x) {
        NDArray input = x.getDataType() == DataType.FLOAT64 ? Scalars.mul(x, EPSILON_REPAIR) : x;
        return ai.djl.nn.norm.LayerNorm.layerNorm(input, width, weight, bias, (float) EPSILON)
                .singletonOrThrow();
    }
}
