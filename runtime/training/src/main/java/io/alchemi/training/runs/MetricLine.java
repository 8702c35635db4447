package io.alchemi.training.runs;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of a metrics file.
 *
 * @param step the step
 * @param time when the line was written, or null if unknown
 * @param values the metrics by name, in the order of the line; NaN for null
 */
public record MetricLine(long step, @Nullable Instant time, Map<String, Double> values) {

    /** Parses a line; returns null if it is not a JSON object with a step and numbers. */
    static @Nullable MetricLine parse(String text) {
        Long step = null;
        Instant time = null;
        Map<String, Double> values = new LinkedHashMap<>();
        try (JsonReader json = new JsonReader(new StringReader(text))) {
            json.beginObject();
            while (json.hasNext()) {
                String name = json.nextName();
                if (name.equals("step")) {
                    step = json.nextLong();
                } else if (name.equals("time")) {
                    time = Instant.parse(json.nextString());
                } else if (json.peek() == JsonToken.NULL) {
                    json.nextNull();
                    values.put(name, Double.NaN);
                } else {
                    values.put(name, json.nextDouble());
                }
            }
            json.endObject();
            return step == null || json.peek() != JsonToken.END_DOCUMENT ? null : new MetricLine(step, time, values);
        } catch (IOException | IllegalStateException | NumberFormatException | DateTimeException e) {
            return null;
        }
    }
}
