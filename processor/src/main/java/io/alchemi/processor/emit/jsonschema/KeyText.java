package io.alchemi.processor.emit.jsonschema;

import io.alchemi.config.diagnose.FirstSentence;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.RuleSchema;
import io.alchemi.config.schema.Signature;
import io.alchemi.config.text.JsonObject;
import io.alchemi.processor.emit.Markdown;
import java.util.StringJoiner;

/**
 * What editors show for a key, a part of its value or a record.
 *
 * @param plain one line without markup, for lists of completions and for code generators
 * @param markdown the whole text, for hovers
 */
record KeyText(String plain, String markdown) {
    /** No text: editors show that of the definition. */
    static final KeyText NONE = new KeyText("", "");

    /** Returns a doc: its first sentence, and all of it. */
    static KeyText of(String doc) {
        return new KeyText(FirstSentence.plain(doc), Markdown.text(doc));
    }

    /** Returns the doc of a record with its rules. */
    static KeyText of(RecordSchema record, String doc) {
        StringJoiner rules = new StringJoiner("  \n");
        for (RuleSchema rule : record.rules()) {
            rules.add("Rule: " + rule.sentence());
        }
        return of(doc).followedBy(rules.toString());
    }

    /** Returns the signature and the doc of a key. */
    static KeyText of(RecordSchema record, KeySchema key, String doc) {
        return of(key.name(), Signature.of(record, key), doc);
    }

    /**
     * Returns a signature and a doc. The signature is in both texts, since hovers show neither limits nor defaults; as a
     * title they would show it too, but code generators make a type of each title.
     */
    static KeyText of(String name, String signature, String doc) {
        KeyText text = of(doc);
        String plain = text.plain.isEmpty() ? signature : signature + ": " + text.plain;
        return new KeyText(plain, Markdown.code(name + ": " + signature)).followedBy(text.markdown);
    }

    /** Returns the text of a deprecated key. Editors show the deprecation nowhere else. */
    KeyText deprecated(String reason) {
        return of("DEPRECATED" + (reason.isEmpty() ? "." : ": " + reason)).followedBy(markdown);
    }

    /** Returns this text with a further paragraph in its Markdown. */
    KeyText followedBy(String paragraph) {
        String separator = markdown.isEmpty() || paragraph.isEmpty() ? "" : "\n\n";
        return new KeyText(plain, markdown + separator + paragraph);
    }

    /** Returns this text with the Markdown of a key before its own, for a part of the value of the key. */
    KeyText under(KeyText key) {
        return new KeyText(plain, key.followedBy(markdown).markdown);
    }

    /** Writes both descriptions. */
    JsonObject write(JsonObject out) {
        return out.putText("description", plain).putText("markdownDescription", markdown);
    }
}
