package io.alchemi.trainers.spectra.library;

import io.alchemi.config.text.Document;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;
import org.jspecify.annotations.Nullable;

/** One line of a text file. */
final class DataLine {
    /** Lines up to this length are shown whole in excerpts. */
    private static final int SHORT = 120;

    private final String file;
    private final int number;
    private final String text;
    private @Nullable Document whole;

    /**
     * Creates a line.
     *
     * @param file the file's name for messages
     * @param number the line number, from 1
     * @param text the line without its line break
     */
    DataLine(String file, int number, String text) {
        this.file = file;
        this.number = number;
        this.text = text;
    }

    /** Returns the line without its line break. */
    String text() {
        return text;
    }

    /**
     * Returns the location of a part of the line.
     *
     * @param start index of the first character
     * @param end index behind the last character
     */
    SourceLocation place(int start, int end) {
        int column = text.codePointCount(0, start) + 1;
        int endColumn = column + text.codePointCount(start, end);
        return new SourceLocation(document(end), new Span(number, column, number, endColumn));
    }

    /** Returns the location of a part without the spaces around it. */
    SourceLocation placeOfContent(int start, int end) {
        int first = start;
        int last = end;
        while (first < last && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        while (last > first && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        return place(first, last);
    }

    /**
     * Returns a document for excerpts. Each spectrum keeps its location: the beginning of a line that is as long as the spectrum, or an
     * item of a line that lists all names. To save memory, the former is cut, and the latter shares the line.
     */
    private Document document(int end) {
        if (end <= SHORT && text.length() > 2 * SHORT) {
            return document(text.substring(0, 2 * SHORT));
        }
        Document known = whole;
        if (known == null) {
            known = document(text);
            whole = known;
        }
        return known;
    }

    private Document document(String shown) {
        // The location in an empty document would be printed without the line number.
        return new Document(Document.Kind.FILE, file, shown + "\n", number);
    }
}
