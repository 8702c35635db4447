package io.alchemi.training.run;

import ai.djl.ndarray.NDArray;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.alchemi.config.Loaded;
import io.alchemi.training.checkpoint.Safetensors;
import io.alchemi.training.progress.Progress;
import io.alchemi.training.session.Session;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run as its trainer sees it: where to compute, and where figures and results go. */
public final class Run implements AutoCloseable {
    private static final int KEPT_CHECKPOINTS = 3;
    private static final Gson JSON = new GsonBuilder()
            .serializeSpecialFloatingPointValues()
            .disableHtmlEscaping()
            .create();

    private final Session session;
    private final Loaded<?> loaded;
    private final Path folder;
    private final Progress progress;
    private final Interruption interruption;
    private final Map<String, String> facts;
    private final BufferedWriter lines;
    private final Deque<Path> saved = new ArrayDeque<>();
    private @Nullable Result result;
    private long step;

    /**
     * Opens a run in its folder.
     *
     * @param loaded its configuration
     * @param facts what identifies the run, written into the metadata of its parameters
     */
    Run(
            Session session,
            Loaded<?> loaded,
            Path folder,
            Progress progress,
            Interruption interruption,
            Map<String, String> facts)
            throws IOException {
        this.session = session;
        this.loaded = loaded;
        this.folder = folder;
        this.progress = progress;
        this.interruption = interruption;
        this.facts = facts;
        this.lines = Files.newBufferedWriter(folder.resolve("metrics.jsonl"), StandardCharsets.UTF_8);
    }

    /** Where to compute, in which type, from which seed. */
    public Session session() {
        return session;
    }

    /**
     * The record of an input with a schema of its own, as it was when the configuration was loaded.
     *
     * @param file the path that the configuration's record holds
     * @param type the type of its record, which {@code @Input(schema = …)} states
     * @throws IllegalArgumentException if no such file was read as a record of this type
     */
    public <R> R input(Path file, Class<R> type) {
        return loaded.input(file, type);
    }

    /** The folder of the run. */
    public Path folder() {
        return folder;
    }

    /**
     * The place of an output that the configuration names, its folder made.
     *
     * @param output a path relative to the run's folder
     */
    public Path output(Path output) throws IOException {
        Path file = folder.resolve(output);
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        return file;
    }

    /**
     * Says how long the training will be.
     *
     * @param steps number of steps
     * @param logEvery how many steps lie between two lines of the log
     */
    public void begin(long steps, long logEvery) {
        progress.begin(steps, logEvery);
    }

    /**
     * Appends the figures of a step to {@code metrics.jsonl} and shows them.
     *
     * @throws TrainingException if the process was told to stop
     */
    public void record(Metrics metrics) throws IOException {
        record(metrics, 0, Map.of());
    }

    /**
     * Appends the figures of a step to {@code metrics.jsonl}, shows them, and if the step is one after which this is due writes the
     * parameters to {@code checkpoints/step-NUMBER.safetensors}, of which the last three are kept.
     *
     * @param saveEvery steps between two checkpoints; 0 writes none
     * @param parameters arrays under the names by which PyTorch knows them
     * @throws TrainingException if the process was told to stop; what is due was written before
     */
    public void record(Metrics metrics, long saveEvery, Map<String, NDArray> parameters) throws IOException {
        JsonObject line = new JsonObject();
        line.addProperty("step", metrics.step());
        for (Map.Entry<String, Double> figure : metrics.figures().entrySet()) {
            line.add(figure.getKey(), number(figure.getValue()));
        }
        lines.write(JSON.toJson(line));
        lines.write('\n');
        lines.flush();
        this.step = metrics.step();
        progress.step(metrics.step(), metrics.shown(), metrics.evaluation());
        if (saveEvery != 0 && step % saveEvery == 0) {
            saved.add(save(String.format(Locale.ROOT, "step-%06d", step), parameters));
            if (saved.size() > KEPT_CHECKPOINTS) {
                Files.deleteIfExists(saved.remove());
            }
        }
        interruption.afterStep(step);
    }

    private static JsonElement number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? JSON.toJsonTree((long) value) : JSON.toJsonTree(value);
    }

    /** Writes a value as JSON to an output that the configuration names. */
    public void writeJson(Path output, Object value) throws IOException {
        Files.writeString(output(output), JSON.toJson(value) + "\n");
    }

    /**
     * Writes the final parameters to {@code checkpoints/final.safetensors}.
     *
     * @param parameters arrays under the names by which PyTorch knows them
     */
    public void saveParameters(Map<String, NDArray> parameters) throws IOException {
        save("final", parameters);
    }

    private Path save(String name, Map<String, NDArray> parameters) throws IOException {
        Map<String, String> metadata = new LinkedHashMap<>(facts);
        metadata.put("step", Long.toString(step));
        Path file = output(Path.of("checkpoints", name + ".safetensors"));
        Safetensors.write(file, parameters, metadata);
        return file;
    }

    /**
     * States the result of the whole training, which is shown at its end.
     *
     * @param figures its figures
     * @param words lines that say more about them
     */
    public void conclude(Metrics figures, String... words) {
        result = new Result(figures, List.of(words));
    }

    /** The result of the whole training, or null if the trainer stated none. */
    @Nullable
    Result result() {
        return result;
    }

    /**
     * The result of a whole training.
     *
     * @param figures its figures
     * @param words lines that say more about them
     */
    record Result(Metrics figures, List<String> words) {}

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
