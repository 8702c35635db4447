package io.alchemi.config.tree;

import io.alchemi.config.text.Document;
import io.alchemi.config.text.Limits;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;
import io.alchemi.config.tree.Mapping.Entry;
import io.alchemi.config.tree.Scalar.Style;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parses the YAML that most configurations are written in: block collections, brackets, comments, and scalars on one line without
 * escapes. Declines every other document, also every one with a mistake: {@link FullYaml} then reads it with SnakeYAML.
 *
 * <p>Hand-written, because SnakeYAML takes a fifth of the time of a short command and more than half of that of a load
 * (docs/performance.md). The tree and its locations are those that SnakeYAML gives; a test compares them.
 */
final class SimpleYaml {
    /** A longer key has to be marked by {@code ?}. */
    private static final int LONGEST_KEY = 1000;

    private final Document document;
    private final String text;
    private final char[] chars;
    private final int end;
    private final int firstColumn;
    private final Style plain;
    private final Limits limits;

    private int at;
    private int line;
    private int lineStart;
    private int nodes;

    /** Ends the parsing of a document that SnakeYAML has to read. Never leaves this class. */
    private static final class Declined extends RuntimeException {
        private static final long serialVersionUID = 1;

        Declined() {
            super(null, null, false, false);
        }
    }

    private SimpleYaml(Document document, String text, int firstColumn, Style plain, Limits limits) {
        this.document = document;
        this.text = text;
        this.firstColumn = firstColumn;
        this.plain = plain;
        this.limits = limits;
        int length = text.length();
        // Each line ends with a line break, and no look-ahead leaves the array.
        chars = new char[length + 2];
        text.getChars(0, length, chars, 0);
        chars[length] = '\n';
        chars[length + 1] = '\n';
        end = length > 0 && chars[length - 1] == '\n' ? length : length + 1;
    }

    /** Returns the tree of a document, or null if it is declined. */
    static @Nullable Node read(Document document, String text, int firstColumn, Style plain, Limits limits) {
        if (text.length() > limits.bytes()) {
            return null;
        }
        try {
            SimpleYaml reader = new SimpleYaml(document, text, firstColumn, plain, limits);
            reader.skip();
            if (reader.at == reader.end) {
                return null;
            }
            Node root = reader.block(1, -1);
            return reader.at == reader.end ? root : null;
        } catch (Declined | StackOverflowError | OutOfMemoryError e) {
            return null;
        }
    }

    /** Moves to the next character that is neither a blank nor part of a comment. */
    private void skip() {
        while (at < end) {
            char c = chars[at];
            if (c == ' ') {
                at++;
            } else if (c == '\n') {
                at++;
                line++;
                lineStart = at;
            } else if (c == '#' && (at == lineStart || chars[at - 1] == ' ')) {
                skipComment();
            } else if (at == lineStart && (c == '-' || c == '.') && c == chars[at + 1] && c == chars[at + 2]) {
                throw new Declined();
            } else {
                return;
            }
        }
    }

    private void skipComment() {
        char c = chars[at];
        while (c != '\n') {
            requireSimple(c);
            c = chars[++at];
        }
    }

    private static void requireSimple(char c) {
        boolean simple =
                c < 0x7f ? c >= ' ' : c >= 0xa0 && c < Character.MIN_SURROGATE && c != '\u2028' && c != '\u2029';
        if (!simple) {
            throw new Declined();
        }
    }

    private int column() {
        return at - lineStart;
    }

    private SourceLocation place(int startLine, int startColumn) {
        return new SourceLocation(
                document, new Span(startLine + 1, shown(startLine, startColumn), line + 1, shown(line, column())));
    }

    private int shown(int ofLine, int column) {
        return column + (ofLine == 0 ? firstColumn : 1);
    }

    private void count(int depth) {
        if (++nodes > limits.nodes() || depth > limits.depth()) {
            throw new Declined();
        }
    }

    /**
     * Parses a value that may be a block collection, up to the next content.
     *
     * @param parent column of the collection that contains the value, or -1
     */
    private Node block(int depth, int parent) {
        return isDash() ? blockSequence(depth, column()) : inline(depth, parent, true);
    }

    private boolean isDash() {
        return chars[at] == '-' && isBlank(chars[at + 1]);
    }

    private boolean isColon() {
        return chars[at] == ':' && isBlank(chars[at + 1]);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n';
    }

    /**
     * Parses a value that begins at the current character, up to the next content.
     *
     * @param mayBeMapping true if the value may be the first key of a mapping
     */
    private Node inline(int depth, int parent, boolean mayBeMapping) {
        Node value;
        if (chars[at] == '[' || chars[at] == '{') {
            value = flow(depth, parent, true);
        } else {
            int column = column();
            Scalar scalar = scalar(false);
            if (mayBeMapping && isColon()) {
                return blockMapping(depth, column, scalar);
            }
            count(depth);
            value = scalar;
        }
        int lastLine = line;
        skip();
        if (line == lastLine || (at < end && column() > parent)) {
            throw new Declined();
        }
        return value;
    }

    private Mapping blockMapping(int depth, int column, Scalar first) {
        count(depth);
        int startLine = line;
        List<Entry> entries = new ArrayList<>();
        Scalar key = first;
        while (true) {
            requireKey(key, column);
            count(depth + 1);
            at++;
            add(entries, key, blockValue(depth + 1, column, true));
            if (at == end || column() < column) {
                return mapping(place(startLine, column), entries);
            } else if (column() > column) {
                throw new Declined();
            }
            key = scalar(false);
        }
    }

