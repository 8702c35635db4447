package io.alchemi.training.report;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The facts of the file {@code environment.json} of a run. */
final class EnvironmentKeys {
    private EnvironmentKeys() {}

    /**
     * Reads the environment of a run.
     *
     * @return the values by their paths
     * @throws IOException if the file cannot be read, or does not hold a JSON object
     */
    static Map<String, KeyValue> read(Path file) throws IOException {
        try {
            Map<String, KeyValue> values = new LinkedHashMap<>();
            add("", JsonParser.parseString(Files.readString(file)).getAsJsonObject(), values);
            return values;
        } catch (JsonParseException | IllegalStateException e) {
            throw new IOException(file + " is not a JSON object", e);
        }
    }

    private static void add(String path, JsonObject object, Map<String, KeyValue> values) {
        for (Map.Entry<String, JsonElement> member : object.entrySet()) {
            String name = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
            JsonElement value = member.getValue();
            if (value instanceof JsonObject inner) {
                add(name, inner, values);
            } else if (value instanceof JsonPrimitive primitive) {
                values.put(name, new KeyValue(primitive.getAsString(), ""));
            } else {
                values.put(name, new KeyValue(value.isJsonNull() ? "none" : value.toString(), ""));
            }
        }
    }
}
