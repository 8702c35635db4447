package io.alchemi.config.diagnose;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Explains why a file cannot be read or written. */
public final class FileProblem {
    private FileProblem() {}

    /** Returns the reason, without the name of the file. */
    public static String reason(Path file, IOException e) {
        Path folder = file.getParent();
        if (e instanceof NoSuchFileException) {
            boolean isFolderMissing = folder != null && !Files.isDirectory(folder);
            return isFolderMissing ? "folder " + folder + " does not exist" : "file not found";
        } else if (Files.isDirectory(file)) {
            return "is a folder, not a file";
        } else if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        String reason = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return reason == null ? e.toString() : reason;
    }
}
