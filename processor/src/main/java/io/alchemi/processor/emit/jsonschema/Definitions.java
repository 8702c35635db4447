package io.alchemi.processor.emit.jsonschema;

import io.alchemi.processor.emit.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What the {@code $ref}s of a schema point to. */
final class Definitions {
    private final JsonObject all = new JsonObject();
    private final Map<String, String> names = new LinkedHashMap<>();

    /** All definitions so far. */
    JsonObject all() {
        return all;
    }

    /**
     * A reference to a definition, which is written when it is met for the first time.
     *
     * @param identity tells it from others of the same name
     * @param wanted names for it, the best one first
     * @param writer writes it; it may refer to itself
     */
    JsonObject reference(String identity, List<String> wanted, Consumer<JsonObject> writer) {
        String name = names.get(identity);
        if (name == null) {
            name = free(wanted);
            names.put(identity, name);
            JsonObject definition = new JsonObject();
            all.put(name, definition);
            writer.accept(definition);
        }
        return new JsonObject().put("$ref", "#/definitions/" + name);
    }

    private String free(List<String> wanted) {
        for (String name : wanted) {
            if (!names.containsValue(name)) {
                return name;
            }
        }
        throw new IllegalStateException("taken: " + wanted);
    }
}
