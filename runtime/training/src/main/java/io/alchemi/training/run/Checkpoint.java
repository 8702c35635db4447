package io.alchemi.training.run;

import io.alchemi.training.checkpoint.Safetensors;
import io.alchemi.training.folder.RunFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** A checkpoint from which a run can go on. Its checksum was verified. */
final class Checkpoint {
    private static final String STEP_FILE = RunFiles.CHECKPOINTS + "/step-%06d" + Safetensors.EXTENSION;

    /** Metadata: the step after which it was written. */
    static final String STEP = "step";

    /** Metadata of a checkpoint from which a run can go on: how many updates the optimizer has made. */
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
     * @throws IOException if it cannot be read, is damaged, or has parameters only
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

    /** Returns the step after whose update it was written. */
    long step() {
        return Long.parseLong(metadata(STEP));
    }

    /** Returns how many updates the optimizer has made. */
    long updates() {
        return Long.parseLong(metadata(UPDATES));
    }

    /** Returns how many steps have ended: one less than {@link #step} if that one was interrupted in its evaluation. */
    long done() {
        return UnfinishedStep.restore(metadata) == null ? step() : step() - 1;
    }

    /** Returns how many bytes of a file belong to the steps so far. */
    long bytes(String file) {
        return Long.parseLong(metadata(file));
    }

    /** Returns an entry that each checkpoint has. */
    String metadata(String name) {
        return Objects.requireNonNull(metadata.get(name), name);
    }

    /** Returns all entries. */
    Map<String, String> metadata() {
        return metadata;
    }
}
