package io.alchemi.processor.emit.jsonschema;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.schema.ValueType.UnionType.Branch;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Detects records and unions that contain themselves at any depth. */
final class Recursion {
    private final Map<String, Boolean> recursive = new HashMap<>();

    /** Returns true if a record contains itself. */
    boolean in(Schema schema, RecordSchema record) {
        return recursive.computeIfAbsent(record.type(), unknown -> {
            Walk walk = new Walk(schema, new HashSet<>());
            walk.keys(record);
            return walk.reached().contains(record.type());
        });
    }

    /** Returns true if a union contains itself. */
    boolean in(Schema schema, UnionType union) {
        return recursive.computeIfAbsent(union.type(), unknown -> {
            Walk walk = new Walk(schema, new HashSet<>());
            walk.branches(union);
            return walk.reached().contains(union.type());
        });
    }

    /** Visits each type once. */
    private record Walk(Schema schema, Set<String> reached) {
        void keys(RecordSchema record) {
            for (KeySchema key : record.keys()) {
                visit(key.type());
            }
        }

        void branches(UnionType union) {
            for (Branch branch : union.branches()) {
                visit(branch.record());
            }
        }

        private void visit(ValueType type) {
            ValueType leaf = type.leaf();
            if (leaf instanceof UnionType union && reached.add(union.type())) {
                branches(union);
            } else if (leaf instanceof RecordType section && reached.add(section.type())) {
                keys(schema.record(section));
            }
        }
    }
}
