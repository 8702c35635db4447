package io.alchemi.processor.emit.jsonschema;

import io.alchemi.config.text.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Collects the definitions that the {@code $ref}s of a schema point to. */
final class Definitions {
    private final JsonObject all = new JsonObject();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Deque<Runnable> unwritten = new ArrayDeque<>();

    /** Writes the definitions, one after the other: inside each other, many types would overflow the stack. */
    JsonObject write() {
        for (Runnable next = unwritten.poll(); next != null; next = unwritten.poll()) {
            next.run();
        }
        return all;
    }

    /**
     * Returns a reference to a definition, which is written once.
     *
     * @param identity distinguishes it from others with the same name
     * @param wanted possible names, the preferred one first
     * @param writer writes the definition, which may refer to itself
     */
    JsonObject reference(String identity, List<String> wanted, Consumer<JsonObject> writer) {
        String name = names.get(identity);
        if (name == null) {
            name = unusedName(wanted);
            names.put(identity, name);
            JsonObject definition = new JsonObject();
            all.put(name, definition);
            unwritten.add(() -> writer.accept(definition));
        }
        return new JsonObject().put("$ref", "#/definitions/" + name);
    }

    private String unusedName(List<String> wanted) {
        for (String name : wanted) {
            if (!names.containsValue(name)) {
                return name;
            }
        }
        int number = 2;
        while (names.containsValue(last(wanted) + number)) {
            number++;
        }
        return last(wanted) + number;
    }

    private static String last(List<String> wanted) {
        return wanted.get(wanted.size() - 1);
    }
}
