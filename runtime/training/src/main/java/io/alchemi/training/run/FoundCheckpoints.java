package io.alchemi.training.run;

import io.alchemi.config.diagnose.FileProblem;
import io.alchemi.training.checkpoint.AtomicFile;
import io.alchemi.training.checkpoint.Safetensors;
import io.alchemi.training.folder.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoints in the folder of a run.
 *
 * @param newest   newest checkpoint that the run can be resumed from, or null if there is none
 * @param usable   files that the run can be resumed from, oldest first
 * @param problems one line for each newer file that it cannot be resumed from, newest first
 * @param problemOfBest why the best parameters do not fit {@code newest}, or null if they do
 */
record FoundCheckpoints(
        @Nullable Checkpoint newest,
        List<Path> usable,
        List<String> problems,
        @Nullable String problemOfBest) {
    /** No checkpoints. */
    static final FoundCheckpoints NONE = new FoundCheckpoints(null, List.of(), List.of(), null);

    private static final String OF_ANOTHER_RUN = "was written with another configuration: " + RunFiles.CONFIG
            + " was changed, or the file belongs to another run";

    private static final Pattern FILE = Pattern.compile("step-(\\d{6,18})" + Pattern.quote(Safetensors.EXTENSION));

    /**
     * Finds the checkpoints of a run. Changes nothing, because another process may write to the run.
     *
     * @param run   the folder of the run
     * @param facts required metadata of a checkpoint; empty to accept any undamaged checkpoint
     * @throws IOException if the folder cannot be read
     */
    static FoundCheckpoints find(Path run, Map<String, String> facts) throws IOException {
        Checkpoint newest = null;
        List<Path> usable = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Map.Entry<Long, Path> entry : files(run).entrySet()) {
            Path file = entry.getValue();
            try {
                Checkpoint checkpoint = Checkpoint.read(file);
                String problem = problem(run, checkpoint, facts);
                if (problem == null && checkpoint.step() != entry.getKey()) {
                    problem = "was renamed; it is of step " + checkpoint.step();
                }
                if (problem == null) {
                    newest = checkpoint;
                    usable.add(file);
                    problems.clear();
                } else {
                    problems.add(0, file + " " + problem);
                }
            } catch (IOException e) {
                String problem = FileProblem.describe(e);
                if (!problems.contains(problem)) {
                    problems.add(0, problem);
                }
            }
        }
        return new FoundCheckpoints(newest, usable, problems, problemOfBest(run, newest, facts));
    }

    /** Returns the checkpoint files by the step in their names. */
    private static TreeMap<Long, Path> files(Path run) throws IOException {
        TreeMap<Long, Path> found = new TreeMap<>();
        for (Path file : RunFiles.list(run.resolve(RunFiles.CHECKPOINTS), "*")) {
            Matcher matcher = FILE.matcher(String.valueOf(file.getFileName()));
            if (matcher.matches()) {
                found.put(Long.parseLong(matcher.group(1)), file);
            }
        }
        return found;
    }

    /** Returns why the run cannot be resumed from a checkpoint, or null if it can. */
    private static @Nullable String problem(Path run, Checkpoint checkpoint, Map<String, String> facts)
            throws IOException {
        if (facts.isEmpty()) {
            return null;
        }
        if (!checkpoint.metadata().entrySet().containsAll(facts.entrySet())) {
            return OF_ANOTHER_RUN;
        }
        for (String file : List.of(RunFiles.METRICS, RunFiles.EVALUATIONS)) {
            if (!MetricsFile.hasLineEnd(run.resolve(file), checkpoint.bytes(file))) {
                boolean isMissing = !Files.exists(run.resolve(file));
                return "does not fit " + file + ", which " + (isMissing ? "is missing" : "was cut off or edited");
            }
        }
        return null;
    }

    /**
     * Returns why the best parameters are not those of the best evaluation of a checkpoint, or null if they are. A process that was killed
     * may have replaced them after its last checkpoint.
     */
    private static @Nullable String problemOfBest(
            Path run, @Nullable Checkpoint checkpoint, Map<String, String> facts) {
        Path file = run.resolve(RunFiles.BEST);
        Long wanted = checkpoint == null ? null : checkpoint.bestStep();
        if (checkpoint == null || (wanted == null && !Files.exists(file))) {
            return null;
        }
        try {
            Map<String, String> metadata = Safetensors.readMetadata(file);
            if (!metadata.entrySet().containsAll(facts.entrySet())) {
                return file + " " + OF_ANOTHER_RUN;
            }
            String step = metadata.get(Checkpoint.STEP);
            return wanted != null && wanted.toString().equals(step)
                    ? null
                    : file + " is of step " + step + ", but up to step " + checkpoint.done()
                            + (wanted == null ? " there is no best evaluation" : " step " + wanted + " is the best");
        } catch (IOException e) {
            return FileProblem.describe(e);
        }
    }

    /** Returns the file with the parameters of the best evaluation of the newest checkpoint, or null if no checkpoint has them. */
    @Nullable
    Path checkpointOfBest() {
        Long step = newest == null ? null : newest.bestStep();
        return step == null
                ? null
                : usable.stream()
                        .filter(file -> file.endsWith(Checkpoint.file(step)))
                        .findFirst()
                        .orElse(null);
    }

    /** Deletes temporary files of a killed process. The caller must hold the lock of the run. */
    static void sweep(Path run) throws IOException {
        for (Path folder : List.of(run, run.resolve(RunFiles.CHECKPOINTS))) {
            for (Path file : RunFiles.list(folder, "*" + AtomicFile.TEMPORARY)) {
                Files.delete(file);
            }
        }
    }
}
