package io.alchemi.config.tree;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;
import java.util.List;
import java.util.Locale;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** Translates errors of the YAML parser into diagnostics. */
final class SyntaxWording {
    private final Document document;
    private final String text;
    private final int firstColumn;

    /**
     * Creates a translator.
     *
     * @param text the value in the first line of the document, or the whole document
     * @param firstColumn the column of the value, from 1
     */
    SyntaxWording(Document document, String text, int firstColumn) {
        this.document = document;
        this.text = text;
        this.firstColumn = firstColumn;
    }

    Diagnostic of(MarkedYAMLException e) {
        Mark problemMark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
        Mark contextMark = e.getContextMark() != null ? e.getContextMark() : problemMark;
        int at = problemMark == null ? 0 : problemMark.getIndex();
        int start = contextMark == null ? 0 : contextMark.getIndex();
        String problem = e.getProblem() == null ? "" : e.getProblem();
        String context = e.getContext() == null ? "" : e.getContext();
        char found = at < text.length() ? text.charAt(at) : '\0';
        if (problem.startsWith("expected <block end>")) {
            return problem.endsWith("found ':'")
                    ? syntax(at, "missing key before ':'", "write 'key: value', or put the string in quotes")
                    : indentation(problem, at, start);
        } else if (problem.startsWith("expected ',' or")) {
            return unclosed(problem, at, start);
        } else if (context.contains("quoted scalar")) {
            return quoted(problem, at, start);
        } else if (context.contains("a block scalar")) {
            return syntax(
                    at,
                    "unexpected " + shown(found) + " after '" + text.charAt(start) + "'",
                    "start the text on the next line; only '+', '-' and a digit from 1 to 9 can stand here");
        } else if (context.contains("alias") && at == start + 1) {
            return syntax(start, "'*' refers to an anchor, but no name follows", "put the string in quotes");
        } else if (context.contains("anchor") || context.contains("alias")) {
            return syntax(
                    at,
                    "unexpected " + shown(found) + " in the name of an anchor",
                    "use letters, digits, '-' and '_', and put a space after the name");
        } else if (context.contains("tag") || problem.contains("tag")) {
            return syntax(start, "tags are not supported", "delete the tag, or put the string in quotes");
        } else if (context.contains("directive") || problem.contains("directive") || problem.contains("version")) {
            return syntax(at, "invalid directive", "delete the line");
        }
        return other(problem, at, start, found);
    }

    private Diagnostic other(String problem, int at, int start, char found) {
        if (problem.contains("cannot start any token")) {
            return found == '\t' || found == ' '
                    ? syntax(at, "tabs are not allowed for indentation", "use spaces")
                    : syntax(at, "a string cannot start with " + shown(found), "put the string in quotes");
        } else if (problem.startsWith("mapping values are not allowed")) {
            return syntax(at, "unexpected ':'", "put the string in quotes, or start a new line");
        } else if (problem.startsWith("could not find expected ':'")) {
            return syntax(start, "missing ':' after a key", "write 'key: value'");
        } else if (problem.startsWith("sequence entries are not allowed")) {
            return syntax(at, "unexpected '-'", "start the list on a new line, or put the string in quotes");
        } else if (problem.startsWith("expected '<document start>'")) {
            return syntax(at, "unexpected text after the end of the value", "indent it, or delete it");
        }
        return problem.endsWith("'<document end>'")
                ? syntax(at, "unexpected '...'", "delete the line")
                : syntax(at, "unexpected " + shown(found), "delete it, or put the string in quotes");
    }

    private Diagnostic indentation(String problem, int at, int start) {
        SourceLocation place = place(at);
        SourceLocation collection = place(start);
        if (!text.substring(text.lastIndexOf('\n', at) + 1, at).isBlank()) {
            return syntax(
                    at, "unexpected text after the end of the value", "start a new line, or put the string in quotes");
        } else if (place.span().column() == collection.span().column()) {
            return problem.endsWith("'-'")
                    ? syntax(at, "unexpected '-'", "write 'key: value', or indent the list below its key")
                    : syntax(at, "missing '-' before an item", "write '- ' before it, or indent it");
        }
        return new Diagnostic(
                DiagnosticId.SYNTAX,
                place,
                "inconsistent indentation",
                "align this line with the lines before it",
                List.of("the lines before it start at " + collection.describe()));
    }

    private Diagnostic unclosed(String problem, int at, int start) {
        if (problem.endsWith("got :")) {
            return syntax(at, "unexpected ':'", "add ',' before the key, or put the string in quotes");
        } else if (problem.endsWith("got ?")) {
            return syntax(at, "unexpected '?'", "put the string in quotes");
        }
        char open = text.charAt(start);
        return syntax(start, "unclosed '" + open + "'", "add ',' or '" + (open == '[' ? ']' : '}') + "'");
    }

    private Diagnostic quoted(String problem, int at, int start) {
        return problem.contains("escape")
                ? escape(at)
                : syntax(start, "unterminated quoted string", "add the closing quote");
    }

    private Diagnostic escape(int at) {
        int backslash = text.lastIndexOf('\\', at);
        return syntax(backslash, "invalid escape sequence", "write '\\\\' for a backslash, or use single quotes");
    }

    private static String shown(char c) {
        return switch (c) {
            case '\n', '\r', '\0' -> "end of line";
            case '\t' -> "tab";
            default -> "'" + c + "'";
        };
    }

    Diagnostic of(StrictScanner.Refused e) {
        return new Diagnostic(e.id, place(e.index), e.message, e.label);
    }

    /**
     * Translates an error that does not say where it is.
     *
     * @param read how far the parser has read
     */
    Diagnostic unmarked(RuntimeException e, int read) {
        return e instanceof NumberFormatException ? escape(read) : syntax(read, "invalid YAML", "check this line");
    }

    Diagnostic tooLarge(VirtualMachineError e) {
        return new Diagnostic(
                DiagnosticId.LIMIT,
                place(0),
                e instanceof StackOverflowError
                        ? "nesting is too deep for the stack"
                        : "not enough memory to read the document",
                "make the document smaller");
    }

    Diagnostic unprintable(ReaderException e) {
        int c = e.getCodePoint();
        return syntax(
                e.getPosition(),
                "control character U+" + hex(c, 4).toUpperCase(Locale.ROOT) + " is not allowed in YAML",
                "delete it, or escape it in double quotes as \"" + (c > 0xff ? "\\u" + hex(c, 4) : "\\x" + hex(c, 2))
                        + "\"");
    }

    private static String hex(int c, int digits) {
        return Integer.toHexString(0x10000 + c).substring(5 - digits);
    }

    private Diagnostic syntax(int at, String message, String label) {
        return new Diagnostic(DiagnosticId.SYNTAX, place(at), message, label);
    }

    private SourceLocation place(int index) {
        int line = 1;
        int column = firstColumn;
        for (int i = 0; i < Math.min(index, text.length()); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1))) {
                line++;
                column = 1;
            } else if (!Character.isLowSurrogate(c)) {
                column++;
            }
        }
        return new SourceLocation(document, new Span(line, column, line, column + 1));
    }
}
