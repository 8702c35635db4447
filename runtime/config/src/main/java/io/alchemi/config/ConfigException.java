package io.alchemi.config;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.TextFormat;
import io.alchemi.config.text.Mask;
import java.util.ArrayList;
import java.util.List;

/** Thrown if a configuration has errors. Contains all its diagnostics. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Diagnostic> diagnostics;

    /**
     * Creates an exception from all diagnostics, including warnings, in order. Exceptions of the program's own code that they report
     * become {@linkplain #getSuppressed suppressed exceptions}.
     */
    public ConfigException(List<Diagnostic> diagnostics) {
        this.diagnostics = diagnostics;
        for (Diagnostic diagnostic : diagnostics) {
            Throwable cause = diagnostic.cause();
            if (cause != null) {
                addSuppressed(cause);
            }
        }
    }

    /** Returns all diagnostics, rendered for people. */
    @Override
    public String getMessage() {
        return TextFormat.render(diagnostics, false).stripTrailing();
    }

    /**
     * Returns an exception whose diagnostics have no secrets.
     *
     * @param mask the mask of the secrets
     */
    public ConfigException masked(Mask mask) {
        List<Diagnostic> masked = new ArrayList<>();
        for (Diagnostic diagnostic : diagnostics) {
            masked.add(diagnostic.masked(mask));
        }
        ConfigException exception = new ConfigException(masked);
        exception.setStackTrace(getStackTrace());
        return exception;
    }

    /** Returns all diagnostics, including warnings, in order. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
