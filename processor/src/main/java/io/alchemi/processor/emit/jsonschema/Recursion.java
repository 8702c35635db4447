package io.alchemi.processor.emit.jsonschema;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.schema.ValueType.UnionType.Branch;
import io.alchemi.processor.emit.UnionPath;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Detects unions that contain themselves at any depth. */
final class Recursion {
    private final Map<String, Boolean> recursive = new HashMap<>();

    /** Returns true if a union contains itself. */
    boolean in(UnionPath union) {
        UnionType type = union.type();
        return recursive.computeIfAbsent(type.type(), unknown -> {
            Walk walk = new Walk(union.schema(), new HashSet<>());
            walk.branches(type);
            return walk.reached().contains(type.type());
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
