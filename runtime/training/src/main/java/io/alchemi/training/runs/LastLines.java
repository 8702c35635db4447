package io.alchemi.training.runs;

import io.alchemi.training.folder.RunFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * The last complete lines of a file, read from its end.
 *
 * @param lines the lines
 * @param end position after the last line
 */
record LastLines(List<String> lines, long end) {
    private static final int BLOCK = 1 << 16;

    /**
     * Reads a file. Text after the last line break is ignored.
     *
     * @param most maximum number of lines
     */
    static LastLines of(Path file, int most) throws IOException {
        try (FileChannel channel = FileChannel.open(RunFiles.requireRegular(file))) {
            long end = lineBreak(channel, channel.size(), 1) + 1;
            long start = lineBreak(channel, end, most + 1L) + 1;
            return new LastLines(lines(read(channel, start, end)), end);
        }
    }

    /** Returns the position of the n-th line break before a position, or -1 if there are fewer. */
    private static long lineBreak(FileChannel channel, long before, long number) throws IOException {
        long count = 0;
        for (long end = before; end > 0; end -= BLOCK) {
            long start = Math.max(0, end - BLOCK);
            byte[] bytes = read(channel, start, end);
            for (int i = bytes.length - 1; i >= 0; i--) {
                if (bytes[i] == '\n' && ++count == number) {
                    return start + i;
                }
            }
        }
        return -1;
    }

    /** Returns the bytes of a range, or fewer if the file was truncated. */
    static byte[] read(FileChannel channel, long start, long end) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(end - start));
        int count = 0;
        while (count >= 0 && bytes.hasRemaining()) {
            count = channel.read(bytes, start + bytes.position());
        }
        byte[] read = new byte[bytes.position()];
        bytes.flip().get(read);
        return read;
    }

    /** Splits bytes that end with a line break into lines. */
    static List<String> lines(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    }
}
