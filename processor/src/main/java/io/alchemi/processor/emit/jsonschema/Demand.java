package io.alchemi.processor.emit.jsonschema;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.text.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds schemas that require keys of a mapping. */
final class Demand {
    private Demand() {}

    /** Requires a key. Editors suggest it, so use this only where they do not suggest it otherwise. */
    static JsonObject key(String name) {
        return new JsonObject().put("required", List.of(name));
    }

    /** Requires a key or one of its aliases. Editors insert the key. */
    static JsonObject keyOrAlias(KeySchema key) {
        if (key.aliases().isEmpty()) {
            return key(key.name());
        }
        List<JsonObject> aliases = new ArrayList<>();
        for (String alias : key.aliases()) {
            aliases.add(key(alias));
        }
        return unless(any(aliases), new JsonObject(), key(key.name()));
    }

    /** Matches a mapping that contains a key. */
    static JsonObject holds(String name) {
        return new JsonObject().put("type", "object").put("required", List.of(name));
    }

    /** Matches a mapping that contains a key with a matching value, or with any value if null. */
    static JsonObject holds(String name, @Nullable JsonObject value) {
        return value == null ? holds(name) : holds(name).put("properties", new JsonObject().put(name, value));
    }

    /** Matches any of several schemas. */
    static JsonObject any(List<JsonObject> schemas) {
        return schemas.size() == 1 ? schemas.get(0) : new JsonObject().put("anyOf", schemas);
    }

    /** Applies a schema if a condition matches. */
    static JsonObject when(JsonObject condition, JsonObject then) {
        return new JsonObject().put("if", condition).put("then", then);
    }

    /** Applies one schema if a condition matches, and another one otherwise. */
    static JsonObject unless(JsonObject condition, JsonObject then, JsonObject otherwise) {
        return when(condition, then).put("else", otherwise);
    }
}
