package io.alchemi.processor.emit.jsonschema;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.schema.ValueType.UnionType.Branch;
import java.util.HashSet;
import java.util.Set;

/** Detects records and unions that contain themselves at any depth. */
final class Recursion {
    private final Schema schema;
    private final Set<String> reached = new HashSet<>();

    private Recursion(Schema schema) {
        this.schema = schema;
    }

    static boolean in(Schema schema, RecordSchema record) {
        Recursion recursion = new Recursion(schema);
        recursion.keys(record);
        return recursion.reached.contains(record.type());
    }

    static boolean in(Schema schema, UnionType union) {
        Recursion recursion = new Recursion(schema);
        recursion.branches(union);
        return recursion.reached.contains(union.type());
    }

    private void keys(RecordSchema record) {
        for (KeySchema key : record.keys()) {
            walk(key.type());
        }
    }

    private void branches(UnionType union) {
        for (Branch branch : union.branches()) {
            walk(branch.record());
        }
    }

    private void walk(ValueType type) {
        ValueType leaf = type.leaf();
        if (leaf instanceof UnionType union && reached.add(union.type())) {
            branches(union);
        } else if (leaf instanceof RecordType section && reached.add(section.type())) {
            keys(schema.record(section));
        }
    }
}
