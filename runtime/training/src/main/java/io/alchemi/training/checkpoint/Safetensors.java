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
 * Named arrays and text in one safetensors file, which PyTorch users can load as it is.
 *
 * <p>Layout: header length (8 bytes, little-endian), header (JSON, padded with blanks to a multiple of 8), then the arrays' bytes
 * without holes, in the order of the header. DJL's own writer has no metadata, orders by hash and stops at 2 GB; here only a
 * single array is limited to 2 GiB.
 */
public final class Safetensors {
    /** End of the name of a file in the format. */
    public static final String EXTENSION = ".safetensors";

    private Safetensors() {}

    /**
     * What a file holds.
     *
     * @param tensors  arrays by name, in the order of the file
     * @param metadata text by name
     */
    public record Content(Map<String, NDArray> tensors, Map<String, String> metadata) {}

    /**
     * Writes a file: first under a temporary name, then renamed, so that no reader ever sees a part of it. Its metadata begins with
     * a checksum of the file, {@code sha256}.
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
     * @return text by name
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
     * @return its arrays and metadata
     * @throws IOException if the file cannot be read, is not a safetensors file of float32 and float64 arrays, or does not match its
     *     checksum, which files of other programs do not have
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
     * Reads a header, and verifies the checksum if there is one, which files of other programs do not have.
     *
     * @param file the file
     * @throws IOException if the file cannot be read, is not in the format, or is damaged
     */
    public static void verify(Path file) throws IOException {
        try (FileChannel channel = open(file)) {
            isVerified(file, channel, SafetensorsHeader.read(file, channel));
        }
    }

    /** Opens a file. A pipe would never end. */
    private static FileChannel open(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IOException(file + ": it is not a regular file");
        }
        return FileChannel.open(file, StandardOpenOption.READ);
    }

    /** Takes the checksum out of the metadata, and returns false if there is none. */
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
