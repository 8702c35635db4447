package io.alchemi.config.tree;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.Problem;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.Place;
import io.alchemi.config.text.Span;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says in a user's words what the YAML parser says in its own. */
final class SyntaxWording {
    private SyntaxWording() {}

    static Diagnostic of(Document document, MarkedYAMLException e, int firstColumn) {
        Mark mark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
        Place place = mark == null ? new Place(document, Span.START) : place(document, mark, firstColumn);
        String problem = e.getProblem() == null ? "this is no YAML" : e.getProblem();
        String context = e.getContext() == null ? "" : e.getContext();
        String message = problem;
        String label = "";
        if (problem.contains("TAB") || problem.contains("'\\t")) {
            message = "a tab cannot indent";
            label = "use blanks";
        } else if (problem.startsWith("mapping values are not allowed")) {
            message = "a ':' where no key can be";
            label = "put the text in quotes, or begin a new line";
        } else if (problem.startsWith("could not find expected ':'")) {
            message = "a key without its ':'";
            label = "write 'key: value'";
        } else if (problem.startsWith("expected <block end>")) {
            message = "this line is not indented like the lines before it";
            label = "align it with its neighbours";
        } else if (problem.startsWith("found unexpected end of stream") && context.contains("quoted")) {
            message = "a quote is never closed";
            label = "add the closing quote";
        } else if (problem.startsWith("expected ',' or ']'") || problem.startsWith("expected ',' or '}'")) {
            message = "a " + (problem.contains("']'") ? "'['" : "'{'") + " is never closed";
            label = problem.contains("']'") ? "add ',' or ']'" : "add ',' or '}'";
        }
        Mark begun = e.getContextMark();
        List<String> notes = begun == null || begun == mark || begun.getIndex() == mark.getIndex()
                ? List.of()
                : List.of(context + " that began at "
                        + place(document, begun, firstColumn).describe());
        return new Diagnostic(Problem.SYNTAX, place, message, label, notes);
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
                Problem.SYNTAX,
                new Place(document, new Span(line, column, line, column + 1)),
                "the control character U+"
                        + Integer.toHexString(0x10000 + codePoint).substring(1).toUpperCase(java.util.Locale.ROOT)
                        + " cannot stand in YAML",
                "delete it, or write it in double quotes as \"\\x"
                        + Integer.toHexString(0x100 + (codePoint & 0xff)).substring(1)
                        + "\"");
    }

    private static Place place(Document document, Mark mark, int firstColumn) {
        int column = mark.getColumn() + (mark.getLine() == 0 ? firstColumn : 1);
        return new Place(document, new Span(mark.getLine() + 1, column, mark.getLine() + 1, column + 1));
    }
}
