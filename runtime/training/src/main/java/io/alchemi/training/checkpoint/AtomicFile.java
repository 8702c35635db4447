package io.alchemi.training.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Replaces a file so that it always has either the old or the new content, even after a system crash. */
public final class AtomicFile {
    /** Suffix of a file that is being written. */
    public static final String TEMPORARY = ".tmp";

    private AtomicFile() {}

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes the content from its first byte.
         *
         * @param channel the file, empty; the caller closes it
         * @throws IOException if writing fails
         */
        void writeTo(FileChannel channel) throws IOException;
    }

    /**
     * Writes to a temporary file next to the target, forces it to the disk and renames it. A writer that fails leaves no temporary file. If
     * the process is killed, {@code NAME.tmp} remains, and the next write of the same file overwrites it.
     *
     * @param target  the file, new or existing; its folder must exist
     * @param content writes the new content
     * @throws IOException if writing or renaming fails; the target is then unchanged
     */
    public static void replace(Path target, Content content) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Path temporary = target.resolveSibling(target.getFileName() + TEMPORARY);
        try {
            try (FileChannel channel = FileChannel.open(
                    temporary,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                content.writeTo(channel);
                channel.force(true);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw ofTarget(target, e);
        } finally {
            Files.deleteIfExists(temporary);
        }
        if (folder != null) {
            forceFolder(folder);
        }
    }

    /**
     * Writes a string as UTF-8 in the same way.
     *
     * @param target the file, new or existing; its folder must exist
     * @param text   the new content
     * @throws IOException if writing or renaming fails; the target is then unchanged
     */
    public static void replace(Path target, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        replace(target, channel -> {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        });
    }

    /** Returns the same problem, with the target instead of the temporary file. */
    private static FileSystemException ofTarget(Path target, IOException e) {
        FileSystemException known;
        if (e instanceof NoSuchFileException) {
            known = new NoSuchFileException(target.toString());
        } else if (e instanceof AccessDeniedException) {
            known = new AccessDeniedException(target.toString());
        } else {
            String reason = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
            known = new FileSystemException(target.toString(), null, reason);
        }
        known.initCause(e);
        return known;
    }

    /** Forces the new name to the disk. Windows cannot open a folder, but does not need this. */
    private static void forceFolder(Path folder) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
