package io.alchemi.trainers.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import io.alchemi.training.array.Scalars;
import org.jspecify.annotations.Nullable;

/**
 * Multi-head attention (Vaswani et al., <i>Attention is all you need</i>, 2017), with PyTorch's parameters: {@code in_proj_weight}
 * (3D, D) and {@code in_proj_bias} stack the rows for queries, keys and values; head h uses columns h D/H .. (h+1) D/H - 1.
 */
public final class Attention {
    private static final int PARTS = 3;

    /** Axis of D in (B, T, D); DJL's split takes no negative axis. */
    private static final int WIDTH = 2;

    private final int heads;
    private final Dropout dropout;

    /**
     * Prepares attention.
     *
     * @param heads   H, at least 1; must divide the width
     * @param dropout applied to the probabilities
     */
    public Attention(int heads, Dropout dropout) {
        this.heads = heads;
        this.dropout = dropout;
    }

    /**
     * Lets every token look at the tokens of its own sample.
     *
     * @param weights {@code in_proj_weight}, {@code in_proj_bias}, {@code out_proj.weight}, {@code out_proj.bias}
     * @param x       (B, T, D)
     * @param keyBias see {@link KeyPadding}; null hides nothing
     * @return (B, T, D); rows of hidden tokens are computed too
     */
    public NDArray self(Weights weights, NDArray x, @Nullable NDArray keyBias) {
        NDArray projected = Layers.linear(x, weights.get("in_proj_weight"), weights.get("in_proj_bias"));
        NDList parts = projected.split(PARTS, WIDTH);
        return attend(weights, parts.get(0), parts.get(1), parts.get(2), keyBias);
    }

    /**
     * Lets every token of one sequence look at the tokens of another.
     *
     * @param weights as for {@link #self}
     * @param x       where queries come from, (B, T, D)
     * @param memory  where keys and values come from, (B, S, D)
     * @return (B, T, D)
     */
    public NDArray cross(Weights weights, NDArray x, NDArray memory) {
        long width = x.getShape().get(WIDTH);
        long[] afterQuery = {width};
        NDList weight = weights.get("in_proj_weight").split(afterQuery, 0);
        NDList bias = weights.get("in_proj_bias").split(afterQuery, 0);
        NDArray query = Layers.linear(x, weight.get(0), bias.get(0));
        NDList keyAndValue = Layers.linear(memory, weight.get(1), bias.get(1)).split(2, WIDTH);
        return attend(weights, query, keyAndValue.get(0), keyAndValue.get(1), null);
    }

    private NDArray attend(Weights weights, NDArray query, NDArray key, NDArray value, @Nullable NDArray keyBias) {
        Shape shape = query.getShape();
        double headWidth = (double) shape.get(WIDTH) / heads;
        NDArray scale = Scalars.like(query, 1 / Math.sqrt(headWidth));
        NDArray scores = byHead(query.mul(scale)).matMul(byHead(key).swapAxes(2, 3));
        if (keyBias != null) {
            scores.addi(keyBias);
        }
        NDArray probabilities = dropout.ofCopy(weights.path("dropout"), scores.softmax(-1));
        NDArray heard = probabilities.matMul(byHead(value)).swapAxes(1, 2).reshape(shape);
        return Layers.linear(weights.in("out_proj"), heard);
    }

    /** Turns (B, T, D) into (B, H, T, D/H). */
    private NDArray byHead(NDArray x) {
        Shape shape = x.getShape();
        long width = shape.get(WIDTH);
        if (width % heads != 0) {
            throw new IllegalArgumentException("width " + width + " is not divisible by " + heads + " heads");
        }
        return x.reshape(shape.get(0), shape.get(1), heads, width / heads).swapAxes(1, 2);
    }
}
