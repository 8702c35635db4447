package io.alchemi.processor.emit.jsonschema;

import io.alchemi.config.text.JsonObject;
import io.alchemi.processor.emit.YamlValue;
import io.alchemi.processor.emit.YamlValue.Entries;
import io.alchemi.processor.emit.YamlValue.Items;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the schemas of lists and maps. */
final class CollectionSchema {
    private CollectionSchema() {}

    /** Writes the elements of a collection one level deeper, since editors insert a value only then, unless it is empty. */
    static void write(JsonObject out, JsonObject elements, @Nullable YamlValue inserted) {
        if (inserted == null || inserted.equals(new Entries(Map.of()))) {
            out.putAll(elements);
        } else if (inserted.equals(new Items(List.of()))) {
            out.put("default", List.of()).putAll(elements);
        } else {
            Insertion.offer(out.put("allOf", List.of(elements)), inserted.write(), inserted);
        }
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
        write(out, elements, inserted);
    }

    /**
     * Writes the items of a list of scalars with a fixed length, so that editors complete each item separately.
     *
     * @param items the schema of each item
     * @param keywords the constraints on its length
     */
    static void tuple(JsonObject out, List<JsonObject> items, JsonObject keywords, @Nullable YamlValue inserted) {
        write(out, new JsonObject().put("items", items).putAll(keywords), inserted);
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
        write(out, new JsonObject().put("oneOf", cases), inserted);
    }
}
