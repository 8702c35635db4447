package io.alchemi.processor.emit;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.processor.emit.YamlValue.Entries;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A record where it stands in a document. The same record may want other keys at another place, because the default of the
 * section gives some of them.
 *
 * @param schema the whole schema
 * @param record the record
 * @param path the keys from the root, with dots between them
 * @param given what the defaults of the sections above say about this one, the outermost first
 * @param excused paths of keys that are not required because they may stand elsewhere
 */
public record SchemaPath(Schema schema, RecordSchema record, String path, List<Entries> given, Set<String> excused) {

    /** The root of a document. */
    public static SchemaPath root(Schema schema, Set<String> excused) {
        return new SchemaPath(schema, schema.root(), "", List.of(), excused);
    }

    /** The path of a key of this place. */
    public String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** The keys of the record with the defaults that they have here. */
    public List<KeySchema> keys() {
        List<KeySchema> keys = new ArrayList<>();
        for (KeySchema key : record.keys()) {
            YamlValue value = given(key);
            keys.add(value == null || key.type().isSection() ? key : key.withDefault(value.write()));
        }
        return keys;
    }

    /** Returns the section that a key of this place holds, or null if it holds something else. */
    public @Nullable SchemaPath section(KeySchema key) {
        RecordSchema section = schema.section(key);
        return section == null ? null : new SchemaPath(schema, section, pathOf(key.name()), below(key), excused);
    }

    /** The union that a key of this place holds. */
    public UnionPath union(KeySchema key, UnionType type) {
        return new UnionPath(schema, type, pathOf(key.name()), below(key), excused);
    }

    /** What the defaults of this place and of the key itself say about what the key holds, if that is a mapping. */
    private List<Entries> below(KeySchema key) {
        List<Entries> below = new ArrayList<>();
        for (Entries entries : given) {
            if (entries.values().get(key.name()) instanceof Entries inner) {
                below.add(inner);
            }
        }
        KeySchema own = record.key(key.name());
        String defaultText = own == null ? null : own.defaultText();
        if (defaultText != null && YamlValue.read(defaultText) instanceof Entries inner) {
            below.add(inner);
        }
        return below;
    }

    /** A record inside a list or map of this place. */
    public SchemaPath item(KeySchema key, RecordType type) {
        return new SchemaPath(schema, schema.record(type), pathOf(key.name()) + "[]", List.of(), excused);
    }

    /** A union inside a list or map of this place. */
    public UnionPath item(KeySchema key, UnionType type) {
        return new UnionPath(schema, type, pathOf(key.name()) + "[]", List.of(), excused);
    }

    /** The value that a default above this place gives to a key, or null. */
    public @Nullable YamlValue given(KeySchema key) {
        for (Entries entries : given) {
            YamlValue value = entries.values().get(key.name());
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** Whether a document must hold the key if it holds this place. */
    public boolean requires(KeySchema key) {
        if (key.nullable() || key.defaultText() != null || given(key) != null) {
            return false;
        }
        SchemaPath section = section(key);
        return (section == null || section.requiresAny()) && !excused.contains(pathOf(key.name()));
    }

    /** Whether a document must hold some key if it holds this place. */
    public boolean requiresAny() {
        for (KeySchema key : keys()) {
            if (requires(key)) {
                return true;
            }
        }
        return false;
    }
}
