package io.alchemi.processor.check;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedSchema;
import io.alchemi.processor.extract.ExtractedSchema.ReachableRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Requires that null, an empty list or map, or another branch of a union ends each recursion of records. */
final class RecursionCheck implements SchemaCheck {
    @Override
    public void check(ExtractedSchema schema, Report problems) {
        Set<String> finite = finite(schema);
        CycleSearch search = new CycleSearch(schema, finite, problems);
        for (String type : schema.records().keySet()) {
            search.visit(type);
        }
    }

    /** Returns the records that a finite document can contain: those whose keys can all be finite. */
    private static Set<String> finite(ExtractedSchema schema) {
        Set<String> finite = new HashSet<>();
        boolean grows = true;
        while (grows) {
            grows = false;
            for (ReachableRecord reached : schema.records().values()) {
                List<KeySchema> keys = reached.record().schema().keys();
                if (keys.stream().allMatch(key -> canBeFinite(schema, reached, key, finite))) {
                    grows |= finite.add(reached.record().schema().type());
                }
            }
        }
        return finite;
    }

    /** Returns true if a key can be finite, which is assumed for unsupported types. */
    private static boolean canBeFinite(
            ExtractedSchema schema, ReachableRecord holder, KeySchema key, Set<String> finite) {
        Component component = holder.record().component(key.name());
        boolean unknown = component != null && !component.isSupported();
        return unknown
                || key.nullable()
                || canBeFinite(schema, key.type(), key.length().min(), finite);
    }

    /** Returns true if a value can be finite, as an empty collection is. */
    private static boolean canBeFinite(ExtractedSchema schema, ValueType type, int items, Set<String> finite) {
        ValueType element = type.element();
        if (element != null) {
            return items == 0 || canBeFinite(schema, element, 0, finite);
        }
        List<RecordType> records = type.records();
        return records.isEmpty() || records.stream().anyMatch(record -> canBeFinite(schema, record.type(), finite));
    }

    /** Returns true if a record is finite. MissingRecordCheck reports records without a description. */
    private static boolean canBeFinite(ExtractedSchema schema, String record, Set<String> finite) {
        return finite.contains(record) || !schema.records().containsKey(record);
    }

    /** Searches for cycles depth first, along the keys that cannot be finite. */
    private static final class CycleSearch {
        private final ExtractedSchema schema;
        private final Set<String> finite;
        private final Report problems;
        private final List<String> path = new ArrayList<>();
        private final Set<String> done;

        CycleSearch(ExtractedSchema schema, Set<String> finite, Report problems) {
            this.schema = schema;
            this.finite = finite;
            this.problems = problems;
            this.done = new HashSet<>(finite);
        }

        void visit(String type) {
            if (!done.add(type)) {
                return;
            }
            path.add(type);
            ReachableRecord reached = schema.reached(type);
            for (KeySchema key : reached.record().schema().keys()) {
                if (!canBeFinite(schema, reached, key, finite)) {
                    follow(reached, key);
                }
            }
            path.remove(path.size() - 1);
        }

        /** Follows a key, and reports at most one cycle of it. */
        private void follow(ReachableRecord reached, KeySchema key) {
            for (RecordType section : key.type().records()) {
                int start = path.indexOf(section.type());
                if (start >= 0) {
                    problems.report(
                            reached.place(key), RecordWording.endless(reached.record(), key, cycle(start), fix(key)));
                    return;
                }
                visit(section.type());
            }
        }

        private static String fix(KeySchema key) {
            return key.type().element() != null
                    ? "Allow it to be empty"
                    : key.type() instanceof UnionType ? "Permit a record that ends the recursion" : "Make it @Nullable";
        }

        private String cycle(int start) {
            StringBuilder out = new StringBuilder();
            for (String type : path.subList(start, path.size())) {
                out.append(schema.reached(type).record().shown()).append(" → ");
            }
            return out.append(schema.reached(path.get(start)).record().shown()).toString();
        }
    }
}
