package io.alchemi.trainers.vectors;

import ai.djl.ndarray.NDArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.alchemi.config.Loaded;
import io.alchemi.config.schema.RuntimeKey;
import io.alchemi.training.run.Run;
import io.alchemi.training.run.TrainCommand;
import io.alchemi.training.run.Trainer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The results of a training.
 *
 * @param parameters the bits of the final parameters by name
 * @param metrics the lines of metrics.jsonl, without values that depend on time or machine
 * @param evaluations the lines of evaluations.jsonl, likewise; empty if there is no such file
 */
public record TrainedRun(Map<String, ByteBuffer> parameters, List<JsonObject> metrics, List<JsonObject> evaluations) {
    private static final Pattern SAVED = Pattern.compile("step-(\\d+)\\.safetensors");

    /** Trains in a folder. */
    public static <C> TrainedRun of(TrainCommand<C> command, Trainer<C> trainer, Loaded<C> loaded, Path folder)
            throws IOException {
        return of(trainer, loaded, Run.open(command, loaded, Files.createDirectories(folder)));
    }

    /** Copies a run folder as it was when a step had been saved and the process was killed later, and resumes the run in the copy. */
    public static <C> TrainedRun resumed(
            TrainCommand<C> command, Trainer<C> trainer, Loaded<C> loaded, Path whole, long step, Path copy)
            throws IOException {
        killedAfter(whole, step, copy);
        return resumed(command, trainer, loaded, copy);
    }

    /** Resumes a run. */
    public static <C> TrainedRun resumed(TrainCommand<C> command, Trainer<C> trainer, Loaded<C> loaded, Path folder)
            throws IOException {
        return of(trainer, loaded, Run.resume(command, loaded, folder));
    }

    /** Copies the folder of a run without the checkpoints after a step. */
    public static void killedAfter(Path whole, long step, Path copy) throws IOException {
        try (Stream<Path> files = Files.walk(whole)) {
            for (Path file : files.toList()) {
                Matcher saved = SAVED.matcher(file.getFileName().toString());
                boolean later = saved.matches() && Long.parseLong(saved.group(1)) > step;
                if (!later && !file.endsWith("final.safetensors")) {
                    Files.copy(file, copy.resolve(whole.relativize(file).toString()));
                }
            }
        }
    }

    private static <C> TrainedRun of(Trainer<C> trainer, Loaded<C> loaded, Run opened) throws IOException {
        try (Run run = opened) {
            trainer.train(loaded.value(), run);
            return new TrainedRun(
                    bits(run.parameters().all()),
                    lines(run.folder().resolve("metrics.jsonl")),
                    lines(run.folder().resolve("evaluations.jsonl")));
        }
    }

    /** Returns the bits of arrays by name. */
    public static Map<String, ByteBuffer> bits(Map<String, NDArray> arrays) {
        Map<String, ByteBuffer> bits = new LinkedHashMap<>();
        arrays.forEach((name, array) -> {
            ByteBuffer bytes = array.toByteBuffer();
            bits.put(name, ByteBuffer.allocate(bytes.remaining()).put(bytes).flip());
        });
        return bits;
    }

    /** Returns the values of one metric in all steps. */
    public List<Double> figure(String name) {
        return metrics.stream().map(line -> line.get(name).getAsDouble()).toList();
    }

    private static List<JsonObject> lines(Path file) throws IOException {
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        return lines.stream()
                .map(line -> {
                    JsonObject json = JsonParser.parseString(line).getAsJsonObject();
                    RuntimeKey.measured().forEach(json::remove);
                    return json;
                })
                .toList();
    }
}
