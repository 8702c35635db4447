package io.alchemi.processor.emit.template;

import io.alchemi.config.diagnose.FirstSentence;
import io.alchemi.config.diagnose.Signature;
import io.alchemi.config.schema.Docs;
import io.alchemi.config.schema.EnumSchema;
import io.alchemi.config.schema.EnumSchema.Constant;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.TextPattern;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.processor.emit.Place;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a key may hold, a line each: constants, suggestions, the keys of its elements. */
final class Details {
    private Details() {}

    static void write(Place place, KeySchema key, String indent, Comments out) {
        Map<String, String> rows = new LinkedHashMap<>();
        Docs docs = place.schema().docs(place.record());
        ValueType element = element(key.type());
        TextPattern pattern = key.pattern();
        if (element instanceof EnumType constants) {
            EnumSchema all = place.record().enumOf(constants);
            for (Constant constant : all.constants()) {
                rows.put(constant.name(), docs.ofConstant(all.type(), constant.name()));
            }
        } else if (element instanceof RecordType type) {
            out.text(indent, "Each one has:");
            rows(place, place.schema().record(type), rows);
        } else if (pattern != null) {
            for (String value : pattern.suggestions()) {
                rows.put(value, docs.ofSuggestion(key.name(), value));
            }
        }
        if (rows.values().stream().anyMatch(doc -> !doc.isEmpty())) {
            out.table(indent, rows);
        }
    }

    private static void rows(Place place, RecordSchema record, Map<String, String> rows) {
        for (KeySchema key : record.keys()) {
            String doc = FirstSentence.of(place.schema().docs(record).ofKey(key.name()));
            String signature = Signature.of(record, key);
            rows.put(key.name(), doc.isEmpty() ? signature : doc + " (" + signature + ")");
        }
    }

    /** A value for a key that is null, to be used when its comment mark is taken away. */
    static String firstChoice(Place place, KeySchema key) {
        TextPattern pattern = key.pattern();
        if (key.type() instanceof EnumType constants) {
            return place.record().enumOf(constants).constants().get(0).name();
        }
        return pattern == null || pattern.suggestions().isEmpty()
                ? "null"
                : pattern.suggestions().get(0);
    }

    private static ValueType element(ValueType type) {
        if (type instanceof ListType list) {
            return element(list.item());
        }
        return type instanceof MapType map ? element(map.value()) : type;
    }
}
