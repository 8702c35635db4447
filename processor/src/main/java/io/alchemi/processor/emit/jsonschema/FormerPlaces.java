package io.alchemi.processor.emit.jsonschema;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.MovedKey;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.text.JsonObject;
import io.alchemi.processor.emit.SchemaPath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Resolves moved keys: their former paths, and the keys that are therefore not required at their present path. */
final class FormerPlaces {
    private final List<MovedKey> moves;
    private final SchemaPath root;
    private final Set<String> excused = new LinkedHashSet<>();

    FormerPlaces(Schema schema) {
        moves = schema.rootFacts().moves();
        root = SchemaPath.root(schema, Set.of());
        for (MovedKey move : moves) {
            Present present = present(move);
            if (present.place().requires(present.key())) {
                excused.add(move.to());
            }
        }
    }

    /**
     * A key at its present path.
     *
     * @param place the record that contains it
     * @param key the key
     */
    record Present(SchemaPath place, KeySchema key) {}

    /** Returns the paths of required keys that files may still have at a former path. */
    Set<String> excused() {
        return excused;
    }

    /** Returns true if a move starts or ends below a path, so that its record differs from the same record elsewhere. */
    boolean concern(String path) {
        String prefix = path + ".";
        for (MovedKey move : moves) {
            if (move.from().startsWith(prefix) || (move.to().startsWith(prefix) && excused.contains(move.to()))) {
                return true;
            }
        }
        return false;
    }

    /** Returns true if files may have the value at a path, or a part of it, at a former path. */
    boolean isTarget(String path) {
        for (MovedKey move : moves) {
            if (move.to().equals(path) || move.to().startsWith(path + ".")) {
                return true;
            }
        }
        return false;
    }

    /** Returns the moves whose former path is below a path. */
    List<MovedKey> below(String path) {
        List<MovedKey> found = new ArrayList<>();
        for (MovedKey move : moves) {
            if (path.isEmpty() || move.from().startsWith(path + ".")) {
                found.add(move);
            }
        }
        return found;
    }

    /** Returns the key at the present path of a move. */
    Present present(MovedKey move) {
        return present(root, move.to());
    }

    private static Present present(SchemaPath place, String path) {
        int dot = path.indexOf('.');
        KeySchema key = key(place, dot < 0 ? path : path.substring(0, dot));
        return dot < 0 ? new Present(place, key) : present(section(place, key), path.substring(dot + 1));
    }

    /** Returns a schema for each required key that has moved: it must be at a former path or at its present path. */
    List<JsonObject> demands() {
        List<JsonObject> demands = new ArrayList<>();
        for (String path : excused) {
            List<JsonObject> former = new ArrayList<>();
            for (MovedKey move : moves) {
                if (move.to().equals(path)) {
                    former.add(containsPath(root, move.from()));
                }
            }
            demands.add(Demand.unless(Demand.any(former), new JsonObject(), requirePath(root, path)));
        }
        return demands;
    }

    /** Matches a mapping that contains a path. */
    private static JsonObject containsPath(SchemaPath place, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return Demand.holds(path);
        }
        String name = path.substring(0, dot);
        String rest = path.substring(dot + 1);
        KeySchema key = place.record().key(name);
        SchemaPath section = key == null ? null : place.section(key);
        if (key == null || section == null) {
            return Demand.holds(name, containsPath(place, rest));
        }
        JsonObject inner = containsPath(section, rest);
        List<JsonObject> spellings = new ArrayList<>();
        for (String spelling : spellings(key)) {
            spellings.add(Demand.holds(spelling, inner));
        }
        return Demand.any(spellings);
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
        section.put("doNotSuggest", true).putAll(requirePath(section(place, key), path.substring(dot + 1)));
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
