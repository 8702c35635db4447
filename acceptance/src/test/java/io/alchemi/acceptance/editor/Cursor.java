package io.alchemi.acceptance.editor;

/**
 * A text with a cursor position.
 *
 * @param text the text
 * @param line the line of the cursor, from 0
 * @param character the column of the cursor, from 0
 */
record Cursor(String text, int line, int character) {
    /** Marks the cursor in the argument of {@link #in}. */
    static final String MARK = "<|>";

    /** Returns a text with the cursor at the end. */
    static Cursor after(String text) {
        int lineStart = text.lastIndexOf('\n') + 1;
        return new Cursor(text, (int) text.chars().filter(c -> c == '\n').count(), text.length() - lineStart);
    }

    /** Returns a text with the cursor at {@link #MARK}, which is removed. */
    static Cursor in(String marked) {
        int mark = marked.indexOf(MARK);
        Cursor before = after(marked.substring(0, mark));
        return new Cursor(before.text + marked.substring(mark + MARK.length()), before.line, before.character);
    }

    /** Returns a text without a cursor. */
    static Cursor none(String text) {
        return new Cursor(text, 0, 0);
    }

    /** Returns the same text with Windows line breaks. */
    Cursor withCarriageReturns() {
        return new Cursor(text.replace("\n", "\r\n"), line, character);
    }

    @Override
    public String toString() {
        String[] lines = text.split("\n", -1);
        lines[line] = lines[line].substring(0, character) + MARK + lines[line].substring(character);
        return String.join("\n", lines);
    }
}
