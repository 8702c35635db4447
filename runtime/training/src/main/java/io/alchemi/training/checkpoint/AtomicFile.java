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

/** Replaces a file so that it holds the old or the new content at every moment, also after a crash of the machine. */
public final class AtomicFile {
    /** End of the name of a file that is being written. */
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
     * Writes beside the target, forces it to the disk and renames it. A writer that fails leaves no temporary file; one that was
     * killed leaves {@code NAME.tmp}, which the next write of the same file overwrites.
     *
     * @param target  the file, new or existing; its folder must exist
     * @param content writes the new content
     * @throws IOException if writing or renaming fails; the target is unchanged then
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
     * Writes a text in UTF-8, in the same way.
     *
     * @param target the file, new or existing; its folder must exist
     * @param text   the new content
     * @throws IOException if writing or renaming fails; the target is unchanged then
     */
    public static void replace(Path target, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        replace(target, channel -> {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        });
    }

    /** Returns the same problem of the file that the user knows. */
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

    /** The new name is on the disk only after this; Windows can neither open a folder nor needs it. */
    private static void forceFolder(Path folder) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
