package io.alchemi.processor.emit.jsonschema;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.text.JsonObject;
import io.alchemi.processor.emit.SchemaPath;
import io.alchemi.processor.emit.YamlValue;
import java.util.List;

/**
 * Writes the snippet that editors insert into an empty section. Without it they suggest the keys in {@code required}, which
 * omits required keys with aliases or former paths.
 */
final class Skeleton {
    private Skeleton() {}

    /**
     * Adds a snippet with all required keys, if {@code required} does not list all of them.
     *
     * @param named the keys in {@code required}
     */
    static void offer(SchemaPath place, List<String> named, JsonObject out) {
        SchemaPath present = new SchemaPath(place.schema(), place.record(), place.path(), place.given(), List.of());
        boolean complete =
                present.keys().stream().allMatch(key -> !present.requires(key) || named.contains(key.name()));
        if (!complete) {
            JsonObject snippet = new JsonObject().put("label", place.record().simpleName() + ": required keys");
            out.put("defaultSnippets", List.of(snippet.put("body", body(present))));
        }
    }

    private static JsonObject body(SchemaPath place) {
        JsonObject body = new JsonObject();
        for (KeySchema key : place.keys()) {
            if (place.requires(key)) {
                SchemaPath section = place.section(key);
                body.put(key.name(), section == null || key.exampleText() != null ? example(key) : body(section));
            }
        }
        return body;
    }

    private static String example(KeySchema key) {
        String text = key.exampleText();
        return text == null ? "" : CollectionSchema.escape(YamlValue.read(text).write());
    }
}
