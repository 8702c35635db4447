package io.alchemi.config.tree;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.Place;
import io.alchemi.config.text.Span;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says in a user's words what the YAML parser says in its own. */
final class SyntaxWording {
    private SyntaxWording() {}

    static Diagnostic of(Document document, MarkedYAMLException e, int firstColumn) {
        Mark noticed = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
        Mark begun = e.getContextMark() == null ? noticed : e.getContextMark();
        Place place = place(document, noticed, firstColumn);
        Place start = place(document, begun, firstColumn);
        String problem = e.getProblem() == null ? "this is no YAML" : e.getProblem();
        if (problem.contains("TAB") || problem.contains("'\\t")) {
            String before = document.line(place.span().line());
            boolean indents = before.substring(0, before.indexOf('\t') + 1).isBlank();
            return syntax(place, indents ? "a tab cannot indent" : "a tab cannot stand before a value", "use blanks");
        } else if (problem.startsWith("mapping values are not allowed")) {
            return syntax(place, "a ':' where no key can be", "put the text in quotes, or begin a new line");
        } else if (problem.startsWith("could not find expected ':'")) {
            return syntax(start, "a key without its ':'", "write 'key: value'");
        } else if (problem.startsWith("found unexpected end of stream")) {
            return syntax(start, "a quote is never closed", "add the closing quote");
        } else if (problem.startsWith("expected ',' or ']'")) {
            return syntax(start, "a '[' is never closed", "add ',' or ']'");
        } else if (problem.startsWith("expected ',' or '}'")) {
            return syntax(start, "a '{' is never closed", "add ',' or '}'");
        } else if (problem.startsWith("expected <block end>")) {
            return new Diagnostic(
                    DiagnosticId.SYNTAX,
                    place,
                    "this line is not indented like the lines before it",
                    "align it with its neighbours",
                    List.of("they begin at " + start.describe()));
        }
        return syntax(place, problem, "");
    }

    private static Diagnostic syntax(Place place, String message, String label) {
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
                new Place(document, new Span(line, column, line, column + 1)),
                "the control character U+"
                        + Integer.toHexString(0x10000 + codePoint).substring(1).toUpperCase(Locale.ROOT)
                        + " cannot stand in YAML",
                "delete it, or write it in double quotes as \"\\x"
                        + Integer.toHexString(0x100 + (codePoint & 0xff)).substring(1)
                        + "\"");
    }

    private static Place place(Document document, @Nullable Mark mark, int firstColumn) {
        if (mark == null) {
            return new Place(document, Span.START);
        }
        int column = mark.getColumn() + (mark.getLine() == 0 ? firstColumn : 1);
        return new Place(document, new Span(mark.getLine() + 1, column, mark.getLine() + 1, column + 1));
    }
}
