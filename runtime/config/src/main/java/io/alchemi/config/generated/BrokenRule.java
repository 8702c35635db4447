package io.alchemi.config.generated;

import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.RuleSchema;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Mapping.Entry;
import io.alchemi.config.tree.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * The values that a broken rule is about. It is reported at the value of the highest precedence, since the others may have been valid
 * without it, and among equals at that of the rule's first key. In a section, these are the values whose paths the rule's sentence names.
 */
final class BrokenRule {
    private final RuleSchema rule;
    private final Diagnostics problems;
    private final ValueNotes values;
    private final List<String> notes = new ArrayList<>();
    private SourceLocation location;
    private boolean isLocated;

    private BrokenRule(RuleSchema rule, SourceLocation written, Diagnostics problems) {
        this.rule = rule;
        this.problems = problems;
        this.values = new ValueNotes(problems);
        this.location = written;
    }

    /**
     * Finds the values of a rule.
     *
     * @param section the section that the rule checks
     * @param written the location of the section, for a rule whose values are all defaults
     */
    static BrokenRule of(
            RuleSchema rule, RecordSchema record, Mapping section, SourceLocation written, Diagnostics problems) {
        BrokenRule broken = new BrokenRule(rule, written, problems);
        for (String name : rule.keys()) {
            Entry entry = section.entry(name);
            if (entry != null && !broken.addNamed(name, entry.value())) {
                broken.add(entry, broken.values.of(record.key(name), entry));
            }
        }
        return broken;
    }

    /** Returns where to report the rule. */
    SourceLocation location() {
        return location;
    }

    /** Returns the notes that show the values. */
    List<String> notes() {
        return notes;
    }

    /** Adds the values inside a section whose paths the sentence names. Returns false if there are none. */
    private boolean addNamed(String path, Node value) {
        boolean found = false;
        if (value instanceof Mapping mapping) {
            for (Entry entry : mapping.entries()) {
                String inner = path + "." + entry.name();
                if (addNamed(inner, entry.value())) {
                    found = true;
                } else if (sentenceNames(inner)) {
                    add(entry, values.of(inner, entry.value()));
                    found = true;
                }
            }
        }
        return found;
    }

    private boolean sentenceNames(String path) {
        String sentence = rule.sentence();
        for (int at = sentence.indexOf(path); at >= 0; at = sentence.indexOf(path, at + 1)) {
            int end = at + path.length();
            boolean begins = at == 0 || (!isOfName(sentence.charAt(at - 1)) && sentence.charAt(at - 1) != '.');
            if (begins && (end == sentence.length() || !isOfName(sentence.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private void add(Entry entry, String note) {
        notes.add(note);
        Node value = entry.value();
        SourceLocation place = values.latest(value instanceof Mapping ? entry.key() : value.place(), value);
        boolean isWritten = place.document().kind() != Document.Kind.DEFAULT;
        if (isWritten && (!isLocated || problems.rank(place.document()) > problems.rank(location.document()))) {
            location = place;
            isLocated = true;
        }
    }
}
