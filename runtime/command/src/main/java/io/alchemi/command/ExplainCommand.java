package io.alchemi.command;

import io.alchemi.command.arguments.Arguments;
import io.alchemi.command.arguments.Help;
import io.alchemi.command.arguments.Syntax;
import io.alchemi.command.report.DiagnosticPage;
import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.Suggestion;
import io.alchemi.config.layer.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code alchemi explain ALC201}: prints the page of a diagnostic, or lists all diagnostics. */
final class ExplainCommand extends BuiltInCommand {
    static final String NAME = "explain";

    ExplainCommand() {
        super(NAME, " [ID]", "Explain a diagnostic, with examples");
    }

    @Override
    public Syntax syntax(List<String> arguments) {
        return Syntax.of(Syntax.Operands.DIAGNOSTICS);
    }

    @Override
    Help help(Console console) {
        return super.help(console)
                .paragraph(
                        "ID is the code in brackets at the end of a message, for example ALC201, or just 201. Without an ID,"
                                + " all diagnostics are listed.");
    }

    @Override
    int run(List<String> operands, List<Setting> settings, Console console) {
        if (operands.isEmpty()) {
            for (DiagnosticId id : DiagnosticId.values()) {
                console.out().println(DiagnosticPage.of(id).heading());
            }
        } else if (operands.size() > 1) {
            throw misused(operands.get(1), "expected one ID", console);
        } else {
            DiagnosticId id =
                    find(operands.get(0), "run '" + console.program().call(NAME) + "' to list all diagnostics");
            console.out().print(DiagnosticPage.of(id).rendered(console.colour()));
        }
        return ExitCode.FINE;
    }

    /** Returns the diagnostic of an id written as {@code ALC201}, {@code alc201} or {@code 201}. */
    private static DiagnosticId find(String argument, String list) {
        String upper = argument.toUpperCase(Locale.ROOT);
        String code = upper.startsWith("ALC") ? upper : "ALC" + upper;
        List<String> known = new ArrayList<>();
        for (DiagnosticId id : DiagnosticId.values()) {
            if (id.code().equals(code)) {
                return id;
            }
            known.add(id.code());
        }
        String nearest = Suggestion.didYouMean(code, known);
        throw new ConfigException(List.of(Arguments.usage(
                argument, "unknown diagnostic '" + argument + "'", nearest.isEmpty() ? list : nearest)));
    }
}
