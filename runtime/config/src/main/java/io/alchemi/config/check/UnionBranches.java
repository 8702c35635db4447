package io.alchemi.config.check;

import io.alchemi.config.schema.RecordSchema;
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

    /** Returns the branch that the tag or the kind of a value selects, or null if there is no such branch. */
    public static @Nullable Branch branch(UnionType union, Node node) {
        if (!union.isByKind()) {
            Scalar tag = tag(union, node);
            return tag == null ? null : union.branch(tag.text());
        } else if (node instanceof Mapping) {
            return union.branch(UnionType.MAPPING);
        } else if (node instanceof Sequence) {
            return union.branch(UnionType.SEQUENCE);
        }
        return node instanceof Scalar scalar && scalar.isNull() ? null : union.branch(UnionType.SCALAR);
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
