package io.alchemi.config.diagnose;

import io.alchemi.config.text.SourceLocation;
import java.util.ArrayList;
import java.util.List;

/**
 * Error or warning at a location.
 *
 * @param id the kind of problem
 * @param place the location
 * @param message what is wrong, in one line
 * @param label what to write instead, shown below the location; may be empty
 * @param notes further facts, one line each
 */
public record Diagnostic(DiagnosticId id, SourceLocation place, String message, String label, List<String> notes) {

    /** Creates a diagnostic without notes. */
    public Diagnostic(DiagnosticId id, SourceLocation place, String message, String label) {
        this(id, place, message, label, List.of());
    }

    /** Returns a copy with an additional note. */
    Diagnostic with(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new Diagnostic(id, place, message, label, more);
    }

    /** Returns true if this is an error. */
    public boolean isError() {
        return id.severity() == Severity.ERROR;
    }
}
