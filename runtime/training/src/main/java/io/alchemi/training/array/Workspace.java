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
 * <p>DJL frees nothing by itself, and gives a result the owner of the first operand: {@code weight.matMul(x)} would live as long as the
 * weight. {@link #scoped} frees all arrays created in it. A workspace is used by one thread only, the one that started the engine.
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
     * @throws IllegalArgumentException if the type is neither
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
     * Returns the manager for arrays that DJL creates.
     *
     * @return inside {@link #scoped} the manager of the scope, else the manager of the run
     */
    public NDManager manager() {
        return current;
    }

    /**
     * Creates an input buffer of the workspace's type.
     *
     * @param shape its shape
     * @return the buffer, all zeros
     * @throws InputBuffer.TooLargeException if it would need 2 GiB or more
     */
    public InputBuffer input(long... shape) {
        return new InputBuffer(this, new Shape(shape), dataType);
    }

    /**
     * Creates an input buffer of a given type.
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
     * Runs code and frees all arrays created in it. Scopes can be nested. An evaluation that computes each batch in a scope can be
     * interrupted between two batches.
     *
     * @param body the code; must not return an array that it creates
     * @param <T>  type of the result
     * @return the result of the body
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
     * Runs code in a scope, and runs a check before this scope and before each nested scope.
     *
     * @param check may throw an exception to end the body
     * @param body  the code; must not return an array that it creates
     * @param <T>   type of the result
     * @return the result of the body
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
     * Creates an array that lives as long as the workspace, even inside a scope.
     *
     * @param body creates the array, with its own memory
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
