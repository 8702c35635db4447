package io.alchemi.acceptance.editor;

import io.alchemi.acceptance.editor.LanguageServer.Completion;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The editor offers each key at its position, explains it, and inserts text that loads as the default or the example. */
class EditorKeysTest {
    private static final Pattern SHOWN_DEFAULT = Pattern.compile("default (.*?)`");

    @ParameterizedTest
    @MethodSource("io.alchemi.acceptance.editor.EditorSchema#all")
    void everyKeyIsOfferedWithDocsAndInsertsItsDefault(EditorSchema schema) {
        EditorReport report = new EditorReport("offered", schema);
        SchemaPositions all = SchemaPositions.of(schema);
        List<KeyPosition> places = all.keys();
        List<List<Completion>> answers = LanguageServer.shared()
                .complete(
                        schema.file(), places.stream().map(KeyPosition::cursor).toList());
        for (int i = 0; i < places.size(); i++) {
            KeyPosition place = places.get(i);
            Set<String> labels =
                    answers.get(i).stream().map(Completion::label).collect(Collectors.toCollection(TreeSet::new));
            for (String old : oldNames(place)) {
                report.check("old names hidden", place + " " + old, !labels.contains(old), labels);
            }
            if (place.key().deprecated() != null) {
                report.check(
                        "old names hidden", place, !labels.contains(place.key().name()), labels);
                continue;
            }
            Completion offered = find(answers.get(i), place.key().name());
            report.check("keys offered", place, offered != null, labels);
            labels.retainAll(all.foreignTo(place));
            report.check("no foreign keys", place, labels.isEmpty(), labels);
            if (offered != null) {
                String doc =
                        schema.schema().docs(place.record()).ofKey(place.key().name());
                report.check("with docs", place, HoverText.holds(offered.doc(), doc), offered.doc());
                accept(report, schema, place, offered);
            }
        }
        report.finish();
    }

    private static List<String> oldNames(KeyPosition place) {
        List<String> names = new ArrayList<>(place.key().aliases());
        RecordSchema record = place.record();
        if (record.keys().get(0).name().equals(place.key().name())) {
            record.retired().forEach(old -> names.add(old.name()));
            record.moves().forEach(move -> names.add(move.from()));
        }
        names.removeIf(name -> name.contains(".") || record.key(name) != null);
        return names;
    }

    static @Nullable Completion find(List<Completion> items, String label) {
        return items.stream()
                .filter(item -> item.label().equals(label))
                .findFirst()
                .orElse(null);
    }

    /** Compares the loaded result of the accepted text with that of the default and of the example. */
    private static void accept(EditorReport report, EditorSchema schema, KeyPosition place, Completion offered) {
        Set<String> wanted = new LinkedHashSet<>(List.of(schema.outcome(place.without())));
        for (String value : wantedValues(schema, place.key())) {
            wanted.add(schema.outcome(place.with(value)));
        }
        report.check("references load", place, wanted.stream().anyMatch(EditorSchema::isLoaded), wanted);
        String outcome = schema.outcome(offered.accepted());
        report.check("accepted", place, wanted.contains(outcome), offered.insert() + EditorSchema.seen(outcome));
    }

    /** Returns the values that the editor may insert, as YAML on one line. */
    static Set<String> wantedValues(EditorSchema schema, KeySchema key) {
        Set<String> values = new LinkedHashSet<>();
        String example = key.exampleText();
        if (example != null) {
            values.add(example);
        }
        String value = HoverText.defaultOf(key);
        if (value != null) {
            values.add(value);
        }
        RecordSchema section = schema.schema().section(key);
        if (section != null) {
            values.add(SchemaPositions.required(schema.schema(), section));
        }
        return values;
    }

    @ParameterizedTest
    @MethodSource("io.alchemi.acceptance.editor.EditorSchema#all")
    void theHoverOfAKeyHoldsDocsRangeUnitAndDefault(EditorSchema schema) {
        EditorReport report = new EditorReport("hover", schema);
        List<KeyPosition> places = SchemaPositions.of(schema).keys();
        List<Cursor> cursors = new ArrayList<>();
        for (KeyPosition place : places) {
            String name = place.key().name();
            int inside = name.length() / 2;
            String value = wantedValues(schema, place.key()).iterator().next();
            cursors.add(Cursor.in(place.before()
                    + name.substring(0, inside)
                    + Cursor.MARK
                    + name.substring(inside)
                    + ": "
                    + value
                    + "\n"));
        }
        List<String> hovers = LanguageServer.shared().hover(schema.file(), cursors);
        for (int i = 0; i < places.size(); i++) {
            KeyPosition place = places.get(i);
            String doc = schema.schema().docs(place.record()).ofKey(place.key().name());
            List<String> missing =
                    HoverText.missing(hovers.get(i), place.key(), doc, defaults(schema, place, hovers.get(i)));
            report.check("hovers", place, missing.isEmpty(), missing + " in " + hovers.get(i));
        }
        report.finish();
    }

    /**
     * Returns the default of a key; also that in the hover if a section above the key has a default, which then determines the default of
     * the key.
     */
    private static Set<String> defaults(EditorSchema schema, KeyPosition place, String hover) {
        Set<String> defaults = new LinkedHashSet<>();
        String value = HoverText.defaultOf(place.key());
        if (value != null) {
            defaults.add(value);
            Matcher shown = SHOWN_DEFAULT.matcher(hover);
            if (shown.find() && schema.outcome(place.with(shown.group(1))).equals(schema.outcome(place.without()))) {
                defaults.add(shown.group(1));
            }
        }
        return defaults;
    }
}
