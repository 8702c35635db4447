package io.alchemi.config.diagnose;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Explains why a file or folder cannot be read or written. */
public final class FileProblem {
    private static final List<String> NO_SPACE = List.of("No space left on device", "Disk quota exceeded");

    private FileProblem() {}

    /** Returns the file and the reason; the message alone if the exception does not name a file. */
    public static String describe(IOException e) {
        String file = e instanceof FileSystemException problem ? problem.getFile() : null;
        if (file != null) {
            return file + ": " + reason(Path.of(file), e);
        }
        String message = e.getMessage();
        return message == null || NO_SPACE.contains(message) || e instanceof CharacterCodingException
                ? reason(Path.of(""), e)
                : message;
    }

    /**
     * Returns the reason, without the name of the file. What is not known here is said in the words of the operating system, such as
     * {@code read-only file system}.
     */
    public static String reason(Path file, IOException e) {
        if (e instanceof NoSuchFileException) {
            Path folder = file.getParent();
            boolean isFolderMissing = folder != null && !Files.isDirectory(folder);
            return isFolderMissing ? "folder " + folder + " does not exist" : "file not found";
        } else if (e instanceof AccessDeniedException) {
            return "permission denied";
        } else if (e instanceof FileAlreadyExistsException) {
            return "a file of this name exists";
        } else if (e instanceof DirectoryNotEmptyException) {
            return "is a folder, not a file";
        } else if (e instanceof CharacterCodingException) {
            return "not valid UTF-8";
        }
        String reason = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        if (reason == null) {
            return e.toString();
        } else if (reason.startsWith("Too many levels of symbolic links")) {
            return "is a loop of symbolic links";
        }
        return switch (reason) {
            case "Is a directory" -> "is a folder, not a file";
            case "Not a directory" -> notAFolder(file);
            default -> inASentence(reason) + (NO_SPACE.contains(reason) ? "; delete some files" : "");
        };
    }

    private static String notAFolder(Path file) {
        for (@Nullable Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder)) {
                return folder + " is a file, not a folder";
            }
        }
        return "is a file, not a folder";
    }

    /** Makes the first letter a small one, except in an abbreviation. */
    private static String inASentence(String reason) {
        boolean isWord = reason.length() > 1 && Character.isLowerCase(reason.charAt(1));
        return isWord ? Character.toLowerCase(reason.charAt(0)) + reason.substring(1) : reason;
    }
}
