package io.alchemi.processor.emit.jsonschema;

import io.alchemi.config.text.JsonObject;
import io.alchemi.processor.emit.YamlValue;
import io.alchemi.processor.emit.YamlValue.Entries;
import io.alchemi.processor.emit.YamlValue.Items;
import io.alchemi.processor.emit.YamlValue.Scalar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the schemas of lists and maps. */
final class CollectionSchema {
    private CollectionSchema() {}

    /**
     * Writes the elements of a collection, and makes its key insert a value on one line. Editors insert it only if the
     * elements are described one level deeper. Omits nested values, because editors complete nothing inside them on one line.
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
     * Writes the items of a list.
     *
     * @param keywords the constraints on its length
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
     * Writes the items of a list of scalars with a fixed length, so that editors complete each item separately.
     *
     * @param items the schema of each item
     * @param keywords the constraints on its length
     */
    static void tuple(JsonObject out, List<JsonObject> items, JsonObject keywords, @Nullable YamlValue inserted) {
        offer(out, new JsonObject().put("items", items).putAll(keywords), inserted);
    }

    /**
     * Writes the entries of a map. An empty value is an empty map. Editors suggest a key only if null is a separate case.
     *
     * @param names the schema of its keys
     * @param keywords the constraints on its size
     * @param orNull true if an empty value is allowed
     */
    static void map(
            JsonObject out,
            JsonObject names,
            JsonObject value,
            JsonObject keywords,
            boolean orNull,
            @Nullable YamlValue inserted) {
        out.put("type", ValueSchema.type("object", orNull));
        JsonObject filled = new JsonObject()
                .put("type", "object")
                .put("propertyNames", names)
                .put("additionalProperties", value)
                .putAll(keywords);
        JsonObject empty = new JsonObject().put("type", "null");
        List<JsonObject> cases = orNull ? List.of(filled, empty) : List.of(filled);
        offer(out, new JsonObject().put("oneOf", cases), inserted);
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

    /** Escapes a string for a snippet. */
    static String escape(String text) {
        return text.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}");
    }
}
