package io.alchemi.processor.check;

import io.alchemi.config.diagnose.DiagnosticId;

/**
 * A problem of a schema: what is wrong, and what to write instead.
 *
 * @param id the id of the rule that is violated
 * @param text a sentence for the author of the schema, without the id
 * @param advice a further sentence with a space before it, which only the first problem of a compilation shows; may be empty
 */
public record Problem(DiagnosticId id, String text, String advice) {
    /** Creates a problem without advice. */
    public Problem(DiagnosticId id, String text) {
        this(id, text, "");
    }

    /** Returns the same problem without advice. */
    public Problem withoutAdvice() {
        return new Problem(id, text);
    }

    /** Returns the text with the id, as compilers print it. */
    public String message() {
        return text + advice + (text.indexOf('\n') < 0 ? " [" : "\n[") + id.code() + "]";
    }
}
