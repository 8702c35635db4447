package io.alchemi.processor.emit.jsonschema;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.processor.emit.JsonObject;
import io.alchemi.processor.emit.SchemaPath;
import io.alchemi.processor.emit.YamlValue;
import java.util.List;
import java.util.Set;

/**
 * What an editor writes into an empty section. By itself it offers the keys that {@code required} names; a required key that
 * may also stand under another name or at a former place is not among these.
 */
final class Skeleton {
    private Skeleton() {}

    /**
     * Offers all required keys, if some of them are not named.
     *
     * @param named the keys that {@code required} names
     */
    static void offer(SchemaPath place, List<String> named, JsonObject out) {
        SchemaPath today = new SchemaPath(place.schema(), place.record(), place.path(), place.given(), Set.of());
        boolean complete = today.keys().stream().allMatch(key -> !today.requires(key) || named.contains(key.name()));
        if (!complete) {
            JsonObject snippet = new JsonObject().put("label", place.record().simpleName() + ": required keys");
            out.put("defaultSnippets", List.of(snippet.put("body", body(today))));
        }
    }

    private static JsonObject body(SchemaPath place) {
        JsonObject body = new JsonObject();
        for (KeySchema key : place.keys()) {
            if (place.requires(key)) {
                SchemaPath section = place.section(key);
                body.put(key.name(), section == null ? example(key) : body(section));
            }
        }
        return body;
    }

    private static String example(KeySchema key) {
        String text = key.exampleText();
        return text == null ? "" : CollectionSchema.escape(YamlValue.read(text).write());
    }
}
