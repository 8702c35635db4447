package io.alchemi.config.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A text that values come from: a file, an environment variable, an argument, a default. */
public final class Document {
    /** What a document is. */
    public enum Kind {
        /** A file, or a text that a program passed under a name. */
        FILE,
        /** An environment variable; the text is {@code NAME=value}. */
        VARIABLE,
        /** A {@code --set} of the command line; the text is the whole argument. */
        SET,
        /** A typed flag of the command line; the text is flag and value. */
        FLAG,
        /** The default of a key. */
        DEFAULT
    }

    private final Kind kind;
    private final String name;
    private final String text;
    private int @Nullable [] lineStarts;

    /**
     * Names a text.
     *
     * @param kind what it is
     * @param name how it is called in messages
     * @param text the text
     */
    public Document(Kind kind, String name, String text) {
        this.kind = kind;
        this.name = name;
        this.text = text;
    }

    /** What it is. */
    public Kind kind() {
        return kind;
    }

    /** How it is called in messages. */
    public String name() {
        return name;
    }

    /** The whole text. */
    public String text() {
        return text;
    }

    /**
     * A line without its end, or the empty string if there are fewer lines.
     *
     * @param number from 1
     */
    public String line(int number) {
        int[] starts = lineStarts();
        if (number > starts.length) {
            return "";
        }
        int end = starts[number - 1];
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return text.substring(starts[number - 1], end);
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
