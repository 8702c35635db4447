package io.alchemi.acceptance.editor;

import io.alchemi.config.schema.Docs;
import io.alchemi.config.schema.EnumSchema;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.StringPattern;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.ScalarType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.schema.ValueType.UnionType.Branch;
import io.alchemi.config.testing.KindSamples;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Walks a schema and finds all positions where a key or a known value may be written. Skips records nested in themselves. */
final class SchemaPositions {
    private final Schema schema;
    private final List<String> entered = new ArrayList<>();
    private final List<KeyPosition> keys = new ArrayList<>();
    private final List<ValuePosition> values = new ArrayList<>();

    private SchemaPositions(Schema schema) {
        this.schema = schema;
        record(schema.root(), new Spot("", "", ""), List.of());
    }

    static SchemaPositions of(EditorSchema schema) {
        return new SchemaPositions(schema.schema());
    }

    /** Returns every key of every record, at every path. */
    List<KeyPosition> keys() {
        return keys;
    }

    /** Returns every key of every record, each at one path. */
    List<KeyPosition> distinctKeys() {
        Map<String, KeyPosition> first = new LinkedHashMap<>();
        keys.forEach(place ->
                first.putIfAbsent(place.record().type() + " " + place.key().name(), place));
        return List.copyOf(first.values());
    }

    /** Returns the names of keys that are invalid next to a key: those of other records, and of other branches of a union. */
    Set<String> foreignTo(KeyPosition place) {
        Set<String> foreign = new TreeSet<>();
        keys.forEach(other -> foreign.add(other.key().name()));
        for (KeyPosition other : keys) {
            boolean isHere = parent(other).equals(parent(place));
            if (isHere && (other.record().type().equals(place.record().type()) || isByKeys(place, other))) {
                foreign.remove(other.key().name());
            }
        }
        return foreign;
    }

    /** Returns true if two records at the same path are distinguished by their keys, so that none may be written yet. */
    private static boolean isByKeys(KeyPosition place, KeyPosition other) {
        return place.tag().isEmpty() && other.tag().isEmpty();
    }

    private static String parent(KeyPosition place) {
        int end = place.path().length() - place.key().name().length();
        return place.path().substring(0, end);
    }

    /** Returns all positions of enums, tags, booleans and strings with suggestions. */
    List<ValuePosition> values() {
        return values;
    }

    /**
     * A position where a value begins.
     *
     * @param before the text before it
     * @param indent indentation of its further lines
     * @param path path of the value
     */
    private record Spot(String before, String indent, String path) {
        Spot key(String name) {
            String below = path.isEmpty() ? name : path + "." + name;
            return new Spot(before + name + ":\n" + indent + "  ", indent + "  ", below);
        }

        Spot item() {
            return new Spot(before + "- ", indent + "  ", path + "[0]");
        }

        /** Returns the position in the same mapping after some lines. */
        Spot below(List<String> lines) {
            StringBuilder text = new StringBuilder(before);
            lines.forEach(line -> text.append(line).append('\n').append(indent));
            return new Spot(text.toString(), indent, path);
        }
    }

    /** The key of a value, and its record. */
    private record Owner(RecordSchema record, KeySchema key) {}

    private void record(RecordSchema record, Spot spot, List<String> tag) {
        if (entered.contains(record.type())) {
            return;
        }
        entered.add(record.type());
        for (KeySchema key : record.keys()) {
            List<String> lines = new ArrayList<>(tag);
            for (KeySchema other : record.keys()) {
                if (!other.name().equals(key.name()) && schema.requires(other)) {
                    lines.add(other.name() + ": " + example(schema, other));
                }
            }
            Spot at = spot.below(lines);
            String path = at.key(key.name()).path();
            keys.add(new KeyPosition(record, key, path, at.before(), at.indent(), String.join("", tag)));
            inside(new Owner(record, key), key.type(), at.before() + key.name() + ": ", at.key(key.name()));
        }
        entered.remove(record.type());
    }

