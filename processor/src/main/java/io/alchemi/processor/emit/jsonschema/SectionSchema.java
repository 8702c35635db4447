package io.alchemi.processor.emit.jsonschema;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordName;
import io.alchemi.config.schema.Requirement;
import io.alchemi.config.schema.RetiredKey;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.text.JsonObject;
import io.alchemi.processor.emit.MovePath;
import io.alchemi.processor.emit.SchemaPath;
import io.alchemi.processor.emit.UnionPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes records as closed objects, inline if they may be null and as definitions otherwise. */
final class SectionSchema {
    private final ValueSchema values = new ValueSchema(this);
    private final UnionSchema unions = new UnionSchema(this, values);
    private final Definitions definitions = new Definitions();
    private final Recursion recursion = new Recursion();

    /** Returns the definitions that the {@code $ref}s so far point to. */
    Definitions definitions() {
        return definitions;
    }

    /** Returns true if a union contains itself. */
    boolean isRecursive(UnionPath union) {
        return recursion.in(union.schema(), union.type());
    }

    /** Returns the writer of unions. */
    UnionSchema unions() {
        return unions;
    }

    /**
     * Returns the schema of a record as a value.
     *
     * @param nullable true if the value may be null even if it has required keys
     * @param doc the doc of the key, or an empty string
     */
    JsonObject section(SchemaPath place, boolean nullable, String doc) {
        boolean orNull = nullable || !place.requiresAny();
        String shown = doc.isEmpty() ? recordDoc(place) : doc;
        if (orNull && !(place.given().isEmpty() && recursion.in(place.schema(), place.record()))) {
            return describe(place, true, shown, new JsonObject(), List.of(), new JsonObject());
        }
        JsonObject out = reference(place, orNull);
        KeyText.describe(out, doc, List.of());
        return out;
    }

    /** Returns the schema of a record under a key that editors do not suggest. Beside {@code $ref} they would ignore that. */
    private JsonObject hiddenSection(SchemaPath place, boolean nullable) {
        boolean orNull = nullable || !place.requiresAny();
        return new JsonObject()
                .put("title", place.record().simpleName())
                .put("type", ValueSchema.type("object", orNull))
                .put("allOf", List.of(reference(place, orNull)));
    }

    private JsonObject reference(SchemaPath place, boolean orNull) {
        String suffix = orNull ? "OrNull" : "";
        String qualified = RecordName.of(place.record().type()).qualified() + suffix;
        return definitions.reference(
                identity(place) + suffix,
                List.of(place.record().simpleName() + suffix, qualified, qualified + "." + place.path()),
                definition -> describe(place, orNull, recordDoc(place), new JsonObject(), List.of(), definition));
    }

    /**
     * Returns the schema of a record as a branch of a union.
     *
     * @param properties the properties before its keys
     * @param required the required ones of these properties
     */
    JsonObject branch(SchemaPath place, JsonObject properties, List<String> required) {
        return describe(place, false, recordDoc(place), properties, required, new JsonObject());
    }

    /** Returns what distinguishes the schema at a place from others of its record: defaults and moves at that place. */
    private static String identity(SchemaPath place) {
        StringBuilder out = new StringBuilder(scope(place));
        for (MovePath move : place.moves()) {
            out.append(' ').append(scope(move.holder()));
            out.append(' ').append(move.from()).append(' ').append(move.to());
        }
        return out.toString();
    }

    private static String scope(SchemaPath place) {
        return place.given().isEmpty() ? place.record().type() : "at " + place.path();
    }

    private static String recordDoc(SchemaPath place) {
        return place.schema().docs(place.record()).ofRecord();
    }

