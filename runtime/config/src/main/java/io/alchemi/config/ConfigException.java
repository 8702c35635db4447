package io.alchemi.config;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.TextFormat;
import java.util.List;

/** A configuration that cannot be used; holds all its problems. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Diagnostic> diagnostics;

    /** All problems, warnings among them, in order. */
    public ConfigException(List<Diagnostic> diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** All problems as people see them. */
    @Override
    public String getMessage() {
        return TextFormat.render(diagnostics, false).stripTrailing();
    }

    /** All problems, warnings among them, in order. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
