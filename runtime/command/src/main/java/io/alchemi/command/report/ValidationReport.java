package io.alchemi.command.report;

import io.alchemi.config.diagnose.Diagnostic;
import java.util.List;

/**
 * The result of a validation.
 *
 * @param files the files that were validated
 * @param diagnostics all their problems
 * @param exitCode the exit code of the command
 */
public record ValidationReport(List<CheckedFile> files, List<Diagnostic> diagnostics, int exitCode) {
    /** Returns the number of errors. */
    public int errors() {
        int errors = 0;
        for (Diagnostic diagnostic : diagnostics) {
            errors += diagnostic.isError() ? 1 : 0;
        }
        return errors;
    }
}
