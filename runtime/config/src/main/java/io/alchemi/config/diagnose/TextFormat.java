package io.alchemi.config.diagnose;

import io.alchemi.config.text.Document;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Renders diagnostics for people: location, message, excerpt, fix. */
public final class TextFormat {
    private static final int LONGEST_EXCERPT = 120;
    private static final int MOST = 50;

    private final StringBuilder out = new StringBuilder();
    private final boolean colour;
    private final Cursor cursor = new Cursor();

    private TextFormat(boolean colour) {
        this.colour = colour;
    }

    /** Renders a diagnostic without colours. */
    public static String render(Diagnostic diagnostic) {
        return render(List.of(diagnostic), false);
    }

    /** Renders diagnostics, separated by blank lines: the first 50, and how many more there are. */
    public static String render(List<Diagnostic> diagnostics, boolean colour) {
        TextFormat format = new TextFormat(colour);
        int shown = Math.min(diagnostics.size(), MOST);
        for (int i = 0; i < shown; i++) {
            if (i > 0) {
                format.out.append('\n');
            }
            format.one(diagnostics.get(i));
        }
        if (diagnostics.size() > MOST) {
            int more = diagnostics.size() - MOST;
            format.out.append("\n… and ").append(more).append(more == 1 ? " more problem\n" : " more problems\n");
        }
        return format.out.toString();
    }

    private void one(Diagnostic diagnostic) {
        SourceLocation place = diagnostic.place();
        boolean error = diagnostic.isError();
        paint("1", EscapedText.of(place.describe()) + ": ");
        paint(error ? "1;31" : "1;33", diagnostic.id().severity().word() + ": ");
        paint("1", EscapedText.of(diagnostic.message()));
        out.append(" [").append(diagnostic.id().code()).append("]\n");
        excerpt(place, diagnostic.label(), error ? "31" : "33");
        for (String note : diagnostic.notes()) {
            out.append(gutter(place)).append(" = ").append(EscapedText.of(note)).append('\n');
        }
    }

    private void excerpt(SourceLocation place, String label, String paint) {
        String gutter = gutter(place);
        if (place.document().text().isEmpty()) {
            out.append(label.isEmpty() ? "" : gutter + " = " + EscapedText.of(label) + "\n");
            return;
        }
        Span span = place.span();
        String text = place.document().text();
        int start = place.document().lineStart(span.line());
        int at = cursor.index(place.document(), span);
        int from = isLong(place.document(), start) ? back(text, at, start) : start;
        int to = forward(place.document(), from);
        out.append(gutter).append(" |\n");
        out.append(lineNumber(place, gutter))
                .append(" | ")
                .append(EscapedText.of(text.substring(from, to)))
                .append('\n');
        out.append(gutter).append(" | ");
        out.append(" "
                .repeat(EscapedText.of(text.substring(from, Math.min(at, to))).length()));
        int shown = text.codePointCount(Math.min(at, to), to);
        int marks = span.endLine() == span.line() ? Math.min(span.endColumn() - span.column(), shown) : shown;
        paint(paint, "^".repeat(Math.max(1, marks)) + (label.isEmpty() ? "" : " " + EscapedText.of(label)));
        out.append('\n');
    }

    private static boolean isLong(Document document, int start) {
        int at = start;
        while (at <= start + LONGEST_EXCERPT && !document.isLineEnd(at)) {
            at++;
        }
        return at > start + LONGEST_EXCERPT;
    }

    /** Returns the index of the character half an excerpt before another one, but not before the start of the line. */
    private static int back(String text, int index, int start) {
        int at = index;
        for (int i = 0; i < LONGEST_EXCERPT / 2 && at > start; i++) {
            at = text.offsetByCodePoints(at, -1);
        }
        return at;
    }

    /** Returns the index of the end of an excerpt. */
    private static int forward(Document document, int from) {
        int at = from;
        for (int i = 0; i < LONGEST_EXCERPT && !document.isLineEnd(at); i++) {
            at = document.text().offsetByCodePoints(at, 1);
        }
        return at;
    }

    /** Finds the characters of columns. Goes on from the last one, so that many problems in one long line take linear time. */
    private static final class Cursor {
        private @Nullable Document document;
        private int line;
        private int column;
        private int index;

        /** Returns the index of the first character of a span, or of the end of its line if that is shorter. */
        int index(Document wanted, Span span) {
            if (document != wanted || line != span.line() || column > span.column()) {
                document = wanted;
                line = span.line();
                column = 1;
                index = wanted.lineStart(line);
            }
            while (column < span.column() && !wanted.isLineEnd(index)) {
                index = wanted.text().offsetByCodePoints(index, 1);
                column++;
            }
            return index;
        }
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
