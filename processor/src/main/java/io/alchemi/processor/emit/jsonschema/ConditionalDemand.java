package io.alchemi.processor.emit.jsonschema;

import io.alchemi.config.schema.EnumSchema;
import io.alchemi.config.schema.EnumSchema.Constant;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Requirement;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.schema.ValueType.ScalarType;
import io.alchemi.config.text.JsonObject;
import io.alchemi.processor.emit.SchemaPath;
import java.util.ArrayList;
import java.util.List;

/** Writes the condition of {@code @RequiredIf}. */
final class ConditionalDemand {
    /** All types but null. */
    private static final List<String> NOT_NULL = List.of("object", "array", "string", "number", "boolean");

    private ConditionalDemand() {}

    /** Returns the schema that requires a key if another key has a value. */
    static JsonObject of(SchemaPath place, KeySchema key, Requirement requirement) {
        KeySchema other = place.keys().stream()
                .filter(candidate -> candidate.name().equals(requirement.key()))
                .findFirst()
                .orElseThrow();
        JsonObject value = value(place.record(), other, requirement);
        List<JsonObject> stated = new ArrayList<>();
        List<JsonObject> matching = new ArrayList<>();
        for (String name : names(other)) {
            stated.add(Demand.holds(name));
            matching.add(Demand.holds(name, value));
        }
        JsonObject demand = demand(place, key, requirement);
        JsonObject ifMatching = Demand.when(Demand.any(matching), demand);
        boolean byDefault = !other.isRequired() && place.holdsByDefault(requirement);
        return byDefault ? Demand.unless(Demand.any(stated), ifMatching, demand) : ifMatching;
    }

    private static JsonObject demand(SchemaPath place, KeySchema key, Requirement requirement) {
        JsonObject properties = new JsonObject();
        String message = "Required if '" + requirement.key() + "' is '" + requirement.value() + "'.";
        for (String name : names(key)) {
            properties.put(name, new JsonObject().put("type", NOT_NULL).put("errorMessage", message));
        }
        JsonObject demand = new JsonObject().put("properties", properties);
        return place.given(key) == null ? demand.put("allOf", List.of(Demand.keyOrAlias(key))) : demand;
    }

    private static JsonObject value(RecordSchema record, KeySchema other, Requirement requirement) {
        if (other.type() instanceof EnumType type) {
            EnumSchema constants = record.enumOf(type);
            Constant constant = constants.find(requirement.value());
            List<String> spellings = new ArrayList<>();
            if (constant != null) {
                spellings.add(constant.name());
                spellings.addAll(constant.aliases());
            }
            String pattern = Patterns.whole(Patterns.anyOf(spellings, constants.ignoreCase()));
            return new JsonObject().put("type", "string").put("pattern", pattern);
        }
        boolean isBoolean = other.type() instanceof ScalarType type && type.kind() == ScalarKind.BOOLEAN;
        return isBoolean
                ? new JsonObject().put("const", requirement.value().equals("true"))
                : new JsonObject().put("const", requirement.value());
    }

    private static List<String> names(KeySchema key) {
        List<String> names = new ArrayList<>();
        names.add(key.name());
        names.addAll(key.aliases());
        return names;
    }
}
