package io.alchemi.processor.emit;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.MovedKey;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Requirement;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.processor.emit.YamlValue.Entries;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Record at a path of a document. Its required keys depend on the path, because the default of a section can provide some of
 * them.
 *
 * @param schema the whole schema
 * @param record the record
 * @param path the keys from the root, separated by dots
 * @param given the values that the defaults of enclosing sections provide for this one, the outermost first
 * @param moves the moves of enclosing records whose paths lead through here
 */
public record SchemaPath(Schema schema, RecordSchema record, String path, List<Entries> given, List<MovePath> moves) {

    /** Returns the root of a document. */
    public static SchemaPath root(Schema schema) {
        return new SchemaPath(schema, schema.root(), "", List.of(), List.of());
    }

    /** Returns this place with the moves of its own record: a key that one of them leads to is not required. */
    public SchemaPath withOwnMoves() {
        return with(record.moves());
    }

    /** Returns this place with some of the moves of its own record. */
    public SchemaPath with(List<MovedKey> own) {
        List<MovePath> all = new ArrayList<>(moves);
        for (MovedKey move : own) {
            all.add(new MovePath(this, move, move.from(), move.to()));
        }
        return new SchemaPath(schema, record, path, given, all);
    }

    /** Returns the path of a key of this record. */
    public String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** Returns the keys of the record with the defaults that apply at this path. */
    public List<KeySchema> keys() {
        List<KeySchema> keys = new ArrayList<>();
        for (KeySchema key : record.keys()) {
            YamlValue value = given(key);
            keys.add(value == null || key.type().isSection() ? key : key.withDefault(value.write()));
        }
        return keys;
    }

    /** Returns the section at a key of this record, or null if the key is not a section. */
    public @Nullable SchemaPath section(KeySchema key) {
        RecordSchema section = schema.section(key);
        if (section == null) {
            return null;
        }
        List<MovePath> inside = new ArrayList<>();
        for (MovePath move : moves) {
            MovePath below = move.below(key.name());
            if (below != null) {
                inside.add(below);
            }
        }
        return new SchemaPath(schema, section, pathOf(key.name()), below(key), inside);
    }

    /** Returns the union at a key of this record. */
    public UnionPath union(KeySchema key, UnionType type) {
        return new UnionPath(schema, type, pathOf(key.name()), below(key));
    }

    /** Returns the mappings that the defaults at this path and of the key itself provide for the value of a key. */
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

    /** Returns a record in a list or map of this record. */
    public SchemaPath item(KeySchema key, RecordType type) {
        return new SchemaPath(schema, schema.record(type), pathOf(key.name()) + "[]", List.of(), List.of());
    }

    /** Returns a union in a list or map of this record. */
    public UnionPath item(KeySchema key, UnionType type) {
        return new UnionPath(schema, type, pathOf(key.name()) + "[]", List.of());
    }

    /** Returns the value that the default of an enclosing section provides for a key, or null if there is none. */
    public @Nullable YamlValue given(KeySchema key) {
        for (Entries entries : given) {
            YamlValue value = entries.values().get(key.name());
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** Returns true if a document that contains this record must contain the key. */
    public boolean requires(KeySchema key) {
        if (key.nullable() || key.defaultText() != null || given(key) != null) {
            return false;
        }
        SchemaPath section = section(key);
        return (section == null || section.requiresAny()) && !mayBeMoved(key);
    }

    private boolean mayBeMoved(KeySchema key) {
        for (MovePath move : moves) {
            if (key.name().equals(move.to())) {
                return true;
            }
        }
        return false;
    }

    /** Returns true if a document that contains this record must contain at least one of its keys. */
    public boolean requiresAny() {
        for (KeySchema key : keys()) {
            if (requires(key) || isRequiredByDefault(key)) {
                return true;
            }
        }
        return false;
    }

    /** Returns true if {@code @RequiredIf} requires a key as long as the other key has its default or its example. */
    public boolean isRequiredByDefault(KeySchema key) {
        Requirement requirement = key.requiredIf();
        return requirement != null && given(key) == null && holdsByDefault(requirement);
    }

    /** Returns true if a condition holds for the default of its key, or for the example if it has no default. */
    public boolean holdsByDefault(Requirement requirement) {
        for (KeySchema other : keys()) {
            String text = other.isRequired() ? other.exampleText() : other.defaultText();
            if (other.name().equals(requirement.key()) && text != null) {
                return YamlValue.read(text) instanceof YamlValue.Scalar scalar
                        && !scalar.isNull()
                        && requirement.holds(record, scalar.text());
            }
        }
        return false;
    }
}
