package io.alchemi.config.diagnose;

import io.alchemi.config.text.Place;
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

    /** Whether it is an error. */
    public boolean isError() {
        return id.severity() == Severity.ERROR;
    }
}
