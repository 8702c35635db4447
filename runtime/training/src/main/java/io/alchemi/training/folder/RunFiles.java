package io.alchemi.training.folder;

import io.alchemi.command.arguments.ConfigLayers;
import io.alchemi.training.checkpoint.Safetensors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names of the files and folders in the folder of a run. */
public final class RunFiles {
    /** The resolved configuration. */
    public static final String CONFIG = ConfigLayers.OF_RUN;

    /** The inputs of the run: configuration, input files and schema. */
    public static final String INPUTS = "inputs";

    /** The description of a sweep, in the folder of the sweep. */
    public static final String SWEEP = "sweep.json";

    /** The run folders of the trials, in the folder of the sweep. */
    public static final String SWEEP_TRIALS = "trials";

    /** The frozen configuration of a sweep, in the folder of the sweep. It has the files of a run, but is none. */
    public static final String SWEEP_BASE = "base";

    /** The command lines that started and resumed the run; in {@link #INPUTS}. */
    public static final String COMMAND = INPUTS + "/command.txt";

    /** The checksums of the input files when the run started; in {@link #INPUTS}. */
    public static final String CHECKSUMS = INPUTS + "/sha256.json";

    /** A line of metrics for each step. */
    public static final String METRICS = "metrics.jsonl";

    /** A line of metrics for each evaluation. */
    public static final String EVALUATIONS = "evaluations.jsonl";

    /** Everything that was printed. */
    public static final String LOG = "log.txt";

    /** State of the run, with a heartbeat. */
    public static final String STATUS = "status.json";

    /** Software and machine when the run started. */
    public static final String ENVIRONMENT = environment(0);

    /** Parameters and optimizer state. */
    public static final String CHECKPOINTS = "checkpoints";

    /** Initial parameters of a run with {@code --init-from}; in {@link #CHECKPOINTS}. */
    public static final String INITIAL = CHECKPOINTS + "/initial" + Safetensors.EXTENSION;

    /** Parameters of the best evaluation; in {@link #CHECKPOINTS}. */
    public static final String BEST = CHECKPOINTS + "/best" + Safetensors.EXTENSION;

    /** Parameters after the last step; in {@link #CHECKPOINTS}. */
    public static final String FINAL = CHECKPOINTS + "/final" + Safetensors.EXTENSION;

    /** The report, an HTML page. */
    public static final String REPORT = "report.html";

    /** Locked while a process writes to the run. */
    public static final String LOCK = ".lock";

    private static final Pattern OWN = Pattern.compile(String.join(
            "|",
            CONFIG,
            METRICS,
            EVALUATIONS,
            LOG,
            STATUS,
            REPORT,
            LOCK,
            "environment.*\\.json",
            "uncommitted.*\\.patch",
            INPUTS + "(/.*)?",
            INITIAL,
            BEST,
            FINAL,
            CHECKPOINTS + "(/step-\\d+\\.safetensors)?"));

    private RunFiles() {}

    /** Returns the name of the environment file of the start (0) or of a resume (counted from 1). */
    static String environment(int resume) {
        return "environment" + number(resume) + ".json";
    }

    /** Returns the name of the file with uncommitted changes of the start (0) or of a resume (counted from 1). */
    static String patch(int resume) {
        return "uncommitted" + number(resume) + ".patch";
    }

    private static String number(int resume) {
        return resume == 0 ? "" : "-resume-" + resume;
    }

    /** Returns true if the folder of a run belongs to a sweep. */
    public static boolean isTrial(Path run) {
        Path real;
        try {
            real = run.toRealPath(); // A link to a trial is a trial.
        } catch (IOException e) {
            return false;
        }
        Path trials = real.getParent();
        return trials != null && trials.endsWith(SWEEP_TRIALS) && Files.exists(trials.resolveSibling(SWEEP));
    }

    /** Returns true if every run may have a file of this name, relative to its folder. */
    public static boolean isOwn(Path file) {
        return OWN.matcher(file.toString()).matches();
    }

    /**
     * Requires a regular file, which can be read to its end.
     *
     * @param file the file
     * @return the file
     * @throws NoSuchFileException if it does not exist
     * @throws IOException if it is a folder, pipe or device
     */
    public static Path requireRegular(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        } else if (!Files.isRegularFile(file)) {
            throw new IOException(file + " is not a regular file");
        }
        return file;
    }

    /**
     * Deletes a folder and its content, if it exists.
     *
     * @throws IOException if a file cannot be deleted
     */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    /**
     * Returns the files of a folder.
     *
     * @param folder a folder; one that does not exist has no files
     * @param glob   pattern of the file names
     * @return the files, sorted
     * @throws IOException if the folder cannot be read
     */
    public static List<Path> list(Path folder, String glob) throws IOException {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, glob)) {
                files.forEach(found::add);
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            }
        }
        found.sort(null);
        return found;
    }
}
