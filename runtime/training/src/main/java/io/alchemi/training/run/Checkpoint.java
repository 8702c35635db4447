package io.alchemi.training.run;

import io.alchemi.training.checkpoint.Safetensors;
import io.alchemi.training.folder.RunFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A checkpoint that a run can be resumed from. Its checksum has been verified. */
final class Checkpoint {
    private static final String STEP_FILE = RunFiles.CHECKPOINTS + "/step-%06d" + Safetensors.EXTENSION;

    /** Metadata: the step that was saved. */
    static final String STEP = "step";

    /** Metadata of checkpoints that can be resumed: number of optimizer updates. */
    static final String UPDATES = "updates";

    private final Path file;
    private final Map<String, String> metadata;

    private Checkpoint(Path file, Map<String, String> metadata) {
        this.file = file;
        this.metadata = metadata;
    }

    /**
     * Reads the metadata of a checkpoint.
     *
     * @throws IOException if the file cannot be read, is damaged, or has only parameters
     */
    static Checkpoint read(Path file) throws IOException {
        Map<String, String> metadata = Safetensors.readMetadata(file);
        if (!metadata.containsKey(UPDATES) || !metadata.containsKey(STEP)) {
            throw new IOException(file + ": there is no optimizer state in it");
        }
        return new Checkpoint(file, metadata);
    }

    /** Returns the name of the checkpoint of a step in the folder of a run. */
    static String file(long step) {
        return String.format(Locale.ROOT, STEP_FILE, step);
    }

    Path file() {
        return file;
    }

    /** Returns the step that was saved, after its update. */
    long step() {
        return Long.parseLong(metadata(STEP));
    }

    /** Returns the number of optimizer updates. */
    long updates() {
        return Long.parseLong(metadata(UPDATES));
    }

    /** Returns the number of completed steps: one less than {@link #step} if that step was interrupted in its evaluation. */
    long done() {
        return UnfinishedStep.restore(metadata) == null ? step() : step() - 1;
    }

    /** Returns the step of the best evaluation so far, or null if there is none. */
    @Nullable
    Long bestStep() {
        return BestEvaluation.step(metadata);
    }

    /** Returns the length of a file of metrics at this checkpoint, in bytes. */
    long bytes(String file) {
        return Long.parseLong(metadata(file));
    }

    /** Returns a metadata entry that each checkpoint has. */
    String metadata(String name) {
        return Objects.requireNonNull(metadata.get(name), name);
    }

    /** Returns all metadata entries. */
    Map<String, String> metadata() {
        return metadata;
    }
}
