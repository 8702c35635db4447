package io.alchemi.training.run;

import io.alchemi.command.CommandException;
import io.alchemi.command.arguments.Arguments;
import io.alchemi.config.ConfigException;
import io.alchemi.training.folder.RunStatus;
import io.alchemi.training.runs.RunFinder;
import io.alchemi.training.runs.RunName;
import io.alchemi.training.runs.RunRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Creates and finds the folders of the runs of a command, {@code runs/<command>/<name>}; see {@link RunName}.
 */
final class RunFolder {
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
            Path folder = parent.resolve(RunName.draw(now, name, random).toString());
            try {
                return Files.createDirectory(folder);
            } catch (FileAlreadyExistsException e) {
                taken++; // Two runs that began in the same second drew the same characters.
            }
        }
        throw new IOException("no free name for a run in " + parent);
    }

    /**
     * Returns the folder of a run that is to be resumed.
     *
     * @param words the command's words
     * @param run   a folder, a part of the name of a folder, or {@code last} for the newest run of the command
     * @throws ConfigException if there is none, or it is of another command
     */
    static Path find(String words, String run) {
        RunRecord found = named(words, run);
        RunStatus status = found.status();
        if (status == null || found.damage() != null) {
            throw refused(
                    found.folder(),
                    "the run is damaged: " + found.damage(),
                    "start a new run, with --init-from for its parameters");
        } else if (!status.command().equals(words)) {
            throw refused(
                    found.folder(),
                    "it is a run of 'alchemi " + status.command() + "'",
                    "resume it with that command, or take its parameters with --init-from");
        }
        return found.folder();
    }

    private static RunRecord named(String words, String run) {
        try {
            return RunFinder.find(run, parent(words));
        } catch (CommandException | IOException e) {
            RunRecord other = run.equals(RunFinder.LAST) ? null : ofAnyCommand(run);
            if (other != null) {
                return other;
            }
            throw new ConfigException(List.of(
                    Arguments.usage("--resume " + run, String.valueOf(e.getMessage()), "name a run to resume")));
        }
    }

    private static @Nullable RunRecord ofAnyCommand(String run) {
        try {
            return RunFinder.find(run);
        } catch (CommandException | IOException e) {
            return null;
        }
    }

    /** Deletes a folder with everything in it, as far as that is possible. */
    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            return;
        }
    }

    /** Returns the refusal of a run. */
    static ConfigException refused(Path folder, String message, String label) {
        return new ConfigException(List.of(Arguments.usage(folder.toString(), message, label)));
    }

    /** Returns the folder that contains the runs of a command. */
    static Path parent(String words) {
        return RunFinder.root().resolve(words.replace(' ', '-'));
    }
}
