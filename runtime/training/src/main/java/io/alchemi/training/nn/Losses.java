package io.alchemi.training.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/** Loss functions with the values and gradients of PyTorch's. */
public final class Losses {
    private Losses() {}

    /**
     * Computes the mean of {@code -log softmax(logits)[label]}, like PyTorch's {@code cross_entropy}.
     *
     * @param logits scores of the classes, unnormalized, (..., C)
     * @param labels correct classes, 0 to C-1, as floats or integers, (...)
     * @return a scalar
     * @throws IllegalArgumentException if the shapes do not match
     */
    public static NDArray crossEntropy(NDArray logits, NDArray labels) {
        Shape shape = logits.getShape();
        Shape expected = shape.slice(0, shape.dimension() - 1);
        if (!labels.getShape().equals(expected)) {
            throw new IllegalArgumentException("logits of shape " + shape + " need labels of shape " + expected
                    + ", but these have shape " + labels.getShape());
        }
        NDArray index = labels.toType(DataType.INT64, false).expandDims(-1);
        return logits.logSoftmax(-1).gather(index, -1).mean().neg();
    }
}