    private Sequence blockSequence(int depth, int column) {
        count(depth);
        int startLine = line;
        List<Node> items = new ArrayList<>();
        do {
            at++;
            items.add(blockValue(depth + 1, column, false));
        } while (at < end && column() == column && isDash());
        return new Sequence(place(startLine, column), items);
    }

    /**
     * Parses the value of a key or an item, up to the next content.
     *
     * @param ofKey true behind the colon of a key, false behind the dash of an item
     */
    private Node blockValue(int depth, int column, boolean ofKey) {
        int startLine = line;
        SourceLocation start = place(line, column());
        skip();
        if (at < end) {
            if (line == startLine && ofKey) {
                return inline(depth, column, false);
            } else if (line == startLine || column() > column) {
                return block(depth, column);
            } else if (ofKey && column() == column && isDash()) {
                return blockSequence(depth, column);
            }
        }
        count(depth);
        return new Scalar(start, "", plain);
    }

    /**
     * Parses a value in brackets.
     *
     * @param parent column of the block collection that contains the value, or -1
     * @param outermost true if no other brackets contain the value
     */
    private Node flow(int depth, int parent, boolean outermost) {
        count(depth);
        int startLine = line;
        int startColumn = column();
        boolean isMapping = chars[at] == '{';
        char closing = isMapping ? '}' : ']';
        List<Node> items = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        do {
            at++;
            skipInBrackets(parent, outermost ? closing : '\0');
            if (chars[at] == closing) {
                break;
            } else if (isMapping) {
                flowEntry(entries, depth + 1, parent);
            } else {
                items.add(flowValue(depth + 1, parent));
            }
            skipInBrackets(parent, outermost ? closing : '\0');
        } while (chars[at] == ',');
        if (chars[at] != closing) {
            throw new Declined();
        }
        at++;
        SourceLocation place = place(startLine, startColumn);
        return isMapping ? mapping(place, entries) : new Sequence(place, items);
    }

    private void flowEntry(List<Entry> entries, int depth, int parent) {
        int start = column();
        Scalar key = scalar(true);
        requireKey(key, start);
        count(depth);
        at++;
        skipInBrackets(parent, '\0');
        add(entries, key, flowValue(depth, parent));
    }

    private Node flowValue(int depth, int parent) {
        if (chars[at] == '[' || chars[at] == '{') {
            return flow(depth, parent, false);
        }
        count(depth);
        return scalar(true);
    }

    /** Moves to the next content, which is indented by more than the block, except for a closing bracket below the key. */
    private void skipInBrackets(int parent, char closing) {
        int before = line;
        skip();
        if (at == end || (line != before && column() <= parent && (column() < parent || chars[at] != closing))) {
            throw new Declined();
        }
    }

    private void requireKey(Scalar key, int column) {
        boolean merges = key.style() != Style.QUOTED && key.text().equals(FullYaml.MERGE);
        if (!isColon() || merges || column() - column > LONGEST_KEY) {
            throw new Declined();
        }
    }

    private static void add(List<Entry> entries, Scalar key, Node value) {
        entries.add(new Entry(key.text(), key.place(), value));
    }

    private static Mapping mapping(SourceLocation place, List<Entry> entries) {
        Set<String> names = new HashSet<>();
        for (Entry entry : entries) {
            if (!names.add(entry.name())) {
                throw new Declined();
            }
        }
        return new Mapping(place, entries);
    }

    private Scalar scalar(boolean inBrackets) {
        char first = chars[at];
        if (first == '"' || first == '\'') {
            return quoted(first);
        }
        int start = at;
        boolean startsPlain = switch (first) {
            case '?', ':', ',', '[', ']', '{', '}', '#', '&', '*', '!', '|', '>', '%', '@', '`' -> false;
            case '-' -> !separates(chars[at + 1], inBrackets);
            default -> true;
        };
        if (!startsPlain) {
            throw new Declined();
        }
        char c = first;
        while ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || !endsPlain(c, inBrackets)) {
            c = chars[++at];
        }
        while (chars[at - 1] == ' ') {
            at--;
        }
        return new Scalar(place(line, start - lineStart), text.substring(start, at), plain);
    }

    private boolean endsPlain(char c, boolean inBrackets) {
        if (c == '\n') {
            return true;
        } else if (c == ':') {
            return separates(chars[at + 1], inBrackets);
        } else if (c == '#') {
            return chars[at - 1] == ' ';
        }
        requireSimple(c);
        return inBrackets && (c == '?' || isBracketOrComma(c));
    }

    private static boolean separates(char c, boolean inBrackets) {
        return isBlank(c) || (inBrackets && isBracketOrComma(c));
    }

    private static boolean isBracketOrComma(char c) {
        return switch (c) {
            case ',', '[', ']', '{', '}' -> true;
            default -> false;
        };
    }

    private Scalar quoted(char quote) {
        int start = at;
        char c = chars[++at];
        while (c != quote) {
            requireSimple(c);
            if (c == '\\' && quote == '"') {
                throw new Declined();
            }
            c = chars[++at];
        }
        at++;
        if (chars[at] == quote) {
            throw new Declined();
        }
        return new Scalar(place(line, start - lineStart), text.substring(start + 1, at - 1), Style.QUOTED);
    }
}
