package io.alchemi.training.checkpoint;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.alchemi.training.array.InputBuffer;
import io.alchemi.training.array.Workspace;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named arrays and text in one safetensors file, which PyTorch users can load as it is.
 *
 * <p>Layout: header length (8 bytes, little-endian), header (JSON, padded with blanks to a multiple of 8), then the arrays' bytes
 * without holes, in the order of the header. DJL's own writer has no metadata, orders by hash and stops at 2 GB; here only a
 * single array is limited to 2 GiB.
 */
public final class Safetensors {
    private Safetensors() {}

    /**
     * What a file holds.
     *
     * @param tensors  arrays by name, in the order of the file
     * @param metadata text by name
     */
    public record Content(Map<String, NDArray> tensors, Map<String, String> metadata) {}

    /**
     * Writes a file: first under a temporary name, then renamed, so that no reader ever sees a part of it.
     *
     * @param file     where to; its folder must exist. A file of that name is replaced
     * @param tensors  arrays by name, float32 or float64, written in this order
     * @param metadata text by name, kept in the header under {@code __metadata__}
     * @throws IOException              if writing fails; the old file, if any, is then untouched
     * @throws IllegalArgumentException if an array has another data type or is named {@code __metadata__}
     */
    public static void write(Path file, Map<String, NDArray> tensors, Map<String, String> metadata) throws IOException {
        ByteBuffer header = SafetensorsHeader.encode(tensors, metadata);
        AtomicFile.replace(file, channel -> {
            writeFully(channel, header);
            for (NDArray tensor : tensors.values()) {
                writeFully(channel, tensor.toByteBuffer());
            }
        });
    }

    /**
     * Reads a file.
     *
     * @param file      the file
     * @param workspace owner of the arrays
     * @return its arrays and metadata
     * @throws IOException if the file cannot be read or is not a safetensors file of float32 and float64 arrays
     */
    public static Content read(Path file, Workspace workspace) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            SafetensorsHeader header = SafetensorsHeader.read(file, channel);
            Map<String, NDArray> tensors = new LinkedHashMap<>();
            for (SafetensorsHeader.Entry entry : header.entries()) {
                InputBuffer buffer = workspace.input(entry.dataType(), entry.shape());
                ByteBuffer bytes = buffer.memory().duplicate();
                bytes.limit((int) (entry.end() - entry.begin()));
                readFully(channel, bytes, header.dataStart() + entry.begin());
                tensors.put(entry.name(), buffer.copy());
            }
            return new Content(tensors, header.metadata());
        }
    }

    static void readFully(FileChannel channel, ByteBuffer into, long position) throws IOException {
        long at = position;
        while (into.hasRemaining()) {
            int count = channel.read(into, at);
            if (count < 0) {
                throw new IOException("the file ends at byte " + channel.size() + ", in the middle of its data");
            }
            at += count;
        }
    }

    private static void writeFully(FileChannel channel, ByteBuffer from) throws IOException {
        while (from.hasRemaining()) {
            channel.write(from);
        }
    }

    /** The format's name of a data type. */
    static String nameOf(DataType dataType) {
        InputBuffer.requireFloating(dataType);
        return dataType == DataType.FLOAT32 ? "F32" : "F64";
    }

    /** Bytes of an array of that shape. */
    static long bytesOf(Shape shape, DataType dataType) {
        return shape.size() * dataType.getNumOfBytes();
    }

    /** Header bytes are little-endian on every machine. */
    static ByteBuffer littleEndian(int capacity) {
        return ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
    }
}
