package io.alchemi.trainers.spectra.library;

import io.alchemi.training.checkpoint.AtomicFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Writes matrices as {@code .npy} files, format 1.0, which {@code numpy.load} reads. */
public final class NumpyFile {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    /** The values begin at a multiple of this many bytes. */
    private static final int ALIGNMENT = 64;

    private NumpyFile() {}

    /**
     * Writes a matrix of little-endian float32 in C order. The file is replaced as a whole.
     *
     * @param file the file; its folder must exist
     * @param rows rows of equal length; no rows make a matrix of shape (0, 0)
     * @throws IOException if the file cannot be written
     * @throws IllegalArgumentException naming the first row with a different length
     */
    public static void write(Path file, float[][] rows) throws IOException {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        for (int row = 0; row < rows.length; row++) {
            if (rows[row].length != columns) {
                throw new IllegalArgumentException(
                        "row " + row + " has " + rows[row].length + " values; row 0 has " + columns);
            }
        }
        AtomicFile.replace(file, channel -> {
            OutputStream out = Channels.newOutputStream(channel);
            out.write(header(rows.length, columns));
            ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * columns).order(ByteOrder.LITTLE_ENDIAN);
            for (float[] row : rows) {
                bytes.asFloatBuffer().put(row);
                out.write(bytes.array());
            }
        });
    }

    private static byte[] header(int rows, int columns) {
        String shape = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + rows + ", " + columns + "), }";
        int before = MAGIC.length + Short.BYTES;
        int blocks = (before + shape.length() + ALIGNMENT) / ALIGNMENT; // At least one more byte, for the line break.
        int length = blocks * ALIGNMENT - before;
        String padded = shape + " ".repeat(length - shape.length() - 1) + "\n";
        return ByteBuffer.allocate(before + length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .putShort((short) length)
                .put(padded.getBytes(StandardCharsets.US_ASCII))
                .array();
    }
}
