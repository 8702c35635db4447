package io.alchemi.processor.check;

import io.alchemi.config.diagnose.DiagnosticId;

/**
 * What is wrong, and what to write instead.
 *
 * @param id which rule
 * @param text a sentence for the author of the schema, without the id
 */
public record Problem(DiagnosticId id, String text) {

    /** The text with its id, as compilers print it. */
    public String message() {
        return text + (text.indexOf('\n') < 0 ? " [" : "\n[") + id.code() + "]";
    }
}
