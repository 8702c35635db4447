package io.alchemi.training.run;

import io.alchemi.command.arguments.Arguments;
import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.FileProblem;
import io.alchemi.training.folder.RunFiles;
import io.alchemi.training.folder.RunStatus;
import io.alchemi.training.runs.RunFinder;
import io.alchemi.training.runs.RunName;
import io.alchemi.training.runs.RunRecord;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Creates and finds run folders, {@code runs/<command>/<name>}; see {@link RunName}.
 */
final class RunFolder {
    private static final String REHEARSAL = ".dry-run-";

    private RunFolder() {}

    /**
     * Creates a new folder.
     *
     * @param command the command, without {@code alchemi}
     * @param name the user's name for the run, or empty
     * @throws TrainingException if the folder cannot be created
     */
    static Path create(String command, String name, LocalDateTime now) {
        return create(command, parent -> {
            SecureRandom random = new SecureRandom();
            FileAlreadyExistsException taken = new FileAlreadyExistsException(parent.toString());
            // Two runs that start in the same second may draw the same characters.
            for (int attempt = 0; attempt < 100; attempt++) {
                try {
                    return Files.createDirectory(
                            parent.resolve(RunName.draw(now, name, random).toString()));
                } catch (FileAlreadyExistsException e) {
                    taken = e;
                }
            }
            throw taken;
        });
    }

    /**
     * Returns true if a folder contains a run to resume. Otherwise deletes the files of a process that was killed before it trained.
     *
     * @throws IOException if the folder cannot be read
     * @throws TrainingException if another process uses the folder
     */
    static boolean prepare(Path folder) throws IOException {
        RunRecord run = RunRecord.open(folder);
        if (run.damage() == null || run.isDamagedWithResults()) {
            return true;
        }
        RunStatus status = RunStatus.readIfPresent(folder);
        if (status != null && status.isRunning()) {
            throw new TrainingException(folder + " is in use by another process");
        }
        delete(folder);
        return false;
    }

    /**
     * Creates a folder given by the caller.
     *
     * @throws TrainingException if the folder cannot be created
     */
    static Path create(Path folder) {
        try {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            return Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            throw new TrainingException(folder + " is in use by another process");
        } catch (IOException e) {
            throw new TrainingException("the run folder cannot be made: " + FileProblem.describe(e));
        }
    }

    /**
     * A temporary folder that is not a run.
     *
     * @param path the folder
     * @param above parent folders that were created for it, innermost first
     */
    record Temporary(Path path, List<Path> above) {
        /** Deletes the folder, and its parents unless they contain something else. */
        void delete() {
            RunFolder.delete(path);
            try {
                for (Path folder : above) {
                    Files.deleteIfExists(folder);
                }
            } catch (IOException e) {
                return;
            }
        }
    }

    /**
     * Creates a temporary folder, and deletes those of killed processes.
     *
     * @param command the command, without {@code alchemi}
     * @throws TrainingException if the folder cannot be created
     */
    static Temporary createTemporary(String command) {
        List<Path> above = new ArrayList<>();
        for (Path folder = parent(command); folder != null && Files.notExists(folder); folder = folder.getParent()) {
            above.add(folder);
        }
        Path created = create(command, parent -> {
            for (Path killed : RunFiles.list(parent, REHEARSAL + "*")) {
                RunStatus status = RunStatus.readIfPresent(killed);
                if (status != null && status.isLost()) {
                    delete(killed);
                }
            }
            return Files.createTempDirectory(parent, REHEARSAL);
        });
        return new Temporary(created, above);
    }

    private static Path create(String command, Creation creation) {
        Path parent = parent(command);
        try {
            Files.createDirectories(parent); // Returns an absolute path, which users would see.
            try {
                return creation.in(parent);
            } catch (NoSuchFileException e) {
                Files.createDirectories(parent); // Another rehearsal has just deleted its folders.
                return creation.in(parent);
            }
        } catch (IOException e) {
            throw new TrainingException(
                    "no run folder can be made in " + parent + ": " + FileProblem.reason(parent, e));
        }
    }

    private interface Creation {
        Path in(Path parent) throws IOException;
    }

    /**
     * Returns the folder of a run to resume.
     *
     * @param command the command, without {@code alchemi}
     * @param run   a folder, a part of the name of a folder, or {@code last} for the newest run of the command
     * @throws ConfigException if there is no such run, or it belongs to another command
     */
    static Path find(String command, String run) {
        RunRecord found = named("--resume", command, run);
        RunStatus status = found.status();
        if (status == null || found.damage() != null) {
            throw refused(
                    found.folder(),
                    "the run is damaged: " + found.damage(),
                    Files.exists(found.folder().resolve(RunFiles.METRICS))
                            ? "restore the file, or start a new run, with --init-from for its parameters"
                            : "nothing was computed: delete the folder, and start a new run");
        } else if (!status.command().equals(command)) {
            throw refused(
                    found.folder(),
                    "it is a run of the command '" + status.command() + "'",
                    "resume it with that command, or take its parameters with --init-from");
        }
        return found.folder();
    }

    /**
     * Returns the run with a name given by a user, preferably one of a command.
     *
     * @param option the option before the name, for messages; empty for an argument
     * @throws ConfigException if there is no such run
     */
    static RunRecord named(String option, String command, String run) {
        try {
            return RunFinder.find(option, run, parent(command));
        } catch (ConfigException e) {
            RunRecord other = run.equals(RunFinder.LAST) ? null : ofAnyCommand(run);
            if (other == null) {
                throw e;
            }
            return other;
        }
    }

    private static @Nullable RunRecord ofAnyCommand(String run) {
        try {
            return RunFinder.find(run);
        } catch (ConfigException e) {
            return null;
        }
    }

    /** Deletes a folder and its content as far as possible. */
    static void delete(Path folder) {
        try {
            RunFiles.delete(folder);
        } catch (IOException e) {
            return;
        }
    }

    /** Deletes the folder of a run that did not start, and the folder of its command if it is the first run. */
    static void deleteUnused(Path folder) {
        delete(folder);
        try {
            Files.delete(folder.resolveSibling(""));
        } catch (IOException e) {
            return; // It has other runs.
        }
    }

    /** Returns an exception about a run that cannot be used. */
    static ConfigException refused(Path folder, String message, String label) {
        return new ConfigException(List.of(Arguments.usage(folder.toString(), message, label)));
    }

    /** Returns the folder that contains the runs of a command. */
    static Path parent(String command) {
        return RunFinder.root().resolve(command.replace(' ', '-'));
    }
}
