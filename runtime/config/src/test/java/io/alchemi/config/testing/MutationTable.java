package io.alchemi.config.testing;

import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.AnyType;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.ScalarType;
import io.alchemi.config.schema.ValueType.UnionType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How many documents with exactly one mutation there were, by the type of the value and the mutation. */
public final class MutationTable {
    private final Map<String, Map<Mutation, Integer>> counts = new TreeMap<>();

    /** Counts a document if it has exactly one mutation. */
    public void add(GeneratedDocument document) {
        if (document.changes().size() == 1) {
            GeneratedDocument.Change change = document.changes().get(0);
            row(change.type()).merge(change.mutation(), 1, Integer::sum);
        }
    }

    /** Adds the types of a schema, so that those never mutated are rows of zeros. */
    public void addTypes(io.alchemi.config.schema.Schema schema) {
        schema.records().values().forEach(record -> record.keys().forEach(key -> row(key.type())));
    }

    private Map<Mutation, Integer> row(ValueType type) {
        return counts.computeIfAbsent(nameOf(type), unmet -> new EnumMap<>(Mutation.class));
    }

    /** The cells without a document, such as {@code duration NEAR}. */
    public List<String> zeros() {
        List<String> zeros = new ArrayList<>();
        counts.forEach((type, row) -> {
            for (Mutation mutation : Mutation.values()) {
                if (!row.containsKey(mutation)) {
                    zeros.add(type + " " + mutation);
                }
            }
        });
        return zeros;
    }

    @Override
    public String toString() {
        StringBuilder table = new StringBuilder(String.format("%-16s", ""));
        for (Mutation mutation : Mutation.values()) {
            table.append(String.format("%14s", mutation.name().toLowerCase(Locale.ROOT)));
        }
        counts.forEach((type, row) -> {
            table.append(String.format("%n%-16s", type));
            for (Mutation mutation : Mutation.values()) {
                table.append(String.format("%14d", row.getOrDefault(mutation, 0)));
            }
        });
        return table.toString();
    }

    private static String nameOf(ValueType type) {
        if (type instanceof ScalarType scalar) {
            return scalar.kind().name().toLowerCase(Locale.ROOT);
        } else if (type instanceof ListType list) {
            return list.unique() ? "set" : "list";
        } else if (type instanceof MapType map) {
            return map.keys() == null ? "map" : "map by enum";
        } else if (type instanceof UnionType union) {
            return union.isByKind() ? "union by kind" : "union by tag";
        } else if (type instanceof EnumType) {
            return "enum";
        } else if (type instanceof RecordType) {
            return "section";
        }
        return type instanceof AnyType ? "any value" : type.getClass().getSimpleName();
    }
}
