package io.alchemi.config;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.Problem;
import io.alchemi.config.diagnose.TextFormat;
import java.util.List;

/** A configuration that cannot be used; holds all its problems. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Diagnostic> diagnostics;

    /** All problems, warnings among them, in order. */
    public ConfigException(List<Diagnostic> diagnostics) {
        super(TextFormat.render(diagnostics, false).stripTrailing());
        this.diagnostics = diagnostics;
    }

    /** All problems, warnings among them, in order. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** Whether nothing but missing files is wrong. */
    public boolean isMissingFile() {
        for (Diagnostic diagnostic : diagnostics) {
            if (diagnostic.isError() && diagnostic.problem() != Problem.NO_SUCH_FILE) {
                return false;
            }
        }
        return true;
    }
}
