package io.alchemi.processor.emit.jsonschema;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.schema.ValueType.UnionType.Branch;
import io.alchemi.config.text.JsonObject;
import io.alchemi.config.tree.YamlText;
import io.alchemi.processor.emit.SchemaPath;
import io.alchemi.processor.emit.UnionPath;
import io.alchemi.processor.emit.YamlValue;
import io.alchemi.processor.emit.YamlValue.Entries;
import io.alchemi.processor.emit.YamlValue.Items;
import io.alchemi.processor.emit.YamlValue.Scalar;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values that editors insert with a key or into an empty section: a default, otherwise an example, otherwise the required keys
 * of a section. Editors would insert required keys without their examples, and nothing for a union or a list.
 */
final class Insertion {
    /** Null, for lists: otherwise editors would insert a first item. */
    static final Scalar NULL = new Scalar("null", false);

    private static final Scalar EMPTY = new Scalar("", false);

    private final Set<String> open = new HashSet<>();

    private Insertion() {}

    /** Returns the value of a key, or null if nothing is known of it. */
    static @Nullable YamlValue of(SchemaPath place, KeySchema key) {
        return new Insertion().value(place, key);
    }

    /** Returns the required keys of a record at a place without moves, since files should not use former paths. */
    static Entries requiredKeys(SchemaPath place) {
        return new Insertion().required(place, new LinkedHashMap<>());
    }

    /** Returns the required keys of a branch, with its tag if it has one. */
    static Entries branch(UnionPath union, Branch branch) {
        return new Insertion().entries(union, branch);
    }

    /** Returns the default of a key, otherwise its example, or null if it has neither. */
    static @Nullable YamlValue stated(KeySchema key) {
        String defaultText = key.defaultText();
        String text = defaultText == null ? key.exampleText() : defaultText;
        return text == null ? null : YamlValue.read(text);
    }

    private @Nullable YamlValue value(SchemaPath place, KeySchema key) {
        YamlValue stated = stated(key);
        boolean isNull = stated instanceof Scalar scalar && scalar.isNull();
        if (stated != null && !isNull) {
            return stated;
        }
        SchemaPath section = place.section(key);
        if (section != null) {
            Entries required = required(section, new LinkedHashMap<>());
            return required.values().isEmpty() ? null : required;
        }
        return key.nullable() ? null : element(place, key, key.type());
    }

    /** Returns a value of a union, or a list of one value if it must not be empty. */
    private @Nullable YamlValue element(SchemaPath place, KeySchema key, ValueType type) {
        if (type instanceof UnionType union) {
            return type == key.type() ? simplest(place.union(key, union)) : simplest(place.item(key, union));
        } else if (type instanceof ValueType.RecordType section) {
            return required(place.item(key, section), new LinkedHashMap<>());
        } else if (type instanceof ListType list && key.lengthOf(list).min() > 0) {
            YamlValue item = element(place, key, list.item());
            return item == null ? null : new Items(List.of(item));
        }
        return null;
    }

    /** Returns the first branch that does not contain itself, scalars first. */
    private YamlValue simplest(UnionPath union) {
        UnionType type = union.type();
        for (Branch branch : type.branches()) {
            YamlValue alone = type.isBare(branch) ? stated(union.alone(branch)) : null;
            if (alone instanceof Scalar) {
                return alone;
            }
        }
        for (Branch branch : type.branches()) {
            if (!type.isBare(branch) && !open.contains(branch.record().type())) {
                return entries(union, branch);
            }
        }
        return EMPTY;
    }

    private Entries entries(UnionPath union, Branch branch) {
        Map<String, YamlValue> values = new LinkedHashMap<>();
        if (!union.type().isByKind()) {
            values.put(
                    union.type().discriminator(),
                    new Scalar(branch.tag(), !YamlText.string(branch.tag()).equals(branch.tag())));
        }
        return required(union.branch(branch), values);
    }

    private Entries required(SchemaPath place, Map<String, YamlValue> values) {
        SchemaPath present = new SchemaPath(place.schema(), place.record(), place.path(), place.given(), List.of());
        if (open.add(place.record().type())) {
            for (KeySchema key : present.keys()) {
                if (present.requires(key)) {
                    YamlValue value = value(present, key);
                    values.put(key.name(), value == null ? EMPTY : value);
                }
            }
            open.remove(place.record().type());
        }
        return new Entries(values);
    }

    /**
     * Offers a value.
     *
     * @param label what lists of completions show
     */
    static void offer(JsonObject out, String label, YamlValue value) {
        JsonObject snippet = new JsonObject().put("label", label);
        if (!(value instanceof Entries)) {
            snippet.put("type", "string");
        }
        out.put("defaultSnippets", List.of(snippet.put("body", body(value))));
    }

    /** Returns a snippet: mappings and lists of mappings on lines of their own, where editors complete further keys. */
    private static Object body(YamlValue value) {
        if (value instanceof Entries entries && !entries.values().isEmpty()) {
            JsonObject body = new JsonObject();
            entries.values().forEach((name, inner) -> body.put(escape(YamlText.string(name)), body(inner)));
            return body;
        } else if (value instanceof Items list && list.items().stream().anyMatch(Entries.class::isInstance)) {
            return list.items().stream().map(Insertion::body).toList();
        }
        String text = value.equals(EMPTY) ? "" : escape(value.write());
        // Editors would quote true and false, and remove this mark.
        return text.equals("true") || text.equals("false") || text.startsWith("^") ? "^" + text : text;
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}");
    }
}
