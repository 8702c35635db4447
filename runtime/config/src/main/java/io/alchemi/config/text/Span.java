package io.alchemi.config.text;

/**
 * Range of characters in a document. Lines and columns count from 1; columns count code points; the end is exclusive.
 *
 * @param line line of the first character
 * @param column column of the first character
 * @param endLine line of the end
 * @param endColumn column of the end
 */
public record Span(int line, int column, int endLine, int endColumn) {
    /** Start of a document. */
    public static final Span START = new Span(1, 1, 1, 1);
}
