package io.alchemi.training.array;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import com.sun.jna.Native;
import java.nio.ByteBuffer;

/**
 * Direct access from Java to the memory of float32 arrays on the CPU. The memory is freed with the array.
 *
 * <p>The engine does not notice writes. In a forward pass, write only to arrays whose values the backward pass does not need.
 */
public final class HostMemory {
    private HostMemory() {}

    /**
     * Returns true for a float32 array on the CPU of less than 2 GiB, the limit of Java's buffers.
     *
     * @param array any array
     * @return true if {@link #of} may be called
     */
    public static boolean has(NDArray array) {
        return array.getDataType() == DataType.FLOAT32
                && !array.getDevice().isGpu()
                && array.size() <= Integer.MAX_VALUE / Float.BYTES;
    }

    /**
     * Returns true if {@link #of} returns the memory of the array itself. For views with gaps it returns a copy.
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
