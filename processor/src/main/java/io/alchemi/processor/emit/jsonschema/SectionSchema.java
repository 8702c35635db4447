package io.alchemi.processor.emit.jsonschema;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordName;
import io.alchemi.config.schema.Requirement;
import io.alchemi.config.schema.RetiredKey;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.text.JsonObject;
import io.alchemi.processor.emit.MovePath;
import io.alchemi.processor.emit.SchemaPath;
import io.alchemi.processor.emit.YamlValue;
import io.alchemi.processor.emit.YamlValue.Entries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Writes records as closed objects: the root, and a definition for each record below it. */
final class SectionSchema {
    private final ValueSchema values = new ValueSchema(this);
    private final UnionSchema unions = new UnionSchema(this, values);
    private final Definitions definitions = new Definitions();

    /** Returns the definitions that the {@code $ref}s point to. */
    Definitions definitions() {
        return definitions;
    }

    /** Returns the writer of unions. */
    UnionSchema unions() {
        return unions;
    }

    /**
     * Returns the schema of a record as a value.
     *
     * @param nullable true if the value may be null even if it has required keys
     * @param text the text of the key
     */
    JsonObject section(SchemaPath place, boolean nullable, KeyText text) {
        boolean orNull = nullable || !place.requiresAny();
        return text.write(reference(place, orNull));
    }

    /** Returns the schema of a record under a key that editors do not suggest. Beside {@code $ref} they would ignore that. */
    private JsonObject hiddenSection(SchemaPath place, boolean nullable, KeyText text) {
        boolean orNull = nullable || !place.requiresAny();
        return new JsonObject()
                .put("type", ValueSchema.type("object", orNull))
                .put("allOf", List.of(text.write(reference(place, orNull))));
    }

    private JsonObject reference(SchemaPath place, boolean orNull) {
        String simple = place.record().simpleName();
        String qualified = RecordName.of(place.record().type()).qualified();
        String orNullName = orNull ? "OrNull" : "";
        return definitions.reference(
                identity(place) + orNullName,
                List.of(
                        simple,
                        simple + orNullName,
                        qualified + orNullName,
                        qualified + orNullName + "." + place.path()),
                definition -> describe(
                        place, orNull, new JsonObject(), List.of(), Insertion.requiredKeys(place), definition));
    }

    /**
     * Returns the schema of a record as a branch of a union.
     *
     * @param use distinguishes it from other uses of the record; empty if its schema is that of a section
     * @param writer writes it by {@link #describe}
     */
    JsonObject branch(String use, SchemaPath place, Consumer<JsonObject> writer) {
        String qualified = RecordName.of(place.record().type()).qualified();
        return definitions.reference(
                use + identity(place),
                List.of(place.record().simpleName(), qualified, qualified + "." + place.path()),
                writer);
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

    /**
     * Writes a record as an object.
     *
     * @param properties the properties before those of the record
     * @param first the required ones of these properties
     * @param inserted the required keys, which editors insert into an empty section
     * @param out the object to write to
     */
    JsonObject describe(
            SchemaPath place,
            boolean orNull,
            JsonObject properties,
            List<String> first,
            Entries inserted,
            JsonObject out) {
        SchemaPath inside = place.withOwnMoves();
        out.put("title", place.record().simpleName());
        KeyText.of(place.record(), place.schema().docs(place.record()).ofRecord())
                .write(out);
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
        // Editors insert the keys in required themselves. It omits required keys with aliases or former paths.
        if (!required.containsAll(inserted.values().keySet())) {
            Insertion.offer(out, place.record().simpleName() + ": required keys", inserted);
        }
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
            return hiddenKey(place, key, KeyText.of(place.record(), key, doc).deprecated(key.deprecated()));
        }
        SchemaPath section = place.section(key);
        if (section != null) {
            boolean hasDefault = key.nullable() || key.defaultText() != null;
            KeyText text = hasDefault ? KeyText.of(place.record(), key, doc) : KeyText.of(doc);
            return offered(place, key, text, section(section, key.nullable(), text));
        } else if (key.type() instanceof UnionType type) {
            KeyText text = KeyText.of(
                    place.record(),
                    key,
                    doc.isEmpty() ? place.schema().docs(type.type()).ofRecord() : doc);
            return offered(place, key, text, unions.key(place, key, type, text));
        }
        return values.key(place, key);
    }

    /** Makes a key insert a value, from a level above its schema: editors ignore it at the level of the properties. */
    private static JsonObject offered(SchemaPath place, KeySchema key, KeyText text, JsonObject out) {
        YamlValue value = Insertion.of(place, key);
        if (value == null) {
            return out;
        }
        JsonObject outer = text.write(new JsonObject());
        Insertion.offer(outer.put("allOf", List.of(out)), value.write(), value);
        return outer;
    }

    /** Adds aliases, removed keys and former keys, which old files may contain. */
    private void hidden(SchemaPath place, JsonObject properties) {
        for (KeySchema key : place.keys()) {
            for (String alias : key.aliases()) {
                properties.put(alias, hiddenKey(place, key, KeyText.of("Alias of `" + key.name() + "`.")));
            }
        }
        for (RetiredKey retired : place.record().retired()) {
            KeyText text = KeyText.of("Removed key, no effect: " + retired.reason());
            properties.put(
                    retired.name(),
                    text.write(new JsonObject()).put("type", ValueSchema.ANY).put("doNotSuggest", true));
        }
        formerKeys(place.moves(), properties);
    }

    private JsonObject hiddenKey(SchemaPath place, KeySchema key, KeyText text) {
        JsonObject out;
        SchemaPath section = place.section(key);
        if (section != null) {
            out = hiddenSection(section, key.nullable(), text);
        } else if (key.type() instanceof UnionType type) {
            out = unions.hidden(place.union(key, type), key.nullable());
        } else {
            out = values.hiddenKey(place, key);
        }
        return text.write(out).put("doNotSuggest", true);
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
                KeyText text = KeyText.of("Moved to `" + move.move().to() + "`.");
                properties.put(name, hiddenKey(present.place(), present.key(), text));
            } else {
                gone.computeIfAbsent(name, unused -> new ArrayList<>()).add(below);
            }
        }
        gone.forEach((name, inside) -> {
            JsonObject below = new JsonObject();
            formerKeys(inside, below);
            properties.put(name, formerSection(below));
        });
    }

    private static JsonObject formerSection(JsonObject properties) {
        JsonObject out = KeyText.of("Former section: its keys have moved.").write(new JsonObject());
        return out.put("type", ValueSchema.type("object", true))
                .put("additionalProperties", false)
                .put("properties", properties)
                .put("doNotSuggest", true);
    }
}
