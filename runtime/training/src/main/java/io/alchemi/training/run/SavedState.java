package io.alchemi.training.run;

import io.alchemi.training.checkpoint.AtomicFile;
import io.alchemi.training.checkpoint.Safetensors;
import io.alchemi.training.folder.RunFiles;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A checkpoint from which a run can go on. Its checksum was verified. */
final class SavedState {
    /** The name of a file without its extension, a format of the step. */
    static final String NAME = "step-%06d";

    /** Metadata: the step after which it was written. */
    static final String STEP = "step";

    private static final Pattern FILE = Pattern.compile("step-(\\d{6,18})" + Pattern.quote(Safetensors.EXTENSION));

    /** Another number of threads changes bits, but not what is trained. */
    static final String THREADS = "threads";

    private final Path file;
    private final Map<String, String> metadata;

    private SavedState(Path file, Map<String, String> metadata) {
        this.file = file;
        this.metadata = metadata;
    }

    /**
     * What a folder of checkpoints holds.
     *
     * @param newest   the newest checkpoint, or null if there is none
     * @param usable   files from which the run can go on, oldest first
     * @param problems a line for each file that is damaged or of another run
     */
    record Found(@Nullable SavedState newest, List<Path> usable, List<String> problems) {
        /** There is no checkpoint. */
        static final Found NOTHING = new Found(null, List.of(), List.of());
    }

    /**
     * Finds the checkpoints of a run, and deletes what a killed process left of writing one.
     *
     * @param run    the folder of the run
     * @param facts  what identifies the run
     * @throws IOException if the folder cannot be read
     */
    static Found find(Path run, Map<String, String> facts) throws IOException {
        Path folder = run.resolve(RunFiles.CHECKPOINTS);
        List<SavedState> states = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    String name = String.valueOf(file.getFileName());
                    Matcher matcher = FILE.matcher(name);
                    if (name.endsWith(AtomicFile.TEMPORARY)) {
                        Files.delete(file);
                    } else if (matcher.matches()) {
                        read(run, file, Long.parseLong(matcher.group(1)), facts, states, problems);
                    }
                }
            }
        }
        states.sort((a, b) -> Long.compare(a.step(), b.step()));
        return new Found(
                states.isEmpty() ? null : states.get(states.size() - 1),
                states.stream().map(SavedState::file).toList(),
                problems);
    }

    private static void read(
            Path run, Path file, long step, Map<String, String> facts, List<SavedState> states, List<String> problems) {
        try {
            Map<String, String> metadata = Safetensors.readMetadata(file);
            if (!Long.toString(step).equals(metadata.get(STEP)) || !isOf(facts, metadata)) {
                problems.add(file + " belongs to another run");
                return;
            }
            SavedState state = new SavedState(file, metadata);
            for (String log : List.of(RunFiles.METRICS, RunFiles.EVALUATIONS)) {
                if (state.bytes(log) > size(run.resolve(log))) {
                    problems.add(file + " is newer than " + log + ", which was cut off");
                    return;
                }
            }
            states.add(state);
        } catch (IOException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private static boolean isOf(Map<String, String> facts, Map<String, String> metadata) {
        Map<String, String> same = new HashMap<>(facts);
        same.remove(THREADS);
        return metadata.entrySet().containsAll(same.entrySet());
    }

    Path file() {
        return file;
    }

    /** Returns the step after which it was written. */
    long step() {
        return Long.parseLong(metadata(STEP));
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
