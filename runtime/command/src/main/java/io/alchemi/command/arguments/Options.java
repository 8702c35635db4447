package io.alchemi.command.arguments;

import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.generated.Construction;
import io.alchemi.config.generated.RecordBinder;
import io.alchemi.config.layer.ConfigResolver;
import io.alchemi.config.layer.Setting;
import io.alchemi.config.layer.Source;
import io.alchemi.config.text.Limits;
import java.util.ArrayList;
import java.util.List;

/** Reads the options record of a command, with the same checks and construction as a configuration. */
public final class Options {
    private Options() {}

    /**
     * Returns the options that flags set.
     *
     * @throws ConfigException with all problems
     */
    public static <T> T read(RecordBinder<T> binding, List<Setting> settings) {
        ConfigResolver resolution =
                ConfigResolver.of(binding.schema(), List.of(Source.settings(settings)), Limits.DEFAULT);
        if (resolution.isValid()) {
            T options = Construction.of(
                    binding, resolution.tree(), resolution.secrets().mask(), resolution.diagnostics());
            if (options != null) {
                return options;
            }
        }
        throw new ConfigException(asUsage(resolution.problems()));
    }

    /** Reports invalid options as usage errors, because the user wrote them on the command line. */
    private static List<Diagnostic> asUsage(List<Diagnostic> problems) {
        List<Diagnostic> usage = new ArrayList<>();
        for (Diagnostic problem : problems) {
            boolean isFault = problem.id() == DiagnosticId.USER_CODE;
            usage.add(
                    isFault
                            ? problem
                            : new Diagnostic(
                                    DiagnosticId.USAGE,
                                    problem.place(),
                                    problem.message(),
                                    problem.label(),
                                    problem.notes()));
        }
        return usage;
    }
}
