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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads and writes named arrays and strings in a safetensors file, which PyTorch users can load directly.
 *
 * <p>Layout: header length (8 bytes, little-endian), header (JSON, padded with spaces to a multiple of 8), then the data of the arrays
 * without gaps, in the order of the header. DJL's own writer supports no metadata, orders by hash and is limited to 2 GB. Here only a
 * single array is limited to 2 GiB.
 */
public final class Safetensors {
    /** File extension of the format. */
    public static final String EXTENSION = ".safetensors";

    private Safetensors() {}

    /**
     * Content of a file.
     *
     * @param tensors  arrays by name, in the order of the file
     * @param metadata strings by name
     */
    public record Content(Map<String, NDArray> tensors, Map<String, String> metadata) {}

    /**
     * Writes a file. Writes to a temporary name first and then renames, so that no reader ever sees a partial file. The first metadata
     * entry is {@code sha256}, a checksum of the file.
     *
     * @param file     the file; its folder must exist; an existing file is replaced
     * @param tensors  arrays by name, float32 or float64, written in this order
     * @param metadata strings by name, stored in the header under {@code __metadata__}
     * @throws IOException              if writing fails; an existing file is then unchanged
     * @throws IllegalArgumentException if an array has another data type or is named {@code __metadata__}
     */
    public static void write(Path file, Map<String, NDArray> tensors, Map<String, String> metadata) throws IOException {
        ByteBuffer header = SafetensorsHeader.encode(tensors, metadata);
        AtomicFile.replace(file, channel -> {
            Checksum checksum = new Checksum();
            writeFully(channel, header, checksum);
            for (NDArray tensor : tensors.values()) {
                writeFully(channel, tensor.toByteBuffer(), checksum);
            }
            checksum.seal(channel);
        });
    }

    /**
     * Reads the metadata of a file that has a checksum.
     *
     * @param file the file
     * @return strings by name
     * @throws IOException if the file cannot be read, has no checksum, or does not match it
     */
    public static Map<String, String> readMetadata(Path file) throws IOException {
        try (FileChannel channel = open(file)) {
            SafetensorsHeader header = SafetensorsHeader.read(file, channel);
            if (!isVerified(file, channel, header)) {
                throw new IOException(file + ": it has no checksum");
            }
            return header.metadata();
        }
    }

    /**
     * Reads a file.
     *
     * @param file      the file
     * @param workspace owner of the arrays
     * @return the arrays and metadata
     * @throws IOException if the file cannot be read, is not a safetensors file of float32 and float64 arrays, or does not match its
     *     checksum, which files from other programs do not have
     */
    public static Content read(Path file, Workspace workspace) throws IOException {
        try (FileChannel channel = open(file)) {
            SafetensorsHeader header = SafetensorsHeader.read(file, channel);
            isVerified(file, channel, header);
            Map<String, NDArray> tensors = new LinkedHashMap<>();
            for (SafetensorsHeader.Entry entry : header.entries()) {
                InputBuffer buffer = workspace.input(entry.dataType(), entry.shape());
                ByteBuffer bytes = buffer.memory().duplicate();
                bytes.limit((int) (entry.end() - entry.begin()));
                readFully(file, channel, bytes, header.dataStart() + entry.begin());
                tensors.put(entry.name(), buffer.copy());
            }
            return new Content(tensors, header.metadata());
        }
    }

    /**
     * Reads a header, and verifies the checksum if there is one, which files from other programs do not have.
     *
     * @param file the file
     * @throws IOException if the file cannot be read, is not a safetensors file, or is damaged
     */
    public static void verify(Path file) throws IOException {
        try (FileChannel channel = open(file)) {
            isVerified(file, channel, SafetensorsHeader.read(file, channel));
        }
    }

    /** Opens a file. Refuses pipes, because reading them might never end. */
    private static FileChannel open(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IOException(file + ": it is not a regular file");
        }
        return FileChannel.open(file, StandardOpenOption.READ);
    }

    /** Removes the checksum from the metadata and verifies it. Returns false if there is none. */
    private static boolean isVerified(Path file, FileChannel channel, SafetensorsHeader header) throws IOException {
        String checksum = header.metadata().remove(Checksum.KEY);
        if (checksum != null && !Checksum.matches(channel, checksum)) {
            throw new IOException(file + ": the content does not match its checksum; the file is damaged");
        }
        return checksum != null;
    }

    static void readFully(Path file, FileChannel channel, ByteBuffer into, long position) throws IOException {
        long at = position;
        while (into.hasRemaining()) {
            int count = channel.read(into, at);
            if (count < 0) {
                throw new IOException(file + ": it ends at byte " + channel.size() + ", in the middle of its data");
            }
            at += count;
        }
    }

    private static void writeFully(FileChannel channel, ByteBuffer from, Checksum checksum) throws IOException {
        checksum.update(from);
        while (from.hasRemaining()) {
            channel.write(from);
        }
    }

    /** Returns the name of a data type in the format. */
    static String nameOf(DataType dataType) {
        InputBuffer.requireFloating(dataType);
        return dataType == DataType.FLOAT32 ? "F32" : "F64";
    }

    /** Returns the size of an array in bytes. */
    static long bytesOf(Shape shape, DataType dataType) {
        return shape.size() * dataType.getNumOfBytes();
    }

    /** Returns a buffer in the byte order of the format, which is little-endian on every machine. */
    static ByteBuffer littleEndian(int capacity) {
        return ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
    }
}
