package io.alchemi.training.array;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.function.Supplier;

/**
 * Owns the arrays of a run: those of a step, which are freed when the step ends, and those that live as long as the run.
 *
 * <p>DJL frees nothing by itself, and gives a result to the owner of the first operand: {@code weight.matMul(x)} would live as long
 * as the weight. {@link #scoped} frees whatever was made in it. One thread works with a workspace, the one that started the engine.
 */
public final class Workspace implements AutoCloseable {
    private final NDManager run;
    private final DataType dataType;
    private NDManager current;
    private Runnable beforeScope = () -> {};

    /**
     * Opens a workspace.
     *
     * @param device   where to compute
     * @param dataType type of parameters and inputs, float32 or float64
     * @throws IllegalArgumentException if it is another type
     */
    public Workspace(Device device, DataType dataType) {
        InputBuffer.requireFloating(dataType);
        this.run = NDManager.newBaseManager(device);
        this.dataType = dataType;
        this.current = run;
    }

    /**
     * Returns the type of parameters and inputs.
     *
     * @return float32 or float64
     */
    public DataType dataType() {
        return dataType;
    }

    /**
     * Returns the manager for arrays that DJL makes.
     *
     * @return inside of {@link #scoped} the manager of the scope, else that of the run
     */
    public NDManager manager() {
        return current;
    }

    /**
     * Makes a buffer for an input of the workspace's type.
     *
     * @param shape its shape
     * @return the buffer, all zeros
     * @throws InputBuffer.TooLargeException if it would need 2 GiB or more
     */
    public InputBuffer input(long... shape) {
        return new InputBuffer(this, new Shape(shape), dataType);
    }

    /**
     * Makes a buffer of a given type.
     *
     * @param dataType float32 or float64
     * @param shape    its shape
     * @return the buffer, all zeros
     * @throws InputBuffer.TooLargeException if it would need 2 GiB or more
     */
    public InputBuffer input(DataType dataType, Shape shape) {
        return new InputBuffer(this, shape, dataType);
    }

    /**
     * Runs a body and frees all arrays that were made in it. Scopes nest. An evaluation that computes each batch in a scope can be
     * interrupted between two batches.
     *
     * @param body what to run; returns no array of its own making
     * @param <T>  what it returns
     * @return what the body returns
     */
    public <T> T scoped(Supplier<T> body) {
        beforeScope.run();
        NDManager outer = current;
        try (NDManager inner = outer.newSubManager();
                NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            current = inner;
            return body.get();
        } finally {
            current = outer;
        }
    }

    /**
     * Runs a body in a scope, with a check before this scope and each scope in it.
     *
     * @param check may throw an exception, which ends the body
     * @param body  what to run; returns no array of its own making
     * @param <T>   what it returns
     * @return what the body returns
     */
    public <T> T scoped(Runnable check, Supplier<T> body) {
        beforeScope = check;
        try {
            return scoped(body);
        } finally {
            beforeScope = () -> {};
        }
    }

    /**
     * Makes an array that lives as long as the workspace, wherever this is called.
     *
     * @param body makes it, with memory of its own
     * @return the array
     */
    NDArray kept(Supplier<NDArray> body) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            NDArray kept = body.get();
            NDScope.unregister(kept);
            kept.detach();
            kept.attach(run);
            return kept;
        }
    }

    /**
     * Copies a matrix to Java.
     *
     * @param matrix (R, C), float32 or float64
     * @return R rows of C values
     */
    public static double[][] toRows(NDArray matrix) {
        double[] values = matrix.toType(DataType.FLOAT64, false).toDoubleArray();
        int width = (int) matrix.getShape().get(1);
        double[][] rows = new double[(int) matrix.getShape().get(0)][width];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(values, row * width, rows[row], 0, width);
        }
        return rows;
    }

    /** Frees all arrays. */
    @Override
    public void close() {
        run.close();
    }
}
