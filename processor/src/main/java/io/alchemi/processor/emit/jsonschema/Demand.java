package io.alchemi.processor.emit.jsonschema;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.processor.emit.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Schemas that say which keys a mapping must hold. */
final class Demand {
    private Demand() {}

    /** Demands a key. Editors offer what {@code required} names, so that this must not stand where it offers a second time. */
    static JsonObject key(String name) {
        return new JsonObject().put("required", List.of(name));
    }

    /** Demands a key under its name or another one; editors write the name. */
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

    /** Is a mapping that holds a key. */
    static JsonObject holds(String name) {
        return new JsonObject().put("type", "object").put("required", List.of(name));
    }

    /** Is a mapping that holds a key with such a value. */
    static JsonObject holds(String name, JsonObject value) {
        return holds(name).put("properties", new JsonObject().put(name, value));
    }

    /** Any of some schemas. */
    static JsonObject any(List<JsonObject> schemas) {
        return schemas.size() == 1 ? schemas.get(0) : new JsonObject().put("anyOf", schemas);
    }

    /** Demands one thing if a condition holds and another one otherwise. */
    static JsonObject unless(JsonObject condition, JsonObject then, JsonObject otherwise) {
        return new JsonObject().put("if", condition).put("then", then).put("else", otherwise);
    }
}
