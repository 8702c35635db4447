package io.alchemi.training.array;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import com.sun.jna.Native;
import java.nio.ByteBuffer;

/**
 * Memory of the engine's arrays that Java reads and writes in place: that of float32 arrays on the CPU. It is freed with the array.
 *
 * <p>The engine does not see what is written. In a forward pass that is right only where its backward pass does not need the values.
 */
public final class HostMemory {
    private HostMemory() {}

    /**
     * Returns true for a float32 array on the CPU.
     *
     * @param array any array
     * @return true if {@link #of} may be called
     */
    public static boolean has(NDArray array) {
        return array.getDataType() == DataType.FLOAT32 && !array.getDevice().isGpu();
    }

    /**
     * Returns true if {@link #of} gives the memory of the array, and not that of a copy, which views with gaps have.
     *
     * @param array a float32 array on the CPU
     * @return true for a contiguous array
     */
    public static boolean isOwn(NDArray array) {
        return Native.getDirectBufferPointer(of(array)).equals(Native.getDirectBufferPointer(of(array)));
    }

    /**
     * Returns the memory of an array.
     *
     * @param array a float32 array on the CPU, contiguous
     * @return its elements, row-major, in the byte order of the machine
     */
    public static ByteBuffer of(NDArray array) {
        return array.toByteBuffer(true);
    }
}
