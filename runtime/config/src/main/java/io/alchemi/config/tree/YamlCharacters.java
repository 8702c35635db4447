package io.alchemi.config.tree;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Text as the characters that SnakeYAML's scanner tells apart, by YAML 1.2.
 *
 * <p>SnakeYAML's own reader copies a line once for each kilobyte of it. The scanner takes U+0085, U+2028 and U+2029 for line breaks,
 * {@code ?} in brackets for the mark of a key, refuses tabs before a value, and knows neither {@code \/} nor an escaped tab. It gets
 * other characters in their place, but the text itself for the content of scalars.
 */
final class YamlCharacters extends StreamReader {
    /** Any character without a meaning in YAML. */
    private static final char LETTER = '\ufffd';

    /** Text for messages of SnakeYAML, which nobody reads. */
    private static final int[] NO_EXCERPT = {};

    private final String text;
    private int index;
    private int line;
    private int column;
    /** End of the spaces and tabs that begin the current line. */
    private int indentationEnd;

    private int brackets;
    private int bracketLine;
    /** Quote that opened the current string, or NUL. */
    private char quote;
    /** True behind a backslash in double quotes. */
    private boolean escaped;

    /**
     * Creates a reader.
     *
     * @throws ReaderException if a character is not allowed in YAML
     */
    YamlCharacters(String text) {
        super("");
        requirePrintable(text);
        // A block scalar ends with a line break, also at the end of a file without one.
        this.text = text.endsWith("\n") ? text : text + "\n";
        findIndentation();
    }

    private static void requirePrintable(String text) {
        int at = 0;
        while (at < text.length()) {
            int c = text.charAt(at);
            if (c < ' ' || c >= 0x7f) {
                c = text.codePointAt(at);
                if (!isPrintable(c)) {
                    throw new ReaderException("", at, c, "");
                }
            }
            at += Character.charCount(c);
        }
    }

    /** Returns the text, with a line break at its end. */
    String text() {
        return text;
    }

    private void findIndentation() {
        indentationEnd = index;
        while (character(indentationEnd) == ' ' || character(indentationEnd) == '\t') {
            indentationEnd++;
        }
    }

    private char character(int at) {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    @Override
    public int peek() {
        return peek(0);
    }

    @Override
    public int peek(int ahead) {
        int at = index + ahead;
        char c = character(at);
        return switch (c) {
            case '\u0085', '\u2028', '\u2029' -> LETTER;
            case '?' -> separates(character(at + 1)) && (at == 0 || separates(text.charAt(at - 1))) ? c : LETTER;
            case '\t' -> escaped ? 't' : at > indentationEnd || brackets > 0 ? ' ' : c;
            case '\\' -> isEscapedSlash(at) ? LETTER : c;
            default -> c;
        };
    }

    /** Returns true if an indicator before or after this character is not part of a string. */
    static boolean separates(char c) {
        return switch (c) {
            case ' ', '\t', '\n', '\r', '\0', ',', '[', ']', '{', '}' -> true;
            default -> false;
        };
    }

    private boolean isEscapedSlash(int at) {
        return quote == '"' && !escaped && text.charAt(at + 1) == '/';
    }

    @Override
    public String prefix(int length) {
        String prefix = text.substring(index, Math.min(index + length, text.length()));
        // In double quotes, the scanner stops at any other backslash.
        return quote == '"' ? prefix.replace("\\/", "/") : prefix;
    }

    @Override
    public String prefixForward(int length) {
        String prefix = prefix(length);
        column += text.codePointCount(index, index + length);
        index += length;
        return prefix;
    }

    @Override
    public void forward() {
        forward(1);
    }

    @Override
    public void forward(int length) {
        if (length == 1) {
            follow(character(index));
        }
        int end = Math.min(index + length, text.length());
        while (index < end) {
            char c = text.charAt(index++);
            if (c == '\n' || (c == '\r' && character(index) != '\n')) {
                line++;
                column = 0;
                findIndentation();
            } else if (c != '\ufeff' && !Character.isLowSurrogate(c)) {
                column++;
            }
        }
    }

    /** Follows the scanner, which moves by one character over brackets, quotes and backslashes, and by more over other content. */
    private void follow(char c) {
        if (escaped) {
            escaped = false;
        } else if (quote != '\0') {
            quote = c == quote ? '\0' : quote;
            escaped = quote == '"' && c == '\\';
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '[' || c == '{') {
            bracketLine = brackets == 0 ? line : bracketLine;
            brackets++;
        } else if (c == ']' || c == '}') {
            brackets--;
        }
    }

    @Override
    public Mark getMark() {
        return new Mark("", index, line, column, NO_EXCERPT, 0);
    }

    @Override
    public int getIndex() {
        return index;
    }

    @Override
    public int getDocumentIndex() {
        return 0;
    }

    @Override
    public int getColumn() {
        return column;
    }

    /**
     * Returns the line of the outermost bracket, or the current line outside brackets. The scanner asks for it only to refuse keys that
     * do not end on their line, which YAML allows in braces. {@link StrictScanner} refuses them in square brackets.
     */
    @Override
    public int getLine() {
        return brackets > 0 ? bracketLine : line;
    }
}
