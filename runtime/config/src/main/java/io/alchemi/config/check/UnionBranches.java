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

/** Tells the branches of unions apart and looks at a value as its branch sees it. */
public final class UnionBranches {
    private UnionBranches() {}

    /** The branch that a value states by its tag or its kind, or null if it states none that exists. */
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

    /** The tag that a value states, or null. */
    public static @Nullable Scalar tag(UnionType union, Node node) {
        return node instanceof Mapping mapping && mapping.get(union.discriminator()) instanceof Scalar tag ? tag : null;
    }

    /** The keys of a branch that is a mapping: all but the tag. */
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

    /** Changed keys of a branch, with the tag of the original before them. */
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

    /** The keys of the record of a branch: a value that stands alone is the value of its only key. */
    public static Mapping fields(UnionType union, Branch branch, RecordSchema record, Node node) {
        if (node instanceof Mapping mapping && !union.isBare(branch)) {
            return withoutTag(union, mapping);
        }
        String name = record.keys().get(0).name();
        return new Mapping(node.place(), List.of(new Entry(name, node.place(), node)));
    }
}
