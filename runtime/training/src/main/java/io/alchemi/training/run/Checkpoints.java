package io.alchemi.training.run;

import ai.djl.ndarray.NDArray;
import io.alchemi.training.array.Workspace;
import io.alchemi.training.checkpoint.Safetensors;
import io.alchemi.training.nn.Parameters;
import io.alchemi.training.optimizer.AdamW;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the checkpoints of a run: {@code step-NUMBER} with parameters and optimizer state, {@code best} and {@code final} with the
 * parameters alone.
 */
final class Checkpoints {
    private static final String STEP = "step";

    /** Metadata of a checkpoint from which a run can go on: how many updates the optimizer has made. */
    private static final String UPDATES = "updates";

    private final Path folder;
    private final Parameters parameters;
    private final Map<String, String> facts;
    private final Deque<Path> saved = new ArrayDeque<>();
    private @Nullable AdamW optimizer;
    private @Nullable Restored restored;

    /** A checkpoint whose optimizer state waits for the optimizer. */
    private record Restored(Workspace workspace, Map<String, NDArray> arrays, long updates) {}

    /**
     * Writes into a folder.
     *
     * @param folder the run's folder for checkpoints
     * @param facts  what identifies the run, written into the metadata
     */
    Checkpoints(Path folder, Parameters parameters, Map<String, String> facts) {
        this.folder = folder;
        this.parameters = parameters;
        this.facts = facts;
    }

    /** Saves the state of an optimizer too; in a resumed run, gives it the state that was saved. */
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
     * Restores the parameters of a checkpoint and the best evaluation, and prepares the state of the optimizer.
     *
     * @param workspace owner of the arrays that are read, closed once they were copied
     * @return the step after which it was written
     * @throws TrainingException if it is not a checkpoint with optimizer state, or of another model
     */
    long restore(Path file, Workspace workspace, BestEvaluation best) {
        Safetensors.Content checkpoint;
        try {
            checkpoint = Safetensors.read(file, workspace);
        } catch (IOException e) {
            throw new TrainingException("the checkpoint " + file + " cannot be read: " + e.getMessage());
        }
        String updates = checkpoint.metadata().get(UPDATES);
        String step = checkpoint.metadata().get(STEP);
        if (updates == null || step == null) {
            throw new TrainingException(file + " has no optimizer state; resume from a file step-NUMBER.safetensors");
        }
        try {
            parameters.load(checkpoint.tensors());
        } catch (IllegalArgumentException e) {
            throw new TrainingException(file + " is of another model: " + e.getMessage());
        }
        best.restore(checkpoint.metadata());
        restored = new Restored(workspace, checkpoint.tensors(), Long.parseLong(updates));
        return Long.parseLong(step);
    }

    void save(long step, BestEvaluation best, int keepLast) throws IOException {
        Map<String, NDArray> arrays = new LinkedHashMap<>(parameters.all());
        Map<String, String> metadata = metadata(step);
        best.save(metadata);
        if (optimizer != null) {
            arrays.putAll(optimizer.state());
            metadata.put(UPDATES, Long.toString(optimizer.steps()));
        }
        saved.add(write(String.format(Locale.ROOT, "step-%06d", step), arrays, metadata));
        while (saved.size() > keepLast) {
            Files.deleteIfExists(saved.remove());
        }
    }

    void saveBest(long step) throws IOException {
        write("best", parameters.all(), metadata(step));
    }

    void saveFinal(long step) throws IOException {
        write("final", parameters.all(), metadata(step));
    }

    private Map<String, String> metadata(long step) {
        Map<String, String> metadata = new LinkedHashMap<>(facts);
        metadata.put(STEP, Long.toString(step));
        return metadata;
    }

    private Path write(String name, Map<String, NDArray> arrays, Map<String, String> metadata) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(name + ".safetensors");
        Safetensors.write(file, arrays, metadata);
        return file;
    }
}
