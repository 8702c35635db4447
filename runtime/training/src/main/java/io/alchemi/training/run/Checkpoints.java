package io.alchemi.training.run;

import ai.djl.ndarray.NDArray;
import io.alchemi.training.checkpoint.Safetensors;
import io.alchemi.training.nn.Parameters;
import io.alchemi.training.optimizer.AdamW;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes the checkpoints of a run: {@code step-NUMBER} with parameters and optimizer state, {@code best} and {@code final} with the
 * parameters alone.
 */
final class Checkpoints {
    /** Metadata of a checkpoint: how many updates each optimizer has made. */
    private static final String UPDATES = "updates";

    private static final String STEP = "step";

    private final Path folder;
    private final Parameters parameters;
    private final Map<String, String> facts;
    private final List<AdamW> optimizers = new ArrayList<>();
    private final Deque<Path> saved = new ArrayDeque<>();
    private final List<Long> updatesToRestore = new ArrayList<>();
    private Map<String, NDArray> stateToRestore = Map.of();

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
    void track(AdamW optimizer) {
        if (optimizers.contains(optimizer)) {
            return;
        }
        int index = optimizers.size();
        optimizers.add(optimizer);
        if (index < updatesToRestore.size()) {
            optimizer.restore(stateToRestore, updatesToRestore.get(index));
        }
    }

    /**
     * Restores the parameters of a checkpoint, and prepares the state of optimizers to come.
     *
     * @return the step after which it was written
     * @throws TrainingException if it is not a checkpoint with optimizer state, or of another model
     */
    long restore(Safetensors.Content checkpoint) {
        String updates = checkpoint.metadata().get(UPDATES);
        String step = checkpoint.metadata().get(STEP);
        if (updates == null || step == null) {
            throw new TrainingException("this file has no optimizer state; resume from a file step-NUMBER.safetensors");
        }
        try {
            parameters.load(checkpoint.tensors());
        } catch (IllegalArgumentException e) {
            throw new TrainingException(String.valueOf(e.getMessage()));
        }
        for (String count : updates.split(" ")) {
            updatesToRestore.add(Long.parseLong(count));
        }
        stateToRestore = checkpoint.tensors();
        return Long.parseLong(step);
    }

    void save(long step, int keepLast) throws IOException {
        Map<String, NDArray> arrays = new LinkedHashMap<>(parameters.all());
        List<String> updates = new ArrayList<>();
        for (AdamW optimizer : optimizers) {
            arrays.putAll(optimizer.state());
            updates.add(Long.toString(optimizer.steps()));
        }
        Map<String, String> metadata = metadata(step);
        metadata.put(UPDATES, String.join(" ", updates));
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
