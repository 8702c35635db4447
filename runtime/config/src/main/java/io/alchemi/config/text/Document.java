package io.alchemi.config.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Source text of configuration values: a file, an environment variable, an argument or a default. */
public final class Document {
    /** Kind of a document. */
    public enum Kind {
        /** A file, or a named string that a program passed. */
        FILE,
        /** An environment variable; the text is {@code NAME=value}. */
        VARIABLE,
        /** A {@code --set} option; the text is the option with its argument. */
        SET,
        /** A command-line option; the text is the option with its value. */
        FLAG,
        /** An entry of a map or of properties that a program passed; the text is {@code NAME=value}. */
        PROPERTY,
        /** The default of a key. */
        DEFAULT
    }

    private final Kind kind;
    private final String name;
    private final String text;
    private final int firstLine;
    private int @Nullable [] lineStarts;
    private char @Nullable [] hiding;
    private @Nullable String shown;
    private int cursorLine;
    private int cursorColumn;
    private int cursor;

    /**
     * Creates a document.
     *
     * @param kind the kind
     * @param name the name for messages
     * @param text the content
     */
    public Document(Kind kind, String name, String text) {
        this(kind, name, text, 1);
    }

    /**
     * Creates a document that holds only some lines of a file, for a reader that does not keep large files in memory.
     *
     * @param kind the kind
     * @param name the name for messages
     * @param text the lines; not empty, since messages name no line of an empty document
     * @param firstLine the number of the first of these lines in the file, from 1
     */
    public Document(Kind kind, String name, String text, int firstLine) {
        this.kind = kind;
        this.name = name;
        this.text = text;
        this.firstLine = firstLine;
    }

    /** Returns the kind. */
    public Kind kind() {
        return kind;
    }

    /** Returns the name for messages. */
    public String name() {
        return kind == Kind.SET ? text() : name;
    }

    /** Returns the content, without what is hidden. */
    public String text() {
        if (hiding == null) {
            return text;
        }
        String known = shown;
        if (known == null) {
            known = new String(hiding);
            shown = known;
        }
        return known;
    }

    /** Replaces the characters of a span, except line breaks, by asterisks, so that no excerpt or copy shows them. */
    public void hide(Span span) {
        int from = index(span.line(), span.column());
        hide(from, index(span.endLine(), span.endColumn()));
    }

    /** Replaces all characters that may belong to values: in a file all of them, otherwise those after the name. */
    public void hideValues() {
        hide(kind == Kind.FILE ? 0 : text.indexOf('=') + 1, text.length());
    }

    /** Replaces secrets wherever they occur by asterisks. */
    void hide(SecretIndex secrets) {
        for (SecretIndex.Region region : secrets.regions(text)) {
            hide(region.from(), region.to());
        }
    }

    private void hide(int from, int to) {
        char[] characters = hiding == null ? text.toCharArray() : hiding;
        for (int i = from; i < to; i++) {
            characters[i] = isLineEnd(i) ? characters[i] : '*';
        }
        hiding = characters;
        shown = null;
    }

    /** Returns the index of a character. Goes on from the last one, so hiding all of one long line takes linear time. */
    private int index(int line, int column) {
        if (line != cursorLine) {
            cursorLine = line;
            cursorColumn = 1;
            cursor = lineStart(line);
        }
        while (cursorColumn > column) {
            cursor = text.offsetByCodePoints(cursor, -1);
            cursorColumn--;
        }
        while (cursorColumn < column && !isLineEnd(cursor)) {
            cursor = text.offsetByCodePoints(cursor, 1);
            cursorColumn++;
        }
        return cursor;
    }

    /**
     * Returns a line without its line break, or an empty string if the document does not hold it.
     *
     * @param number the line number, from 1
     */
    public String line(int number) {
        int start = lineStart(number);
        int end = start;
        while (!isLineEnd(end)) {
            end++;
        }
        return text().substring(start, end);
    }

    /**
     * Returns the index of the first character of a line, or the length of the text if the document does not hold it.
     *
     * @param number the line number, from 1
     */
    public int lineStart(int number) {
        int[] starts = lineStarts();
        int index = number - firstLine;
        return index < 0 || index >= starts.length ? text.length() : starts[index];
    }

    /** Returns true if a line, or the text, ends before a character. */
    public boolean isLineEnd(int index) {
        return index >= text.length() || text.charAt(index) == '\n' || text.charAt(index) == '\r';
    }

    private int[] lineStarts() {
        int[] known = lineStarts;
        if (known == null) {
            known = new int[16];
            int lines = 1;
            for (int next = afterLineBreak(0); next >= 0; next = afterLineBreak(next)) {
                known = lines == known.length ? Arrays.copyOf(known, 2 * lines) : known;
                known[lines++] = next;
            }
            known = Arrays.copyOf(known, lines);
            lineStarts = known;
        }
        return known;
    }

    private int afterLineBreak(int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                return i + 1;
            }
            if (c == '\r') {
                return i + 1 < text.length() && text.charAt(i + 1) == '\n' ? i + 2 : i + 1;
            }
        }
        return -1;
    }
}
