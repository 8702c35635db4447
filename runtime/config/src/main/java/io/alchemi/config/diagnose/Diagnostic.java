package io.alchemi.config.diagnose;

import io.alchemi.config.text.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * One problem.
 *
 * @param id its kind
 * @param place where it was written
 * @param message what is wrong, in a line
 * @param label what to write instead, shown under the place; may be empty
 * @param notes further facts, a line each
 */
public record Diagnostic(DiagnosticId id, Place place, String message, String label, List<String> notes) {

    /** A problem without notes. */
    public Diagnostic(DiagnosticId id, Place place, String message, String label) {
        this(id, place, message, label, List.of());
    }

    /** The same with a further note. */
    Diagnostic with(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new Diagnostic(id, place, message, label, more);
    }

    /** Whether it is an error. */
    public boolean isError() {
        return id.severity() == Severity.ERROR;
    }
}
