package io.alchemi.training.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import io.alchemi.training.array.Scalars;
import org.jspecify.annotations.Nullable;

/**
 * Multi-head attention (Vaswani et al., <i>Attention is all you need</i>, 2017), with PyTorch's parameters: {@code in_proj_weight}
 * (3D, D) and {@code in_proj_bias} stack the rows for queries, keys and values. Head h uses columns h D/H to (h+1) D/H - 1.
 */
public final class Attention {
    private static final int PARTS = 3;

    /** Axis of D in (B, T, D). DJL's split does not support negative axes. */
    private static final int WIDTH = 2;

    private final int heads;
    private final NDArray weight;
    private final NDArray bias;
    private final Linear out;
    private final Dropout dropout;

    /**
     * Creates the parameters. The input weights are Xavier-uniform as one block (Glorot and Bengio, 2010); biases are zero.
     *
     * @param parameters receives {@code in_proj_weight}, {@code in_proj_bias} and {@code out_proj}
     * @param width      D
     * @param heads      H, at least 1
     * @param dropout    share of the attention probabilities to drop, in [0, 1)
     * @throws IllegalArgumentException if the width is not divisible by the number of heads
     */
    public Attention(Parameters parameters, int width, int heads, double dropout) {
        if (heads < 1 || width % heads != 0) {
            throw new IllegalArgumentException("width " + width + " is not divisible by " + heads + " heads");
        }
        this.heads = heads;
        this.weight = parameters.uniform("in_proj_weight", Math.sqrt(6.0 / (4.0 * width)), 3L * width, width);
        this.bias = parameters.constant("in_proj_bias", 0, 3L * width);
        Parameters ofOut = parameters.in("out_proj");
        this.out = new Linear(
                ofOut.uniform("weight", 1 / Math.sqrt(width), width, width), ofOut.constant("bias", 0, width));
        this.dropout = parameters.dropout("dropout", dropout);
    }

    /**
     * Computes self-attention: every token attends to the tokens of its own sample.
     *
     * @param x       (B, T, D)
     * @param keyBias see {@link KeyPadding}; null hides nothing
     * @return (B, T, D); including the rows of hidden tokens
     */
    public NDArray self(NDArray x, @Nullable NDArray keyBias) {
        NDList parts = Linear.apply(x, weight, bias).split(PARTS, WIDTH);
        return attend(parts.get(0), parts.get(1), parts.get(2), keyBias);
    }

    /**
     * Computes cross-attention: every token of one sequence attends to the tokens of another.
     *
     * @param x      source of the queries, (B, T, D)
     * @param memory source of the keys and values, (B, S, D)
     * @return (B, T, D)
     */
    public NDArray cross(NDArray x, NDArray memory) {
        long[] afterQuery = {x.getShape().get(WIDTH)};
        NDList weights = weight.split(afterQuery, 0);
        NDList biases = bias.split(afterQuery, 0);
        NDArray query = Linear.apply(x, weights.get(0), biases.get(0));
        NDList keyAndValue = Linear.apply(memory, weights.get(1), biases.get(1)).split(2, WIDTH);
        return attend(query, keyAndValue.get(0), keyAndValue.get(1), null);
    }

    private NDArray attend(NDArray query, NDArray key, NDArray value, @Nullable NDArray keyBias) {
        Shape shape = query.getShape();
        double headWidth = (double) shape.get(WIDTH) / heads;
        NDArray scaled = Scalars.mul(query, 1 / Math.sqrt(headWidth));
        NDArray scores = byHead(scaled).matMul(byHead(key).swapAxes(2, 3));
        if (keyBias != null) {
            scores.addi(keyBias);
        }
        NDArray probabilities = dropout.apply(scores.softmax(-1));
        return out.apply(probabilities.matMul(byHead(value)).swapAxes(1, 2).reshape(shape));
    }

    /** Reshapes (B, T, D) to (B, H, T, D/H). */
    private NDArray byHead(NDArray x) {
        Shape shape = x.getShape();
        return x.reshape(shape.get(0), shape.get(1), heads, shape.get(WIDTH) / heads)
                .swapAxes(1, 2);
    }
}
