package io.alchemi.config.tree;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Translates errors of the YAML parser into diagnostics. */
final class SyntaxWording {
    private SyntaxWording() {}

    static Diagnostic of(Document document, MarkedYAMLException e, int firstColumn) {
        Mark problemMark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
        Mark contextMark = e.getContextMark() == null ? problemMark : e.getContextMark();
        SourceLocation place = place(document, problemMark, firstColumn);
        SourceLocation start = place(document, contextMark, firstColumn);
        String problem = e.getProblem() == null ? "invalid YAML" : e.getProblem();
        if (problem.contains("TAB") || problem.contains("'\\t")) {
            String before = document.line(place.span().line());
            boolean indents = before.substring(0, before.indexOf('\t') + 1).isBlank();
            return syntax(
                    place, "tabs are not allowed " + (indents ? "for indentation" : "before a value"), "use spaces");
        } else if (problem.startsWith("mapping values are not allowed")) {
            return syntax(place, "unexpected ':'", "put the string in quotes, or start a new line");
        } else if (problem.contains("cannot start any token")) {
            return syntax(place, "a string that starts with this character needs quotes", "put the string in quotes");
        } else if ("while scanning an alias".equals(e.getContext())) {
            return syntax(start, "'*' refers to an anchor, but no name follows", "put the string in quotes");
        } else if (problem.startsWith("could not find expected ':'")) {
            return syntax(start, "missing ':' after a key", "write 'key: value'");
        } else if (problem.startsWith("found unexpected end of stream")) {
            return syntax(start, "unterminated quoted string", "add the closing quote");
        } else if (problem.startsWith("expected ',' or ']'")) {
            return syntax(start, "unclosed '['", "add ',' or ']'");
        } else if (problem.startsWith("expected ',' or '}'")) {
            return syntax(start, "unclosed '{'", "add ',' or '}'");
        } else if (problem.startsWith("expected <block end>")) {
            return new Diagnostic(
                    DiagnosticId.SYNTAX,
                    place,
                    "inconsistent indentation",
                    "align this line with the lines before it",
                    List.of("the lines before it start at " + start.describe()));
        }
        return syntax(place, problem, "");
    }

    /**
     * Translates an error that does not say where it is.
     *
     * @param read how far the parser has read
     */
    static Diagnostic unmarked(Document document, YAMLException e, Mark read, int firstColumn) {
        SourceLocation place = place(document, read, firstColumn);
        String problem = e.getMessage() == null ? "invalid YAML" : e.getMessage();
        return problem.startsWith("A simple key is required")
                ? syntax(place, "unexpected key after the end of a value", "write the key in a line of its own")
                : syntax(place, problem, "");
    }

    private static Diagnostic syntax(SourceLocation place, String message, String label) {
        return new Diagnostic(DiagnosticId.SYNTAX, place, message, label);
    }

    static Diagnostic unprintable(Document document, String text, int index, int codePoint) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < Math.min(index, text.length()); i++) {
            column++;
            if (text.charAt(i) == '\n') {
                line++;
                column = 1;
            }
        }
        return new Diagnostic(
                DiagnosticId.SYNTAX,
                new SourceLocation(document, new Span(line, column, line, column + 1)),
                "control character U+"
                        + Integer.toHexString(0x10000 + codePoint).substring(1).toUpperCase(Locale.ROOT)
                        + " is not allowed in YAML",
                "delete it, or escape it in double quotes as \"\\x"
                        + Integer.toHexString(0x100 + (codePoint & 0xff)).substring(1)
                        + "\"");
    }

    private static SourceLocation place(Document document, @Nullable Mark mark, int firstColumn) {
        if (mark == null) {
            return new SourceLocation(document, Span.START);
        }
        int column = mark.getColumn() + (mark.getLine() == 0 ? firstColumn : 1);
        return new SourceLocation(document, new Span(mark.getLine() + 1, column, mark.getLine() + 1, column + 1));
    }
}