    /** Returns a value of a required key, as YAML on one line. */
    private static String example(Schema schema, KeySchema key) {
        String text = key.exampleText();
        RecordSchema section = schema.section(key);
        return text != null ? text : section == null ? "" : required(schema, section);
    }

    /** Returns the required keys of a record with their examples, as YAML on one line. */
    static String required(Schema schema, RecordSchema record) {
        List<String> pairs = new ArrayList<>();
        for (KeySchema key : record.keys()) {
            if (schema.requires(key)) {
                pairs.add(key.name() + ": " + example(schema, key));
            }
        }
        return "{" + String.join(", ", pairs) + "}";
    }

    /**
     * Walks a value.
     *
     * @param inline the text before it if it is on the line of its key
     * @param block its position if it is on separate lines
     */
    private void inside(Owner owner, ValueType type, String inline, Spot block) {
        if (type instanceof RecordType section) {
            record(schema.record(section), block, List.of());
        } else if (type instanceof ListType list) {
            inside(owner, list.item(), block.item().before(), block.item());
        } else if (type instanceof MapType map) {
            EnumType constants = map.keys();
            if (constants != null) {
                values.add(place(owner, block.path(), block.before(), constants(owner, constants), ":"));
            }
            String name = constants == null
                    ? KindSamples.text(map.keyKind())
                    : owner.record().enumOf(constants).names().get(0);
            inside(owner, map.value(), block.before() + name + ": ", block.key(name));
        } else if (type instanceof UnionType union) {
            union(owner, union, inline, block);
        } else {
            scalar(owner, type, inline, block.path());
        }
    }

    private void union(Owner owner, UnionType union, String inline, Spot block) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (Branch branch : union.branches()) {
            RecordSchema record = schema.record(branch.record());
            if (union.isBare(branch) && !entered.contains(record.type())) {
                entered.add(record.type());
                KeySchema only = record.keys().get(0);
                inside(new Owner(record, only), only.type(), inline, block);
                entered.remove(record.type());
            } else if (union.isByKind() && !union.isBare(branch)) {
                record(record, block, List.of());
            } else if (!union.isByKind()) {
                tags.put(branch.tag(), schema.docs(record).ofRecord());
                record(record, block, List.of(union.discriminator() + ": " + branch.tag()));
            }
        }
        if (!tags.isEmpty()) {
            String before = block.before() + union.discriminator() + ": ";
            values.add(place(owner, block.key(union.discriminator()).path(), before, tags, ""));
        }
    }

    private void scalar(Owner owner, ValueType type, String inline, String path) {
        Map<String, String> known = new LinkedHashMap<>();
        Docs docs = schema.docs(owner.record());
        StringPattern pattern = owner.key().pattern();
        if (type instanceof EnumType constants) {
            known.putAll(constants(owner, constants));
        } else if (type instanceof ScalarType scalar && scalar.kind() == ScalarKind.BOOLEAN) {
            known.put("true", "");
            known.put("false", "");
        } else if (pattern != null) {
            pattern.suggestions()
                    .forEach(value ->
                            known.put(value, docs.ofSuggestion(owner.key().name(), value)));
        }
        if (known.isEmpty()) {
            return;
        }
        if (owner.key().nullable() && type == owner.key().type()) {
            known.put("null", "");
        }
        values.add(place(owner, path, inline, known, ""));
    }

    private Map<String, String> constants(Owner owner, EnumType type) {
        Map<String, String> docs = new LinkedHashMap<>();
        EnumSchema constants = owner.record().enumOf(type);
        for (EnumSchema.Constant constant : constants.constants()) {
            if (constant.deprecated() == null) {
                docs.put(constant.name(), schema.docs(owner.record()).ofConstant(constants.type(), constant.name()));
            }
        }
        return docs;
    }

    private static ValuePosition place(
            Owner owner, String path, String before, Map<String, String> known, String after) {
        return new ValuePosition(owner.key(), path, before, known, after);
    }
}
