package io.alchemi.processor.emit.jsonschema;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.processor.emit.Place;
import java.util.HashSet;
import java.util.Set;

/** Tells whether a record holds itself at some depth. */
final class Recursion {
    private final Schema schema;
    private final Set<String> reached = new HashSet<>();

    private Recursion(Schema schema) {
        this.schema = schema;
    }

    static boolean in(Place place) {
        Recursion recursion = new Recursion(place.schema());
        recursion.walk(place.record());
        return recursion.reached.contains(place.record().type());
    }

    private void walk(RecordSchema record) {
        for (KeySchema key : record.keys()) {
            ValueType type = key.type();
            while (!(type instanceof RecordType)) {
                if (type instanceof ListType list) {
                    type = list.item();
                } else if (type instanceof MapType map) {
                    type = map.value();
                } else {
                    break;
                }
            }
            if (type instanceof RecordType inner && reached.add(inner.type())) {
                walk(schema.record(inner));
            }
        }
    }
}
