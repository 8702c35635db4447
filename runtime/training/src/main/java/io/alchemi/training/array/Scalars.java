package io.alchemi.training.array;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/**
 * Creates constants, reads single values, and has the operators with a number that give correct gradients.
 *
 * <p>Operators with a Java number ({@code x.mul(0.5f)}) put the number into a four-byte Java buffer that the backward pass may read after
 * it was freed. The gradient is then garbage. Arrays from this class own their memory, so they stay valid as long as the graph needs
 * them, even after they were closed.
 */
public final class Scalars {
    private static final Shape SCALAR = new Shape();

    private Scalars() {}

    /**
     * Creates a constant with the owner, device and data type of an array.
     *
     * @param array has the owner, device and data type
     * @param value the number
     * @return a 0-dimensional array
     */
    public static NDArray like(NDArray array, double value) {
        return of(array.getManager(), array.getDataType(), value);
    }

    /**
     * Creates a constant.
     *
     * @param manager  owner of the constant
     * @param dataType float32 or float64
     * @param value    the number; exact for float64
     * @return a 0-dimensional array
     */
    public static NDArray of(NDManager manager, DataType dataType, double value) {
        if (dataType == DataType.FLOAT32) {
            return manager.full(SCALAR, (float) value, dataType);
        }
        // full() accepts only a float; duplicate() owns its memory.
        try (NDArray onJavaMemory = manager.create(value)) {
            return onJavaMemory.duplicate();
        }
    }

    /**
     * Multiplies by a number.
     *
     * @param x     any shape
     * @param value the number
     * @return {@code x * value}
     */
    public static NDArray mul(NDArray x, double value) {
        return x.mul(like(x, value));
    }

    /**
     * Divides by a number.
     *
     * @param x     any shape
     * @param value the number
     * @return {@code x / value}
     */
    public static NDArray div(NDArray x, double value) {
        return x.div(like(x, value));
    }

    /**
     * Raises to a power, element by element.
     *
     * @param x     any shape
     * @param value the exponent
     * @return {@code x ^ value}
     */
    public static NDArray pow(NDArray x, double value) {
        return x.pow(like(x, value));
    }

    /**
     * Limits values from below.
     *
     * @param x     any shape
     * @param value the smallest value
     * @return the larger of both, element by element
     */
    public static NDArray maximum(NDArray x, double value) {
        return x.maximum(like(x, value));
    }

    /**
     * Limits values from above.
     *
     * @param x     any shape
     * @param value the largest value
     * @return the smaller of both, element by element
     */
    public static NDArray minimum(NDArray x, double value) {
        return x.minimum(like(x, value));
    }

    /**
     * Reads a single value.
     *
     * @param array an array of one element, float32 or float64
     * @return its value
     */
    public static double read(NDArray array) {
        return array.getDataType() == DataType.FLOAT32 ? array.getFloat() : array.getDouble();
    }
}
