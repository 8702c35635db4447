package io.alchemi.processor.emit.jsonschema;

import io.alchemi.processor.emit.JsonObject;
import io.alchemi.processor.emit.YamlValue;
import io.alchemi.processor.emit.YamlValue.Entries;
import io.alchemi.processor.emit.YamlValue.Items;
import io.alchemi.processor.emit.YamlValue.Scalar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists and maps. */
final class Collections {
    private Collections() {}

    /**
     * Sets what a collection holds, and makes its key insert a value in one line. An editor does so only if the elements are
     * described one level deeper. It completes nothing inside a nested value of one line, so that none is inserted.
     */
    static void offer(JsonObject out, JsonObject elements, @Nullable YamlValue inserted) {
        if (inserted == null || !isFlat(inserted)) {
            out.putAll(elements);
            return;
        }
        String text = inserted.write();
        out.put("allOf", List.of(elements));
        JsonObject snippet = new JsonObject().put("label", text).put("type", "string");
        out.put("defaultSnippets", List.of(snippet.put("body", escape(text))));
    }

    /** Sets what a map holds. An empty value is an empty mapping; editors offer a name only where null is a case of its own. */
    static void map(JsonObject out, String title, JsonObject value, @Nullable YamlValue inserted) {
        out.put("type", Values.type("object", true));
        JsonObject names = new JsonObject().put("title", "name").put("type", "string");
        // Without the title a hover would show that of the key twice.
        JsonObject filled = new JsonObject()
                .put("title", title)
                .put("type", "object")
                .put("propertyNames", names)
                .put("additionalProperties", value);
        JsonObject empty = new JsonObject().put("type", "null");
        offer(out, new JsonObject().put("anyOf", List.of(filled, empty)), inserted);
    }

    private static boolean isFlat(YamlValue value) {
        Iterable<YamlValue> elements = value instanceof Items list
                ? list.items()
                : value instanceof Entries mapping ? mapping.values().values() : List.of(value);
        for (YamlValue element : elements) {
            if (!(element instanceof Scalar)) {
                return false;
            }
        }
        return elements.iterator().hasNext() && !(value instanceof Scalar);
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}");
    }
}
