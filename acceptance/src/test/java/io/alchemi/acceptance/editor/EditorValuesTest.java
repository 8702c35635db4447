package io.alchemi.acceptance.editor;

import io.alchemi.acceptance.editor.LanguageServer.Completion;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType.UnionType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The editor offers each enum value, tag, boolean and suggested string, and inserts text that loads as that value. */
class EditorValuesTest {
    @ParameterizedTest
    @MethodSource("io.alchemi.acceptance.editor.EditorSchema#all")
    void everyKnownValueIsOfferedWithDocs(EditorSchema schema) {
        EditorReport report = new EditorReport("values", schema);
        List<ValuePosition> places = SchemaPositions.of(schema).values();
        List<List<Completion>> answers = LanguageServer.shared()
                .complete(
                        schema.file(),
                        places.stream().map(ValuePosition::cursor).toList());
        for (int i = 0; i < places.size(); i++) {
            ValuePosition place = places.get(i);
            List<String> labels = answers.get(i).stream().map(Completion::label).toList();
            for (Map.Entry<String, String> value : place.values().entrySet()) {
                String at = place + " " + value.getKey();
                Completion offered = EditorKeysTest.find(answers.get(i), value.getKey());
                report.check("values offered", at, offered != null, labels);
                if (offered != null) {
                    if (!value.getValue().isEmpty()) {
                        report.check("with docs", at, HoverText.holds(offered.doc(), value.getValue()), offered.doc());
                    }
                    String wanted = schema.outcome(place.before() + value.getKey() + place.after());
                    String outcome = schema.outcome(offered.accepted());
                    report.check("accepted", at, wanted.equals(outcome), offered.insert() + " -> " + outcome);
                }
            }
        }
        report.finish();
    }

    /** A click fixes an invalid value. */
    @ParameterizedTest
    @MethodSource("io.alchemi.acceptance.editor.EditorSchema#all")
    void everyKnownValueIsAQuickFix(EditorSchema schema) {
        EditorReport report = new EditorReport("value fixes", schema);
        List<ValuePosition> places = SchemaPositions.of(schema).values().stream()
                .filter(place -> place.after().isEmpty() && !place.values().containsKey("true"))
                .toList();
        List<String> texts =
                places.stream().map(place -> place.before() + "zzz\n").toList();
        List<List<LanguageServer.Fix>> answers = LanguageServer.shared().fix(schema.file(), texts);
        for (int i = 0; i < places.size(); i++) {
            ValuePosition place = places.get(i);
            if (isBesideSection(schema.schema(), place.key())) {
                continue; // The server compares such a value only with the first variant, the section.
            }
            List<String> fixed =
                    answers.get(i).stream().map(LanguageServer.Fix::text).toList();
            for (String value : place.values().keySet()) {
                report.check("fixes", place + " " + value, fixed.contains(place.before() + value + "\n"), fixed);
            }
        }
        report.finish();
    }

    /** Returns true if a key is the value of a branch that also allows a section. */
    private static boolean isBesideSection(Schema schema, KeySchema key) {
        for (RecordSchema record : schema.records().values()) {
            for (KeySchema holder : record.keys()) {
                if (holder.type().leaf() instanceof UnionType union
                        && union.isByKind()
                        && union.branches().stream()
                                .anyMatch(branch ->
                                        schema.record(branch.record()).keys().contains(key))) {
                    return true;
                }
            }
        }
        return false;
    }
}
