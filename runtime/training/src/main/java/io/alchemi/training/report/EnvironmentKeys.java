package io.alchemi.training.report;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.alchemi.training.runs.ResolvedValue;
import java.util.LinkedHashMap;
import java.util.Map;

/** The facts of the environment of a run by their paths, for example {@code cpu.model}. */
final class EnvironmentKeys {
    private EnvironmentKeys() {}

    static Map<String, ResolvedValue> of(JsonObject environment) {
        Map<String, ResolvedValue> values = new LinkedHashMap<>();
        add("", environment, values);
        return values;
    }

    private static void add(String path, JsonObject object, Map<String, ResolvedValue> values) {
        for (Map.Entry<String, JsonElement> member : object.entrySet()) {
            String name = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
            JsonElement value = member.getValue();
            if (value instanceof JsonObject inner) {
                add(name, inner, values);
            } else if (value instanceof JsonPrimitive primitive) {
                values.put(name, new ResolvedValue(primitive.getAsString(), ""));
            } else {
                values.put(name, new ResolvedValue(value.isJsonNull() ? "none" : value.toString(), ""));
            }
        }
    }
}
