package io.alchemi.processor.emit.jsonschema;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.MovedKey;
import io.alchemi.config.schema.Schema;
import io.alchemi.processor.emit.JsonObject;
import io.alchemi.processor.emit.SchemaPath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Where moved keys stood, and what follows for the places where they stand now. */
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
     * A key where it stands now.
     *
     * @param place what holds it
     * @param key the key
     */
    record Present(SchemaPath place, KeySchema key) {}

    /** Paths of the keys that are required, but may still stand at a former place. */
    Set<String> excused() {
        return excused;
    }

    /** Whether a move leads from or to somewhere below a path, so that its record is not the same as elsewhere. */
    boolean concern(String path) {
        String prefix = path + ".";
        for (MovedKey move : moves) {
            if (move.from().startsWith(prefix) || (move.to().startsWith(prefix) && excused.contains(move.to()))) {
                return true;
            }
        }
        return false;
    }

    /** The moves from somewhere below a path. */
    List<MovedKey> below(String path) {
        List<MovedKey> found = new ArrayList<>();
        for (MovedKey move : moves) {
            if (path.isEmpty() || move.from().startsWith(path + ".")) {
                found.add(move);
            }
        }
        return found;
    }

    /** The key that a move leads to. */
    Present present(MovedKey move) {
        return present(root, move.to());
    }

    private static Present present(SchemaPath place, String path) {
        int dot = path.indexOf('.');
        KeySchema key = key(place, dot < 0 ? path : path.substring(0, dot));
        return dot < 0 ? new Present(place, key) : present(section(place, key), path.substring(dot + 1));
    }

    /** For each required key that has moved: it must stand at a former place or where it stands now. */
    List<JsonObject> demands() {
        List<JsonObject> demands = new ArrayList<>();
        for (String path : excused) {
            List<JsonObject> former = new ArrayList<>();
            for (MovedKey move : moves) {
                if (move.to().equals(path)) {
                    former.add(presence(root, move.from()));
                }
            }
            demands.add(Demand.unless(Demand.any(former), new JsonObject(), need(root, path)));
        }
        return demands;
    }

    /** Is a mapping that holds a path. */
    private static JsonObject presence(SchemaPath place, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return Demand.holds(path);
        }
        String name = path.substring(0, dot);
        String rest = path.substring(dot + 1);
        KeySchema key = place.record().key(name);
        SchemaPath section = key == null ? null : place.section(key);
        if (key == null || section == null) {
            return Demand.holds(name, presence(place, rest));
        }
        JsonObject inner = presence(section, rest);
        List<JsonObject> spellings = new ArrayList<>();
        for (String spelling : spellings(key)) {
            spellings.add(Demand.holds(spelling, inner));
        }
        return Demand.any(spellings);
    }

    /** Demands a required key; a section on the way that need not be there may be missing. */
    private static JsonObject need(SchemaPath place, String path) {
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
        section.put("doNotSuggest", true).putAll(need(section(place, key), path.substring(dot + 1)));
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

    /** Returns the section of a key on a path; the check of moves has found that it is one. */
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
