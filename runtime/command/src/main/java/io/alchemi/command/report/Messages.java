package io.alchemi.command.report;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.EscapedText;

/** Texts of diagnostics for formats that have one text for each. */
final class Messages {
    private Messages() {}

    /** Returns the message, what to write instead and the notes, one line each, without control characters. */
    static String lines(Diagnostic diagnostic) {
        StringBuilder out = new StringBuilder(EscapedText.of(diagnostic.message()));
        if (!diagnostic.label().isEmpty()) {
            out.append('\n').append(EscapedText.of(diagnostic.label()));
        }
        for (String note : diagnostic.notes()) {
            out.append('\n').append(EscapedText.of(note));
        }
        return out.toString();
    }
}
