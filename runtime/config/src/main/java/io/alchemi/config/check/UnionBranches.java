package io.alchemi.config.check;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.MovedKey;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.ScalarKind.JsonType;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType.ScalarType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.schema.ValueType.UnionType.Branch;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Mapping.Entry;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import io.alchemi.config.tree.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Selects the branch of a union value and converts between the value and the keys of the branch. */
public final class UnionBranches {
    private UnionBranches() {}

    /** Returns the branch that a value selects by its tag or its form, or null if it selects none, or several by their keys. */
    public static @Nullable Branch branch(Schema schema, UnionType union, Node node) {
        if (!union.isByKind()) {
            Scalar tag = tag(union, node);
            return tag == null ? null : union.branch(tag.text());
        } else if (node instanceof Mapping mapping) {
            Branch secret = SecretReference.isOpen(mapping) ? bareSecret(schema, union) : null;
            if (secret != null) {
                return secret;
            }
            return union.hasSeveral(UnionType.MAPPING)
                    ? byKeys(schema, union, mapping)
                    : union.branch(UnionType.MAPPING);
        } else if (node instanceof Sequence) {
            return union.branch(UnionType.SEQUENCE);
        }
        Scalar scalar = (Scalar) node;
        if (scalar.isNull()) {
            return null;
        }
        return union.hasSeveral(UnionType.SCALAR) ? byType(schema, union, scalar) : union.branch(UnionType.SCALAR);
    }

    /** Returns the branch that is written as a secret alone, or null. The other branches have no key of a {@link SecretReference}. */
    public static @Nullable Branch bareSecret(Schema schema, UnionType union) {
        for (Branch branch : union.branches()) {
            if (union.isBare(branch)
                    && schema.record(branch.record()).keys().get(0).type() instanceof ScalarType scalar
                    && scalar.kind() == ScalarKind.SECRET) {
                return branch;
            }
        }
        return null;
    }

    private static @Nullable Branch byKeys(Schema schema, UnionType union, Mapping mapping) {
        Branch found = null;
        for (Entry entry : mapping.entries()) {
            Branch branch = ofKey(schema, union, entry.name());
            if (found != null && branch != null && !found.is(branch)) {
                return null;
            }
            found = branch == null ? found : branch;
        }
        return found;
    }

    /** Returns the branch that a key, an alias or the first key of an old path selects, or null. */
    public static @Nullable Branch ofKey(Schema schema, UnionType union, String name) {
        for (Branch branch : union.branches()) {
            RecordSchema record = schema.record(branch.record());
            for (KeySchema key : record.keys()) {
                boolean isNamed =
                        key.name().equals(name) || formerNames(record, key).contains(name);
                if (isNamed && decides(schema, union, branch, key)) {
                    return branch;
                }
            }
        }
        return null;
    }

    /** Returns the keys that select a mapping branch: those that are required and that no other mapping branch has. */
    public static List<KeySchema> decidingKeys(Schema schema, UnionType union, Branch branch) {
        List<KeySchema> keys = new ArrayList<>();
        for (KeySchema key : schema.record(branch.record()).keys()) {
            if (decides(schema, union, branch, key)) {
                keys.add(key);
            }
        }
        return keys;
    }

    private static boolean decides(Schema schema, UnionType union, Branch branch, KeySchema key) {
        if (!union.isByKind() || !branch.tag().equals(UnionType.MAPPING) || !schema.requires(key)) {
            return false;
        }
        for (Branch other : union.branches()) {
            boolean differs = !other.is(branch) && other.tag().equals(UnionType.MAPPING);
            if (differs && sharesName(schema.record(branch.record()), key, schema.record(other.record()))) {
                return false;
            }
        }
        return true;
    }

    /** Returns true if another record has one of the names of a key. */
    public static boolean sharesName(RecordSchema record, KeySchema key, RecordSchema other) {
        boolean shares = hasName(other, key.name());
        for (String former : formerNames(record, key)) {
            shares |= hasName(other, former);
        }
        return shares;
    }

    /** Returns the aliases of a key and the first keys of the old paths that lead to it. */
    public static List<String> formerNames(RecordSchema record, KeySchema key) {
        if (record.moves().isEmpty()) {
            return key.aliases();
        }
        List<String> names = new ArrayList<>(key.aliases());
        for (MovedKey move : record.moves()) {
            if (move.firstOfTo().equals(key.name()) && !names.contains(move.firstOfFrom())) {
                names.add(move.firstOfFrom());
            }
        }
        return names;
    }

    /** Returns true if a record has a key, a former key, an alias or the first key of an old path with a name. */
    public static boolean hasName(RecordSchema record, String name) {
        boolean isKey = record.key(name) != null || record.keyOfAlias(name) != null || record.retired(name) != null;
        for (MovedKey move : record.moves()) {
            isKey |= move.firstOfFrom().equals(name);
        }
        return isKey;
    }

    /** Returns the branch for the type of a scalar. Text without a type is a string if no other branch takes it. */
    private static @Nullable Branch byType(Schema schema, UnionType union, Scalar scalar) {
        Branch other = null;
        for (Branch branch : union.branches()) {
            if (branch.tag().equals(UnionType.SCALAR)) {
                JsonType type = scalarType(schema, branch);
                boolean takes = switch (scalar.coreType()) {
                    case BOOLEAN -> type == JsonType.BOOLEAN;
                    case INTEGER, FLOAT -> type == JsonType.INTEGER || type == JsonType.NUMBER;
                    case STRING, NULL -> type == JsonType.STRING;
                };
                if (takes) {
                    return branch;
                }
                other = scalar.style() == Scalar.Style.BARE && type == JsonType.STRING ? branch : other;
            }
        }
        return other;
    }

    /** Returns the type of a scalar branch. */
    public static JsonType scalarType(Schema schema, Branch branch) {
        ScalarKind kind = schema.record(branch.record()).keys().get(0).type().leafKind();
        return kind == null ? JsonType.STRING : kind.jsonType();
    }

    /** Returns the tag of a value, or null. */
    public static @Nullable Scalar tag(UnionType union, Node node) {
        return node instanceof Mapping mapping && mapping.get(union.discriminator()) instanceof Scalar tag ? tag : null;
    }

    /** Returns the keys of a mapping branch, without the tag. */
    public static Mapping withoutTag(UnionType union, Mapping mapping) {
        if (union.isByKind()) {
            return mapping;
        }
        List<Entry> entries = new ArrayList<>(mapping.entries().size());
        for (Entry entry : mapping.entries()) {
            if (!entry.name().equals(union.discriminator())) {
                entries.add(entry);
            }
        }
        return new Mapping(mapping.place(), entries);
    }

    /** Returns changed keys of a branch, preceded by the tag of the original. */
    public static Mapping withTag(UnionType union, Mapping original, Mapping changed) {
        Entry tag = union.isByKind() ? null : original.entry(union.discriminator());
        if (tag == null) {
            return changed;
        }
        List<Entry> entries = new ArrayList<>(changed.entries().size() + 1);
        entries.add(tag);
        entries.addAll(changed.entries());
        return new Mapping(changed.place(), entries);
    }

    /** Returns the keys of a branch's record. A value without a key becomes the value of the record's only key. */
    public static Mapping fields(UnionType union, Branch branch, RecordSchema record, Node node) {
        if (node instanceof Mapping mapping && !union.isBare(branch)) {
            return withoutTag(union, mapping);
        }
        String name = record.keys().get(0).name();
        return new Mapping(node.place(), List.of(new Entry(name, node.place(), node)));
    }
}