    /**
     * Writes a record as an object.
     *
     * @param properties the properties before those of the record
     * @param first the required ones of these properties
     * @param out the object to write to
     */
    JsonObject describe(
            SchemaPath place, boolean orNull, String doc, JsonObject properties, List<String> first, JsonObject out) {
        SchemaPath inside = place.withOwnMoves();
        out.put("title", place.record().simpleName());
        KeyText.describe(out, doc, KeyText.rules(place.record()));
        out.put("type", ValueSchema.type("object", orNull)).put("additionalProperties", false);
        List<String> required = new ArrayList<>(first);
        List<JsonObject> demands = new ArrayList<>();
        for (KeySchema key : inside.keys()) {
            properties.put(key.name(), key(inside, key));
            if (inside.requires(key)) {
                if (key.aliases().isEmpty()) {
                    required.add(key.name());
                } else {
                    demands.add(Demand.keyOrAlias(key));
                }
            }
            Requirement requirement = key.requiredIf();
            if (requirement != null && !hasMoved(inside, key.name()) && !hasMoved(inside, requirement.key())) {
                demands.add(ConditionalDemand.of(inside, key, requirement));
            }
        }
        demands.addAll(FormerPlaces.demands(place));
        hidden(inside, properties);
        if (!required.isEmpty()) {
            out.put("required", required);
        }
        out.put("properties", properties);
        Skeleton.offer(inside, required, out);
        if (!demands.isEmpty()) {
            out.put("allOf", demands);
        }
        return out;
    }

    /** Returns true if files may have the value of a key, or a part of it, at a former path. */
    private static boolean hasMoved(SchemaPath place, String key) {
        for (MovePath move : place.moves()) {
            if (move.leadsTo(key)) {
                return true;
            }
        }
        return false;
    }

    private JsonObject key(SchemaPath place, KeySchema key) {
        String doc = place.schema().docs(place.record()).ofKey(key.name());
        if (key.deprecated() != null) {
            return hiddenKey(place, key, KeyText.deprecated(key.deprecated(), doc));
        }
        SchemaPath section = place.section(key);
        if (section != null) {
            return section(section, key.nullable(), doc);
        } else if (key.type() instanceof UnionType type) {
            return unions.key(place, key, type);
        }
        return values.key(place, key);
    }

    /** Adds aliases, removed keys and former keys, which old files may contain. */
    private void hidden(SchemaPath place, JsonObject properties) {
        for (KeySchema key : place.keys()) {
            for (String alias : key.aliases()) {
                properties.put(alias, hiddenKey(place, key, "Alias of `" + key.name() + "`."));
            }
        }
        for (RetiredKey retired : place.record().retired()) {
            JsonObject any = new JsonObject().put("title", retired.name() + ": removed");
            KeyText.describe(any, "Removed key, no effect: " + retired.reason(), List.of());
            properties.put(retired.name(), any.put("type", ValueSchema.ANY).put("doNotSuggest", true));
        }
        formerKeys(place.moves(), properties);
    }

    private JsonObject hiddenKey(SchemaPath place, KeySchema key, String text) {
        JsonObject out;
        SchemaPath section = place.section(key);
        if (section != null) {
            out = hiddenSection(section, key.nullable());
        } else if (key.type() instanceof UnionType type) {
            out = unions.hidden(place.union(key, type), key.nullable());
        } else {
            out = values.hiddenKey(place, key);
        }
        KeyText.describe(out, text, List.of());
        return out.put("doNotSuggest", true);
    }

    /** Adds the former keys that no longer exist, with their section if that no longer exists either. */
    private void formerKeys(List<MovePath> moves, JsonObject properties) {
        Map<String, List<MovePath>> gone = new LinkedHashMap<>();
        for (MovePath move : moves) {
            String from = move.from();
            if (from == null) {
                continue;
            }
            int dot = from.indexOf('.');
            String name = dot < 0 ? from : from.substring(0, dot);
            if (properties.has(name)) {
                continue;
            }
            MovePath below = move.below(name);
            if (below == null) {
                FormerPlaces.Present present = FormerPlaces.present(move);
                String text = "Moved to `" + move.move().to() + "`.";
                properties.put(name, hiddenKey(present.place(), present.key(), text));
            } else {
                gone.computeIfAbsent(name, unused -> new ArrayList<>()).add(below);
            }
        }
        gone.forEach((name, inside) -> {
            JsonObject below = new JsonObject();
            formerKeys(inside, below);
            properties.put(name, formerSection(name, below));
        });
    }

    private static JsonObject formerSection(String name, JsonObject properties) {
        JsonObject out = new JsonObject().put("title", name);
        KeyText.describe(out, "Former section: its keys have moved.", List.of());
        return out.put("type", ValueSchema.type("object", true))
                .put("additionalProperties", false)
                .put("properties", properties)
                .put("doNotSuggest", true);
    }
}
