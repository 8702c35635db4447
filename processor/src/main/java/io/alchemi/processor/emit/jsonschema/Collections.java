package io.alchemi.processor.emit.jsonschema;

import io.alchemi.processor.emit.JsonObject;
import io.alchemi.processor.emit.YamlValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists and maps. */
final class Collections {
    private Collections() {}

    /**
     * Sets what a collection holds, and makes its key insert its default in one line. An editor does so only if the elements
     * are described one level deeper.
     */
    static void offer(JsonObject out, JsonObject elements, @Nullable YamlValue defaultValue) {
        if (defaultValue == null || defaultValue instanceof YamlValue.Scalar) {
            out.putAll(elements);
            return;
        }
        String text = defaultValue.write();
        out.put("allOf", List.of(elements));
        JsonObject snippet = new JsonObject().put("label", text).put("type", "string");
        out.put("defaultSnippets", List.of(snippet.put("body", escape(text))));
    }

    /** Sets what a map holds. An empty value is an empty mapping. */
    static void map(JsonObject out, JsonObject value, @Nullable YamlValue defaultValue) {
        out.put("type", Values.type("object", true));
        JsonObject names = new JsonObject().put("title", "name").put("type", "string");
        JsonObject elements = new JsonObject().put("propertyNames", names).put("additionalProperties", value);
        offer(out, elements, defaultValue);
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}");
    }
}
