package io.alchemi.processor.emit.jsonschema;

import io.alchemi.config.diagnose.FirstSentence;
import io.alchemi.config.schema.Constraint;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Requirement;
import io.alchemi.config.schema.RuleSchema;
import io.alchemi.config.schema.Signature;
import io.alchemi.config.text.JsonObject;
import io.alchemi.processor.emit.Markdown;
import java.util.ArrayList;
import java.util.List;

/** Writes the texts that editors show for a key or a record. */
final class KeyText {
    private KeyText() {}

    /** Sets both descriptions: a plain sentence, and the full Markdown with facts that a hover does not show otherwise. */
    static void describe(JsonObject out, String doc, List<String> facts) {
        out.putText("description", FirstSentence.plain(doc));
        String separator = doc.isEmpty() || facts.isEmpty() ? "" : "\n\n";
        out.putText("markdownDescription", Markdown.text(doc) + separator + String.join("  \n", facts));
    }

    /** Returns the name and signature of a key. */
    static String title(RecordSchema record, KeySchema key) {
        return key.name() + ": " + Signature.of(record, key);
    }

    /** Returns the doc of a deprecated key. Editors show the deprecation nowhere else. */
    static String deprecated(String reason, String doc) {
        String paragraph = doc.isEmpty() ? "" : "\n\n" + doc;
        return "DEPRECATED" + (reason.isEmpty() ? "." : ": " + reason) + paragraph;
    }

    /** Returns the default, the constraints and the unit of a key. */
    static List<String> facts(KeySchema key) {
        List<String> facts = new ArrayList<>();
        String defaultText = key.defaultText();
        if (defaultText != null || key.nullable()) {
            facts.add("Default: `" + (defaultText == null || defaultText.isEmpty() ? "null" : defaultText) + "`");
        }
        Requirement requirement = key.requiredIf();
        if (requirement != null) {
            facts.add("Required if " + Markdown.code(requirement.key()) + " is " + Markdown.code(requirement.value()));
        }
        facts.addAll(constraints(key));
        return facts;
    }

    /** Returns the constraints and the unit of a key. */
    static List<String> constraints(KeySchema key) {
        List<String> facts = new ArrayList<>();
        for (Constraint constraint : key.constraints()) {
            facts.add(constraint.fact(key.type()));
        }
        facts.add(key.unit().isEmpty() ? "" : "Unit: " + key.unit());
        facts.removeIf(String::isEmpty);
        return facts;
    }

    /** Returns the rules of a record. */
    static List<String> rules(RecordSchema record) {
        List<String> facts = new ArrayList<>();
        for (RuleSchema rule : record.rules()) {
            facts.add("Rule: " + rule.sentence());
        }
        return facts;
    }
}
