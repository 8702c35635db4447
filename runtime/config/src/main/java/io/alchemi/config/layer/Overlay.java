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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /**
     * Merges values into a tree, which may be missing, as if one after the other.
     *
     * @param values values whose paths have no index
     */
    @Nullable
    Mapping over(@Nullable Mapping lower, List<PlacedValue> values) {
        return values.isEmpty() ? lower : section(schema.root(), null, lower, values, 0);
    }

    /** Merges the values below a section into it, those of each of its keys together. */
    private Mapping section(
            @Nullable RecordSchema record,
            @Nullable ValueType values,
            @Nullable Mapping lower,
            List<PlacedValue> placed,
            int step) {
        Map<String, List<PlacedValue>> byName = new LinkedHashMap<>();
        SourceLocation place = lower == null ? placed.get(0).place() : lower.place();
        for (PlacedValue value : placed) {
            String name = value.path().steps().get(step).name();
            List<PlacedValue> others = byName.get(name);
            if (others == null) {
                others = new ArrayList<>();
                byName.put(name, others);
            }
            others.add(value);
            place = written(place, value.place());
        }
        List<Entry> entries = new ArrayList<>();
        for (Entry below : lower == null ? List.<Entry>of() : lower.entries()) {
            List<PlacedValue> above = byName.remove(below.name());
            entries.add(above == null ? below : entry(typeOf(record, values, below.name()), below, above, step));
        }
        for (Map.Entry<String, List<PlacedValue>> added : byName.entrySet()) {
            entries.add(entry(typeOf(record, values, added.getKey()), null, added.getValue(), step));
        }
        return new Mapping(place, entries);
    }

    /** Merges the values at and below a key, one after the other if one may replace another. */
    private Entry entry(@Nullable ValueType type, @Nullable Entry below, List<PlacedValue> placed, int step) {
        String name = placed.get(0).path().steps().get(step).name();
        boolean isSection = !(type instanceof UnionType) && (below == null || below.value() instanceof Mapping);
        SourceLocation key = below == null ? placed.get(0).place() : below.key();
        for (PlacedValue value : placed) {
            isSection &= value.path().steps().size() > step + 1;
            key = written(key, value.place());
        }
        if (isSection) {
            Mapping lower = below == null ? null : (Mapping) below.value();
            ValueType values = type == null ? null : type.element();
            return new Entry(name, key, section(schema.section(type), values, lower, placed, step + 1));
        }
        Entry merged = below;
        for (PlacedValue value : placed) {
            Entry above = new Entry(name, value.place(), value.nested(step + 1));
            merged = merged == null ? above : entry(type, merged, above);
        }
        return Objects.requireNonNull(merged);
    }

    private Entry entry(@Nullable ValueType type, Entry below, Entry above) {
        Node value = value(type, below.value(), above.value());
        boolean merged = below.value() instanceof Mapping && value instanceof Mapping;
        return new Entry(above.name(), merged ? written(below.key(), above.key()) : above.key(), value);
    }

    private static @Nullable ValueType typeOf(@Nullable RecordSchema record, @Nullable ValueType values, String name) {
        KeySchema key = record == null ? null : record.key(name);
        return key == null ? values : key.type();
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
            entries.add(above == null ? below : entry(typeOf(record, values, below.name()), below, above));
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
