package io.alchemi.config.diagnose;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Says in a user's words why a file cannot be read or written. */
public final class FileProblem {
    private FileProblem() {}

    /** The reason, without the file's name. */
    public static String reason(Path file, IOException e) {
        Path folder = file.getParent();
        if (e instanceof NoSuchFileException) {
            boolean isFolderMissing = folder != null && !Files.isDirectory(folder);
            return isFolderMissing ? "there is no folder " + folder : "there is no such file";
        } else if (Files.isDirectory(file)) {
            return "this is a folder, not a file";
        } else if (e instanceof AccessDeniedException) {
            return "there is no permission for it";
        }
        String reason = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return reason == null ? e.toString() : reason;
    }
}
