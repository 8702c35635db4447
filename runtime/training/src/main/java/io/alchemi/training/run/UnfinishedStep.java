package io.alchemi.training.run;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step that was interrupted in its evaluation. The parameters were updated, but the step is not complete. A resumed run starts with it
 * and does not update again.
 *
 * @param metrics metrics recorded before the evaluation
 * @param seconds duration of the update
 */
record UnfinishedStep(Map<String, Double> metrics, double seconds) {
    private static final String KEY = "unfinished_step";
    private static final String SECONDS = "seconds";
    private static final String METRICS = "metrics";

    /** Returns the metadata of a checkpoint. */
    Map<String, String> save() {
        // As strings, because JSON numbers must be finite.
        JsonObject values = new JsonObject();
        metrics.forEach((name, value) -> values.addProperty(name, Double.toString(value)));
        JsonObject step = new JsonObject();
        step.addProperty(SECONDS, seconds);
        step.add(METRICS, values);
        return Map.of(KEY, new Gson().toJson(step));
    }

    /** Restores the result of {@link #save} from the metadata of a checkpoint. Returns null if the step was complete. */
    static @Nullable UnfinishedStep restore(Map<String, String> metadata) {
        String saved = metadata.get(KEY);
        if (saved == null) {
            return null;
        }
        JsonObject step = JsonParser.parseString(saved).getAsJsonObject();
        Map<String, Double> metrics = new LinkedHashMap<>();
        step.getAsJsonObject(METRICS)
                .entrySet()
                .forEach(metric -> metrics.put(
                        metric.getKey(), Double.valueOf(metric.getValue().getAsString())));
        return new UnfinishedStep(metrics, step.get(SECONDS).getAsDouble());
    }
}
