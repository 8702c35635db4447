package io.alchemi.training.run;

import io.alchemi.command.arguments.Arguments;
import io.alchemi.config.ConfigException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    /**
     * Returns the folder of a run.
     *
     * @param words the command's words
     * @param run   a folder, the name of a folder, or {@code last} for the newest run of the command
     * @throws ConfigException if there is none
     */
    static Path find(String words, String run) {
        Path folder = run.equals("last") ? newest(words) : Path.of(run);
        Path named = parent(words).resolve(run);
        if (folder == null) {
            throw refused(parent(words), "the command has no runs", "start one without --resume");
        } else if (!Files.isDirectory(folder) && Files.isDirectory(named)) {
            folder = named;
        }
        if (!Files.isRegularFile(folder.resolve(RunConfiguration.FILE))) {
            throw refused(
                    folder, "it is not the folder of a run", "name a folder below " + parent(words) + ", or last");
        }
        return folder;
    }

    private static @Nullable Path newest(String words) {
        Path parent = parent(words);
        if (!Files.isDirectory(parent)) {
            return null;
        }
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve(RunConfiguration.FILE)))
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        } catch (IOException e) {
            return null;
        }
    }

    /** Returns the refusal of a run. */
    static ConfigException refused(Path folder, String message, String label) {
        return new ConfigException(List.of(Arguments.usage(folder.toString(), message, label)));
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
