package io.alchemi.processor.emit.template;

import io.alchemi.config.diagnose.FirstSentence;
import io.alchemi.config.schema.Docs;
import io.alchemi.config.schema.EnumSchema.Constant;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Signature;
import io.alchemi.config.schema.StringPattern;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.schema.ValueType.UnionType.Branch;
import io.alchemi.processor.emit.BranchForm;
import io.alchemi.processor.emit.SchemaPath;
import io.alchemi.processor.emit.YamlValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes one line per constant, suggestion, or key of the elements. */
final class Details {
    private Details() {}

    static void write(SchemaPath place, KeySchema key, String indent, Comments out) {
        if (key.type() instanceof MapType map && map.keys() != null) {
            table("Keys:", constants(place, map.keys()), indent, out);
        }
        ValueType element = key.type().leaf();
        if (element instanceof EnumType constants) {
            table("", constants(place, constants), indent, out);
        } else if (element instanceof RecordType type) {
            out.text(indent, "Each entry has these keys:");
            out.table(indent, keys(place, place.schema().record(type)));
        } else if (element instanceof UnionType union) {
            out.text(indent, "Each entry is one of:");
            out.table(indent, branches(place, union));
        } else if (key.pattern() != null) {
            table("", suggestions(place, key, key.pattern()), indent, out);
        }
        String example = key.exampleText();
        if (example != null && key.defaultText() != null) {
            out.text(indent, "For example: " + YamlValue.read(example).write());
        }
    }

    /** Writes a table if any row has a doc. Names alone are already in the signature. */
    private static void table(String head, Map<String, String> rows, String indent, Comments out) {
        if (rows.values().stream().anyMatch(doc -> !doc.isEmpty())) {
            if (!head.isEmpty()) {
                out.text(indent, head);
            }
            out.table(indent, rows);
        }
    }

    private static Map<String, String> constants(SchemaPath place, EnumType type) {
        Map<String, String> rows = new LinkedHashMap<>();
        Docs docs = place.schema().docs(place.record());
        for (Constant constant : place.record().enumOf(type).constants()) {
            rows.put(constant.name(), docs.ofConstant(type.type(), constant.name()));
        }
        return rows;
    }

    private static Map<String, String> suggestions(SchemaPath place, KeySchema key, StringPattern pattern) {
        Map<String, String> rows = new LinkedHashMap<>();
        for (String value : pattern.suggestions()) {
            rows.put(value, place.schema().docs(place.record()).ofSuggestion(key.name(), value));
        }
        return rows;
    }

    private static Map<String, String> keys(SchemaPath place, RecordSchema record) {
        Map<String, String> rows = new LinkedHashMap<>();
        for (KeySchema key : record.keys()) {
            String doc = FirstSentence.of(place.schema().docs(record).ofKey(key.name()));
            String signature = Signature.of(record, key);
            rows.put(key.name(), doc.isEmpty() ? signature : doc + " (" + signature + ")");
        }
        return rows;
    }

    /** Returns the doc and the keys of each branch by its tag or kind. */
    private static Map<String, String> branches(SchemaPath place, UnionType union) {
        Map<String, String> rows = new LinkedHashMap<>();
        for (Branch branch : union.branches()) {
            RecordSchema record = place.schema().record(branch.record());
            boolean bare = union.isBare(branch);
            String name = union.isByKind()
                    ? BranchForm.noun(place.schema(), union, branch)
                    : union.discriminator() + ": " + branch.tag();
            String keys = record.keys().stream().map(KeySchema::name).collect(Collectors.joining(", "));
            String facts = bare ? Signature.type(record, record.keys().get(0)) : keys.isEmpty() ? "" : "keys: " + keys;
            String doc = FirstSentence.phrase(place.schema().docs(record).ofRecord());
            rows.put(name, doc.isEmpty() ? facts : facts.isEmpty() ? doc : doc + " (" + facts + ")");
        }
        return rows;
    }

    /** Returns a value for a commented-out key, which applies once the comment mark is removed. */
    static String firstChoice(SchemaPath place, KeySchema key) {
        StringPattern pattern = key.pattern();
        if (key.type() instanceof EnumType constants) {
            return place.record().enumOf(constants).constants().get(0).name();
        }
        return pattern == null || pattern.suggestions().isEmpty()
                ? "null"
                : pattern.suggestions().get(0);
    }
}
