package io.alchemi.command;

import io.alchemi.command.arguments.Arguments;
import io.alchemi.command.arguments.Help;
import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.Suggestion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
                console.out().println(heading(id));
            }
        } else if (parsed.operands().size() > 1) {
            throw new ConfigException(List.of(
                    Arguments.usage(parsed.operands().get(1), "expected one ID", "usage: alchemi explain [ID]")));
        } else {
            console.out().print(rendered(page(find(parsed.operands().get(0))), console.colour()));
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

    private static String heading(DiagnosticId id) {
        String page = page(id);
        return page.substring(2, page.indexOf('\n'));
    }

    private static String page(DiagnosticId id) {
        try (InputStream in = ExplainCommand.class.getResourceAsStream("diagnostics/" + id.code() + ".md")) {
            if (in == null) {
                throw new IllegalStateException("missing page of " + id.code());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Renders a Markdown page for a terminal: examples are indented, links become their text. */
    private static String rendered(String page, boolean colour) {
        StringBuilder out = new StringBuilder();
        boolean code = false;
        for (String line : page.split("\n", -1)) {
            if (line.startsWith("```")) {
                code = !code;
            } else if (code) {
                out.append(line.isEmpty() ? "" : "    ").append(line).append('\n');
            } else if (line.startsWith("# ")) {
                out.append(colour ? "\u001b[1m" : "").append(line, 2, line.length());
                out.append(colour ? "\u001b[0m\n" : "\n");
            } else {
                out.append(withoutLinks(line)).append('\n');
            }
        }
        out.setLength(out.length() - 1);
        return out.toString();
    }

    private static String withoutLinks(String line) {
        int middle = line.indexOf("](");
        int start = middle < 0 ? -1 : line.lastIndexOf('[', middle);
        int end = middle < 0 ? -1 : line.indexOf(')', middle);
        return start < 0 || end < 0
                ? line
                : line.substring(0, start) + line.substring(start + 1, middle) + withoutLinks(line.substring(end + 1));
    }
}
