package io.alchemi.training.run;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Creates the folder of a run: {@code runs/<command>/<date-time>-<4 characters>[-name]}, below the working directory or below what
 * the system property {@code alchemi.runs} names instead of {@code runs}.
 */
final class RunFolder {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
    private static final String CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

    private RunFolder() {}

    /**
     * Creates a new folder.
     *
     * @param words the command's words
     * @param name the user's name for the run, or empty
     */
    static Path create(String words, String name, LocalDateTime now) throws IOException {
        Path parent = parent(words);
        Files.createDirectories(parent);
        SecureRandom random = new SecureRandom();
        int taken = 0;
        while (taken < 100) {
            Path folder = named(parent, name, now, random);
            try {
                return Files.createDirectory(folder);
            } catch (FileAlreadyExistsException e) {
                taken++; // Two runs that began in the same second drew the same characters.
            }
        }
        throw new IOException("no free name for a run in " + parent);
    }

    /** Returns the folder that contains the runs of a command. */
    static Path parent(String words) {
        return Path.of(System.getProperty("alchemi.runs", "runs"), words.replace(' ', '-'));
    }

    private static Path named(Path parent, String name, LocalDateTime now, SecureRandom random) {
        StringBuilder folder = new StringBuilder(TIME.format(now)).append('-');
        for (int i = 0; i < 4; i++) {
            folder.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return parent.resolve(name.isEmpty() ? folder.toString() : folder + "-" + name);
    }
}
