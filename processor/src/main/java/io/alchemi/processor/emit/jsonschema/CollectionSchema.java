package io.alchemi.processor.emit.jsonschema;

import io.alchemi.processor.emit.JsonObject;
import io.alchemi.processor.emit.YamlValue;
import io.alchemi.processor.emit.YamlValue.Entries;
import io.alchemi.processor.emit.YamlValue.Items;
import io.alchemi.processor.emit.YamlValue.Scalar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists and maps. */
final class CollectionSchema {
    private CollectionSchema() {}

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
     * @param keywords how many items it may have
     */
    static void list(
            JsonObject out, JsonObject item, boolean unique, JsonObject keywords, @Nullable YamlValue inserted) {
        JsonObject elements = new JsonObject().put("items", item).putAll(keywords);
        if (unique) {
            elements.put("uniqueItems", true);
        }
        offer(out, elements, inserted);
    }

    /**
     * Sets what a list of so many scalars holds, so that editors complete each one at its place.
     *
     * @param items a schema for each
     * @param keywords how many items it has
     */
    static void tuple(JsonObject out, List<JsonObject> items, JsonObject keywords, @Nullable YamlValue inserted) {
        offer(out, new JsonObject().put("items", items).putAll(keywords), inserted);
    }

    /**
     * Sets what a map holds. An empty value is an empty mapping; editors offer a name only where null is a case of its own.
     *
     * @param names what its names may be
     * @param keywords how many entries it may have
     * @param orNull true if an empty value is allowed
     */
    static void map(
            JsonObject out,
            String title,
            JsonObject names,
            JsonObject value,
            JsonObject keywords,
            boolean orNull,
            @Nullable YamlValue inserted) {
        out.put("type", ValueSchema.type("object", orNull));
        // Without the title a hover would show that of the key twice.
        JsonObject filled = new JsonObject()
                .put("title", title)
                .put("type", "object")
                .put("propertyNames", names)
                .put("additionalProperties", value)
                .putAll(keywords);
        JsonObject empty = new JsonObject().put("type", "null");
        List<JsonObject> cases = orNull ? List.of(filled, empty) : List.of(filled);
        offer(out, new JsonObject().put("anyOf", cases), inserted);
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
