package io.alchemi.command;

import io.alchemi.command.arguments.Arguments;
import io.alchemi.command.arguments.Help;
import io.alchemi.command.arguments.Syntax;
import io.alchemi.command.report.DiagnosticPage;
import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code alchemi explain ALC201}: prints the page of a diagnostic, or lists all diagnostics. */
final class ExplainCommand implements Subcommand {
    static final String NAME = "explain";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "Explain a diagnostic, with examples";
    }

    @Override
    public Syntax syntax(List<String> arguments) {
        return Syntax.of(Syntax.Operands.DIAGNOSTICS);
    }

    @Override
    public int run(List<String> arguments, Console console) {
        Arguments parsed = Arguments.parse(arguments);
        if (parsed.help()) {
            console.out()
                    .print(new Help(summary() + ".", "alchemi explain [ID]")
                            .paragraph(
                                    "ID is the code in brackets at the end of a message, for example ALC201, or just 201."
                                            + " Without an ID, all diagnostics are listed."));
        } else if (parsed.operands().isEmpty()) {
            for (DiagnosticId id : DiagnosticId.values()) {
                console.out().println(DiagnosticPage.of(id).heading());
            }
        } else if (parsed.operands().size() > 1) {
            throw new ConfigException(List.of(
                    Arguments.usage(parsed.operands().get(1), "expected one ID", "usage: alchemi explain [ID]")));
        } else {
            console.out()
                    .print(DiagnosticPage.of(find(parsed.operands().get(0))).rendered(console.colour()));
        }
        return ExitCode.FINE;
    }

    /** Returns the diagnostic of an id written as {@code ALC201}, {@code alc201} or {@code 201}. */
    private static DiagnosticId find(String argument) {
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
                argument,
                "unknown diagnostic '" + argument + "'",
                nearest.isEmpty() ? "run 'alchemi explain' to list all diagnostics" : nearest)));
    }
}
