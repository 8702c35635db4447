package io.alchemi.processor.emit.jsonschema;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.MovedKey;
import io.alchemi.config.text.JsonObject;
import io.alchemi.processor.emit.MovePath;
import io.alchemi.processor.emit.SchemaPath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Requires moved keys at their present path or at a former one. */
final class FormerPlaces {
    private FormerPlaces() {}

    /**
     * A key at its present path.
     *
     * @param place the record that contains it
     * @param key the key
     */
    record Present(SchemaPath place, KeySchema key) {}

    /** Returns the key at the present path of a move. */
    static Present present(MovePath move) {
        return present(move.holder().withOwnMoves(), move.move().to());
    }

    private static Present present(SchemaPath place, String path) {
        int dot = path.indexOf('.');
        KeySchema key = key(place, dot < 0 ? path : path.substring(0, dot));
        return dot < 0 ? new Present(place, key) : present(section(place, key), path.substring(dot + 1));
    }

    /**
     * Returns the schemas for the moves of the record of a place: a required key must be at a former path or at its present
     * path, and a key at a former path that creates a nullable section needs the required keys of that section.
     *
     * @param place the place without the moves of its record
     */
    static List<JsonObject> demands(SchemaPath place) {
        Set<String> required = new LinkedHashSet<>();
        for (MovedKey move : place.record().moves()) {
            List<MovedKey> others = place.record().moves().stream()
                    .filter(other -> !other.to().equals(move.to()))
                    .toList();
            Present present = present(place.with(others), move.to());
            if (present.place().requires(present.key())) {
                required.add(move.to());
            }
        }
        List<JsonObject> demands = new ArrayList<>();
        required.forEach(path -> demands.add(demand(place, path)));
        for (MovedKey move : place.record().moves()) {
            createdSections(place, move, demands);
        }
        return demands;
    }

    private static void createdSections(SchemaPath place, MovedKey move, List<JsonObject> demands) {
        for (int dot = move.to().indexOf('.'); dot >= 0; dot = move.to().indexOf('.', dot + 1)) {
            String path = move.to().substring(0, dot);
            Present section = present(place, path);
            SchemaPath inside = section(section.place(), section.key());
            for (KeySchema key : section.key().nullable() ? inside.keys() : List.<KeySchema>of()) {
                if (inside.requires(key)) {
                    demands.add(Demand.when(holds(place, move.from(), null), contains(place, path + "." + key.name())));
                }
            }
        }
    }

    /** Requires a key at a path, or at a former path if the record of the place moves it. */
    private static JsonObject demand(SchemaPath place, String path) {
        List<JsonObject> former = containsFormer(place, path);
        JsonObject present = requirePath(place, path);
        return former.isEmpty() ? present : Demand.unless(Demand.any(former), new JsonObject(), present);
    }

    /** Matches mappings that contain a key at a former path, by the moves of the record of a place. */
    private static List<JsonObject> containsFormer(SchemaPath place, String path) {
        List<JsonObject> former = new ArrayList<>();
        for (MovedKey move : place.record().moves()) {
            if (path.equals(move.to())) {
                former.add(holds(place, move.from(), null));
            } else if (path.startsWith(move.to() + ".")) {
                Present moved = present(place, move.to());
                JsonObject rest = contains(
                        section(moved.place(), moved.key()),
                        path.substring(move.to().length() + 1));
                former.add(holds(place, move.from(), rest));
            }
        }
        return former;
    }

    /** Matches a mapping that contains a key at its present path or at a former one. */
    private static JsonObject contains(SchemaPath place, String path) {
        int dot = path.indexOf('.');
        KeySchema key = key(place, dot < 0 ? path : path.substring(0, dot));
        JsonObject inner = dot < 0 ? null : contains(section(place, key), path.substring(dot + 1));
        List<JsonObject> ways = new ArrayList<>();
        for (String spelling : spellings(key)) {
            ways.add(Demand.holds(spelling, inner));
        }
        ways.addAll(containsFormer(place, path));
        return Demand.any(ways);
    }

    /** Matches a mapping that contains a path, of which some sections may no longer exist, with a matching value. */
    private static JsonObject holds(@Nullable SchemaPath place, String path, @Nullable JsonObject value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return Demand.holds(path, value);
        }
        String name = path.substring(0, dot);
        KeySchema key = place == null ? null : place.record().key(name);
        JsonObject inner =
                holds(place == null || key == null ? null : place.section(key), path.substring(dot + 1), value);
        List<JsonObject> ways = new ArrayList<>();
        for (String spelling : key == null ? List.of(name) : spellings(key)) {
            ways.add(Demand.holds(spelling, inner));
        }
        return Demand.any(ways);
    }

    /** Requires a key at a path. Nullable sections on the path may be missing. */
    private static JsonObject requirePath(SchemaPath place, String path) {
        int dot = path.indexOf('.');
        KeySchema key = key(place, dot < 0 ? path : path.substring(0, dot));
        if (dot < 0) {
            return Demand.keyOrAlias(key);
        }
        JsonObject section = new JsonObject();
        if (!key.nullable()) {
            String message = "Missing property \"" + path.substring(path.lastIndexOf('.') + 1) + "\".";
            section.put("type", "object").put("errorMessage", message);
        }
        section.put("doNotSuggest", true).putAll(demand(section(place, key), path.substring(dot + 1)));
        JsonObject sections = new JsonObject();
        for (String spelling : spellings(key)) {
            sections.put(spelling, section);
        }
        JsonObject demand = key.nullable() ? new JsonObject() : Demand.keyOrAlias(key);
        return demand.put("properties", sections);
    }

    private static List<String> spellings(KeySchema key) {
        List<String> spellings = new ArrayList<>();
        spellings.add(key.name());
        spellings.addAll(key.aliases());
        return spellings;
    }

    /** Returns the section at a key. The validation of moves ensures that it is one. */
    private static SchemaPath section(SchemaPath place, KeySchema key) {
        return Objects.requireNonNull(place.section(key), key.name());
    }

    private static KeySchema key(SchemaPath place, String name) {
        KeySchema key = place.record().key(name);
        if (key == null) {
            throw new IllegalArgumentException(place.record().type() + " has no key '" + name + "'");
        }
        return key;
    }
}
