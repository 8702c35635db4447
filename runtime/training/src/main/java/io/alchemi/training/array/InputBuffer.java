package io.alchemi.training.array;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A direct buffer of one shape that is refilled every step and shared with DJL without copying. Created by {@link Workspace#input}.
 *
 * <p>Arrays from {@link #lend} share the buffer's memory: do not refill it before the backward pass over them has ended.
 */
public final class InputBuffer {
    /** Capacities are multiples of this, so that masks can be filled four floats at a time. */
    private static final int GRAIN = 16;

    private final Workspace workspace;
    private final Shape shape;
    private final DataType dataType;
    private final int size;
    private final ByteBuffer memory;

    /** Thrown if an input is too large for a buffer. The message says what to reduce. */
    public static final class TooLargeException extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        TooLargeException(String message) {
            super(message);
        }
    }

    /** Allocates the buffer, all zeros; the type is float32 or float64. */
    InputBuffer(Workspace workspace, Shape shape, DataType dataType) {
        requireFloating(dataType);
        long bytes = shape.size() * dataType.getNumOfBytes();
        if (bytes > Integer.MAX_VALUE - GRAIN) {
            throw new TooLargeException("an input of shape " + shape + " needs " + bytes
                    + " bytes; a buffer holds less than 2 GiB: use a smaller batch");
        }
        this.workspace = workspace;
        this.shape = shape;
        this.dataType = dataType;
        this.size = (int) shape.size();
        int padded = (int) (bytes + GRAIN - 1) / GRAIN * GRAIN;
        this.memory = ByteBuffer.allocateDirect(padded).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Requires float32 or float64, the two types that the engine computes correctly on every device.
     *
     * @param dataType the type to check
     * @throws IllegalArgumentException if it is neither float32 nor float64
     */
    public static void requireFloating(DataType dataType) {
        if (dataType != DataType.FLOAT32 && dataType != DataType.FLOAT64) {
            throw new IllegalArgumentException("data type is " + dataType + "; it must be float32 or float64");
        }
    }

    /**
     * Returns the shape of the arrays.
     *
     * @return the shape
     */
    public Shape shape() {
        return shape;
    }

    /**
     * Returns the number of elements.
     *
     * @return elements of the shape
     */
    public int size() {
        return size;
    }

    /**
     * Returns the memory, for code that fills it in bulk.
     *
     * @return the little-endian buffer; its capacity is the size rounded up to 16 bytes
     */
    public ByteBuffer memory() {
        return memory;
    }

    /**
     * Writes one element.
     *
     * @param index row-major position, 0 to {@link #size} - 1
     * @param value the value; rounded to float32 if that is the type
     */
    public void set(int index, double value) {
        if (dataType == DataType.FLOAT32) {
            memory.putFloat(Float.BYTES * index, (float) value);
        } else {
            memory.putDouble(Double.BYTES * index, value);
        }
    }

    /**
     * Writes all elements.
     *
     * @param values one per element, row-major
     * @return this buffer
     * @throws IllegalArgumentException if the number of values is wrong
     */
    public InputBuffer fill(double... values) {
        if (values.length != size) {
            throw new IllegalArgumentException(
                    values.length + " values for an array of shape " + shape + "; it must be " + size);
        }
        for (int i = 0; i < size; i++) {
            set(i, values[i]);
        }
        return this;
    }

    /**
     * Returns an array that shares the memory. It lives as long as the arrays of the current step.
     *
     * @return an array of the buffer's shape that shares its memory
     */
    public NDArray lend() {
        ByteBuffer view = memory.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        view.position(0).limit(size * dataType.getNumOfBytes());
        return workspace.manager().create(view, shape, dataType);
    }

    /**
     * Copies the memory into a new array that lives as long as the workspace.
     *
     * @return an array of the buffer's shape with its own memory
     */
    public NDArray copy() {
        return workspace.kept(() -> lend().duplicate());
    }
}
