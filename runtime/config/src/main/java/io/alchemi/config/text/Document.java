package io.alchemi.config.text;

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
     * A line without its end, or the empty text if there are fewer lines.
     *
     * @param number from 1
     */
    public String line(int number) {
        int start = 0;
        for (int line = 1; line < number; line++) {
            start = afterLineBreak(start);
            if (start < 0) {
                return "";
            }
        }
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return text.substring(start, end);
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
