package io.alchemi.processor.emit.jsonschema;

import io.alchemi.config.schema.Length;
import io.alchemi.processor.emit.JsonObject;
import io.alchemi.processor.emit.JsonObject.Literal;
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
        if (!elements.isEmpty()) {
            out.put("allOf", List.of(elements));
        }
        JsonObject snippet = new JsonObject().put("label", text).put("type", "string");
        out.put("defaultSnippets", List.of(snippet.put("body", escape(text))));
    }

    /**
     * Sets what a list holds.
     *
     * @param length how many items it may have
     */
    static void list(JsonObject out, JsonObject item, boolean unique, Length length, @Nullable YamlValue inserted) {
        JsonObject elements = new JsonObject().put("items", item);
        count(elements, "minItems", length.min(), "maxItems", length.max());
        if (unique) {
            elements.put("uniqueItems", true);
        }
        offer(out, elements, inserted);
    }

    /**
     * Sets what a list of so many scalars holds, so that editors complete each one at its place.
     *
     * @param items a schema for each
     */
    static void tuple(JsonObject out, List<JsonObject> items, @Nullable YamlValue inserted) {
        JsonObject elements = new JsonObject().put("items", items);
        count(elements, "minItems", items.size(), "maxItems", items.size());
        offer(out, elements, inserted);
    }

    /**
     * Sets what a map holds. An empty value is an empty mapping; editors offer a name only where null is a case of its own.
     *
     * @param names what its names may be
     */
    static void map(
            JsonObject out,
            String title,
            JsonObject names,
            JsonObject value,
            Length length,
            boolean nullable,
            @Nullable YamlValue inserted) {
        boolean orNull = nullable || length.min() == 0;
        out.put("type", Values.type("object", orNull));
        // Without the title a hover would show that of the key twice.
        JsonObject filled = new JsonObject()
                .put("title", title)
                .put("type", "object")
                .put("propertyNames", names)
                .put("additionalProperties", value);
        count(filled, "minProperties", length.min(), "maxProperties", length.max());
        JsonObject empty = new JsonObject().put("type", "null");
        List<JsonObject> cases = orNull ? List.of(filled, empty) : List.of(filled);
        offer(out, new JsonObject().put("anyOf", cases), inserted);
    }

    /** Sets how many there may be. */
    static void count(JsonObject out, String least, int min, String most, int max) {
        if (min > 0) {
            out.put(least, new Literal(Integer.toString(min)));
        }
        if (max < Integer.MAX_VALUE) {
            out.put(most, new Literal(Integer.toString(max)));
        }
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

    /** A text that stands for itself in a snippet. */
    static String escape(String text) {
        return text.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}");
    }
}
