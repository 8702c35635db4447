package io.alchemi.config.layer;

import io.alchemi.config.check.UnionBranches;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.schema.ValueType.UnionType.Branch;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Mapping.Entry;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Merges a canonical tree into one of lower precedence. Merges sections and maps deeply and replaces all other values. */
final class Overlay {
    private final Schema schema;

    Overlay(Schema schema) {
        this.schema = schema;
    }

    /** Merges two trees; the upper one overrides the lower one. */
    Mapping over(Mapping lower, Mapping upper) {
        return section(schema.root(), null, lower, upper);
    }

    /** Merges two values of a type, which is null if the schema does not define it. */
    Node value(@Nullable ValueType type, Node below, Node above) {
        if (!(below instanceof Mapping lower && above instanceof Mapping upper)) {
            return above;
        } else if (type instanceof UnionType union) {
            return union(union, lower, upper);
        }
        return section(schema.section(type), type == null ? null : type.element(), lower, upper);
    }

    /** Merges two values of a union if the upper one selects the same branch or none; otherwise returns the upper one. */
    private Mapping union(UnionType union, Mapping lower, Mapping upper) {
        Branch branch = UnionBranches.branch(schema, union, lower);
        if (union.isByKind()) {
            Branch above = UnionBranches.branch(schema, union, upper);
            if (above != null && branch != null && !above.is(branch)) {
                return upper;
            }
            branch = branch == null ? above : branch;
        } else {
            Scalar above = UnionBranches.tag(union, upper);
            Scalar below = UnionBranches.tag(union, lower);
            if (above != null && (below == null || !above.text().equals(below.text()))) {
                return upper;
            }
        }
        return section(branch == null ? null : schema.record(branch.record()), null, lower, upper);
    }

    private Mapping section(@Nullable RecordSchema record, @Nullable ValueType values, Mapping lower, Mapping upper) {
        if (lower.entries().isEmpty()) {
            return new Mapping(written(lower.place(), upper.place()), upper.entries());
        }
        List<Entry> entries =
                new ArrayList<>(lower.entries().size() + upper.entries().size());
        for (Entry below : lower.entries()) {
            Entry above = upper.entry(below.name());
            if (above == null) {
                entries.add(below);
                continue;
            }
            KeySchema key = record == null ? null : record.key(below.name());
            Node value = value(key == null ? values : key.type(), below.value(), above.value());
            boolean merged = below.value() instanceof Mapping && value instanceof Mapping;
            entries.add(new Entry(above.name(), merged ? written(below.key(), above.key()) : above.key(), value));
        }
        for (Entry above : upper.entries()) {
            if (lower.entry(above.name()) == null) {
                entries.add(above);
            }
        }
        return new Mapping(written(lower.place(), upper.place()), entries);
    }

    /** Returns the location in the file if a variable or an argument adds to a section of a file. */
    private static SourceLocation written(SourceLocation lower, SourceLocation upper) {
        boolean kept = lower.document().kind() == Document.Kind.FILE
                && upper.document().kind() != Document.Kind.FILE;
        return kept ? lower : upper;
    }
}
