package io.alchemi.config.diagnose;

import io.alchemi.config.text.Document;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;
import java.util.List;

/** Renders diagnostics for people: location, message, excerpt, fix. */
public final class TextFormat {
    private static final int LONGEST_EXCERPT = 120;
    private static final int LONGEST_MESSAGE = 300;

    private final StringBuilder out = new StringBuilder();
    private final boolean colour;

    private TextFormat(boolean colour) {
        this.colour = colour;
    }

    /** Renders a diagnostic without colours. */
    public static String render(Diagnostic diagnostic) {
        return render(List.of(diagnostic), false);
    }

    /** Renders diagnostics, separated by blank lines. */
    public static String render(List<Diagnostic> diagnostics, boolean colour) {
        TextFormat format = new TextFormat(colour);
        for (int i = 0; i < diagnostics.size(); i++) {
            if (i > 0) {
                format.out.append('\n');
            }
            format.one(diagnostics.get(i));
        }
        return format.out.toString();
    }

    private void one(Diagnostic diagnostic) {
        SourceLocation place = diagnostic.place();
        boolean error = diagnostic.isError();
        paint("1", EscapedText.of(place.describe()) + ": ");
        paint(error ? "1;31" : "1;33", diagnostic.id().severity().word() + ": ");
        paint("1", EscapedText.of(withoutMiddle(diagnostic.message())));
        out.append(" [").append(diagnostic.id().code()).append("]\n");
        excerpt(place, diagnostic.label(), error ? "31" : "33");
        for (String note : diagnostic.notes()) {
            out.append(gutter(place)).append(" = ").append(EscapedText.of(note)).append('\n');
        }
    }

    /** Shortens a message that quotes a very long value. Keeps its beginning and its end. */
    private static String withoutMiddle(String message) {
        int length = message.length();
        return length <= LONGEST_MESSAGE
                ? message
                : message.substring(0, LONGEST_MESSAGE / 2) + " … " + message.substring(length - LONGEST_MESSAGE / 2);
    }

    private void excerpt(SourceLocation place, String label, String paint) {
        Span span = place.span();
        String whole = place.document().line(span.line());
        String gutter = gutter(place);
        if (place.document().text().isEmpty()) {
            out.append(label.isEmpty() ? "" : gutter + " = " + EscapedText.of(label) + "\n");
            return;
        }
        int column = Math.min(span.column() - 1, whole.codePointCount(0, whole.length()));
        int skipped =
                column > LONGEST_EXCERPT / 2 && whole.length() > LONGEST_EXCERPT ? column - LONGEST_EXCERPT / 2 : 0;
        int end = span.endLine() == span.line() ? span.endColumn() - 1 : whole.codePointCount(0, whole.length());
        String line = cut(whole, skipped);
        out.append(gutter).append(" |\n");
        out.append(lineNumber(place, gutter))
                .append(" | ")
                .append(EscapedText.of(line))
                .append('\n');
        out.append(gutter).append(" | ");
        String before = line.substring(0, line.offsetByCodePoints(0, Math.min(column - skipped, length(line))));
        out.append(" ".repeat(EscapedText.of(before).length()));
        int marks = Math.max(1, Math.min(end - column, LONGEST_EXCERPT - (column - skipped)));
        paint(paint, "^".repeat(marks) + (label.isEmpty() ? "" : " " + EscapedText.of(label)));
        out.append('\n');
    }

    private static String cut(String line, int skipped) {
        int start = line.offsetByCodePoints(0, skipped);
        int left = line.codePointCount(start, line.length());
        return line.substring(start, line.offsetByCodePoints(start, Math.min(left, LONGEST_EXCERPT)));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String gutter(SourceLocation place) {
        return " "
                .repeat(
                        place.document().kind() == Document.Kind.FILE
                                ? Integer.toString(place.span().line()).length()
                                : 1);
    }

    private static String lineNumber(SourceLocation place, String gutter) {
        return place.document().kind() == Document.Kind.FILE
                ? Integer.toString(place.span().line())
                : gutter;
    }

    private void paint(String code, String text) {
        if (colour) {
            out.append("\u001b[").append(code).append('m').append(text).append("\u001b[0m");
        } else {
            out.append(text);
        }
    }
}
