package io.alchemi.trainers.vectors;

import ai.djl.ndarray.NDArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.alchemi.config.Loaded;
import io.alchemi.training.run.Run;
import io.alchemi.training.run.Trainer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a training left.
 *
 * @param parameters the bits of the final parameters by name
 * @param metrics the lines of metrics.jsonl, without what depends on time and machine
 * @param evaluations the lines of evaluations.jsonl
 */
public record TrainedRun(Map<String, ByteBuffer> parameters, List<JsonObject> metrics, List<JsonObject> evaluations) {
    private static final List<String> MEASURED = List.of("tokens_per_s", "gb_per_s", "step_time_s", "peak_mem_gb");

    /** Trains in a folder. */
    public static <C> TrainedRun of(Trainer<C> trainer, Loaded<C> loaded, Path folder) throws IOException {
        return of(trainer, loaded, Run.open(loaded, Files.createDirectories(folder)));
    }

    /** Goes on from a checkpoint. */
    public static <C> TrainedRun resumed(Trainer<C> trainer, Loaded<C> loaded, Path folder, Path checkpoint)
            throws IOException {
        return of(trainer, loaded, Run.resume(loaded, Files.createDirectories(folder), checkpoint));
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

    /** The bits of arrays by name. */
    public static Map<String, ByteBuffer> bits(Map<String, NDArray> arrays) {
        Map<String, ByteBuffer> bits = new LinkedHashMap<>();
        arrays.forEach((name, array) -> {
            ByteBuffer bytes = array.toByteBuffer();
            bits.put(name, ByteBuffer.allocate(bytes.remaining()).put(bytes).flip());
        });
        return bits;
    }

    /** One figure of all steps. */
    public List<Double> figure(String name) {
        return metrics.stream().map(line -> line.get(name).getAsDouble()).toList();
    }

    private static List<JsonObject> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> {
                    JsonObject json = JsonParser.parseString(line).getAsJsonObject();
                    MEASURED.forEach(json::remove);
                    return json;
                })
                .toList();
    }
}
