package io.alchemi.processor.emit.jsonschema;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.processor.emit.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Schemas that say which keys a mapping must hold. */
final class Demand {
    private Demand() {}

    /** Holds a key. */
    static JsonObject key(String name) {
        return new JsonObject().put("type", "object").put("required", List.of(name));
    }

    /** Holds a key with such a value. */
    static JsonObject key(String name, JsonObject value) {
        return key(name).put("properties", new JsonObject().put(name, value));
    }

    /** Holds a key under its name or another one; editors write the name. */
    static JsonObject keyOrAlias(KeySchema key) {
        JsonObject byName = key(key.name());
        if (key.aliases().isEmpty()) {
            return byName;
        }
        List<JsonObject> aliases = new ArrayList<>();
        for (String alias : key.aliases()) {
            aliases.add(key(alias));
        }
        return unless(aliases.size() == 1 ? aliases.get(0) : new JsonObject().put("anyOf", aliases), byName);
    }

    /** Demands something unless a condition holds. */
    static JsonObject unless(JsonObject condition, JsonObject demand) {
        return unless(condition, new JsonObject(), demand);
    }

    /** Demands one of two things. */
    static JsonObject unless(JsonObject condition, JsonObject then, JsonObject demand) {
        return new JsonObject().put("if", condition).put("then", then).put("else", demand);
    }
}
