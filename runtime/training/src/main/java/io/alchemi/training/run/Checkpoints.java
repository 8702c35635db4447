package io.alchemi.training.run;

import ai.djl.ndarray.NDArray;
import io.alchemi.config.diagnose.FileProblem;
import io.alchemi.training.array.Workspace;
import io.alchemi.training.checkpoint.Safetensors;
import io.alchemi.training.folder.RunFiles;
import io.alchemi.training.nn.Parameters;
import io.alchemi.training.optimizer.AdamW;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the checkpoints of a run: {@code step-NUMBER} with parameters and optimizer state, {@code best} and {@code final} with
 * parameters only.
 */
final class Checkpoints {
    private final Path run;
    private final Parameters parameters;
    private final Map<String, String> facts;
    private final Deque<Path> saved;
    private @Nullable AdamW optimizer;
    private @Nullable Restored restored;

    /** A checkpoint whose optimizer state was read before the optimizer exists. */
    private record Restored(Workspace workspace, Map<String, NDArray> arrays, long updates) {}

    /**
     * Creates the object for the folder of a run.
     *
     * @param run    the folder
     * @param facts  facts that identify the run, written to the metadata
     * @param saved  checkpoints that the run can be resumed from, oldest first
     */
    Checkpoints(Path run, Parameters parameters, Map<String, String> facts, List<Path> saved) {
        this.run = run;
        this.parameters = parameters;
        this.facts = facts;
        this.saved = new ArrayDeque<>(saved);
    }

    /** Registers the optimizer, whose state is saved from now on. In a resumed run, restores its state. */
    void use(AdamW used) {
        if (optimizer == used) {
            return;
        } else if (optimizer != null) {
            throw new IllegalStateException("a run has one optimizer; give it all parameters that are trained");
        }
        optimizer = used;
        if (restored != null) {
            used.restore(restored.arrays, restored.updates);
            restored.workspace.close();
            restored = null;
        }
    }

    /**
     * Restores the parameters of a checkpoint, and keeps the optimizer state for {@link #use}.
     *
     * @param workspace owner of the arrays that are read; closed after they were copied
     * @throws TrainingException if the checkpoint does not fit the model
     */
    void restore(Checkpoint checkpoint, Workspace workspace) {
        Map<String, NDArray> arrays;
        try {
            arrays = read(checkpoint.file(), checkpoint.file().toString(), workspace);
        } catch (TrainingException e) {
            workspace.close();
            throw e;
        }
        restored = new Restored(workspace, arrays, checkpoint.updates());
    }

    /**
     * Replaces the parameters with those of a file.
     *
     * @param name name of the file for messages
     * @throws TrainingException if the file cannot be read or does not fit the model
     */
    void initialize(Path file, String name, Workspace workspace) {
        try (workspace) {
            read(file, name, workspace);
        }
    }

    /** Reads all arrays of a file, and copies the parameters into the model. */
    private Map<String, NDArray> read(Path file, String name, Workspace workspace) {
        try {
            Map<String, NDArray> arrays = Safetensors.read(file, workspace).tensors();
            parameters.load(arrays);
            return arrays;
        } catch (IOException e) {
            throw new TrainingException("the parameters cannot be read: " + FileProblem.describe(e));
        } catch (IllegalArgumentException e) {
            throw new TrainingException(name + " is of another model: " + e.getMessage());
        }
    }

    /** Returns the maximum size of all checkpoints of a loop at one time, without the small headers. */
    long requiredBytes(LoopSettings settings) {
        long all = bytes(parameters.all());
        long state = all + 2 * bytes(parameters.trained());
        // A file is written before the one that it replaces is deleted. An interruption also saves the state.
        long states = settings.saveEvery() > 0 ? settings.keepLast() + 1 : 1;
        return states * state + (settings.bestBy() == null ? 1 : 3) * all;
    }

    /** Returns the size of the existing checkpoints of a resumed run. */
    long savedBytes() {
        return saved.stream().mapToLong(file -> file.toFile().length()).sum();
    }

    private static long bytes(Map<String, NDArray> arrays) {
        long bytes = 0;
        for (NDArray array : arrays.values()) {
            bytes += array.size() * array.getDataType().getNumOfBytes();
        }
        return bytes;
    }

    /**
     * Saves the state of the run, then deletes checkpoints that are no longer needed.
     *
     * @param state strings by name, to restore the run in addition to parameters and optimizer
     */
    Path save(long step, Map<String, String> state, int keepLast) throws IOException {
        Map<String, NDArray> arrays = new LinkedHashMap<>(parameters.all());
        Map<String, String> metadata = metadata(step);
        metadata.putAll(state);
        if (optimizer != null) {
            arrays.putAll(optimizer.state());
            metadata.put(Checkpoint.UPDATES, Long.toString(optimizer.steps()));
        }
        Path file = write(Checkpoint.file(step), arrays, metadata);
        saved.remove(file);
        saved.add(file);
        while (saved.size() > keepLast) {
            Files.deleteIfExists(saved.remove());
        }
        return file;
    }

    /** Returns true if there are parameters of a best evaluation. */
    boolean hasBest() {
        return Files.exists(run.resolve(RunFiles.BEST));
    }

    /**
     * Replaces the parameters with those of a checkpoint, and writes them as the best ones.
     *
     * @param step      the step of the checkpoint
     * @param workspace owner of the arrays that are read; closed after they were copied
     * @throws TrainingException if the checkpoint does not fit the model
     */
    void restoreBest(Path checkpoint, long step, Workspace workspace) throws IOException {
        initialize(checkpoint, checkpoint.toString(), workspace);
        saveBest(step);
    }

    void saveBest(long step) throws IOException {
        write(RunFiles.BEST, parameters.all(), metadata(step));
    }

    void saveFinal(long step) throws IOException {
        write(RunFiles.FINAL, parameters.all(), metadata(step));
    }

    private Map<String, String> metadata(long step) {
        Map<String, String> metadata = new LinkedHashMap<>(facts);
        metadata.put(Checkpoint.STEP, Long.toString(step));
        return metadata;
    }

    private Path write(String name, Map<String, NDArray> arrays, Map<String, String> metadata) throws IOException {
        Path file = run.resolve(name);
        Files.createDirectories(run.resolve(RunFiles.CHECKPOINTS));
        Safetensors.write(file, arrays, metadata);
        return file;
    }
}
