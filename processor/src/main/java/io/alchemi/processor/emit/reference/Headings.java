package io.alchemi.processor.emit.reference;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.config.schema.ValueType.RecordType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the sections of a page are called, and where in a document their records stand. */
final class Headings {
    private final Schema schema;
    private final Map<String, String> headings = new LinkedHashMap<>();
    private final Map<String, List<String>> places = new LinkedHashMap<>();

    Headings(Schema schema) {
        this.schema = schema;
        Map<String, Integer> uses = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (RecordSchema record : schema.records().values()) {
            uses.merge(record.simpleName(), 1, Integer::sum);
        }
        for (RecordSchema record : schema.records().values()) {
            String simple = record.simpleName();
            headings.put(record.type(), uses.getOrDefault(simple, 0) > 1 ? record.type() : simple);
        }
        collect(schema.root(), "", new ArrayList<>());
    }

    /** The heading of a record. */
    String of(RecordSchema record) {
        return headings.getOrDefault(record.type(), record.simpleName());
    }

    /** The paths at which a record stands, each once. */
    List<String> places(RecordSchema record) {
        return places.getOrDefault(record.type(), List.of());
    }

    private void collect(RecordSchema record, String path, List<String> open) {
        open.add(record.type());
        for (KeySchema key : record.keys()) {
            String inner = path.isEmpty() ? key.name() : path + "." + key.name();
            ValueType type = key.type();
            while (type instanceof ListType || type instanceof MapType) {
                inner += type instanceof ListType ? "[]" : ".NAME";
                type = type instanceof ListType list ? list.item() : ((MapType) type).value();
            }
            if (type instanceof RecordType section) {
                places.computeIfAbsent(section.type(), unused -> new ArrayList<>())
                        .add(inner);
                if (!open.contains(section.type())) {
                    collect(schema.record(section), inner, open);
                }
            }
        }
        open.remove(record.type());
    }
}
