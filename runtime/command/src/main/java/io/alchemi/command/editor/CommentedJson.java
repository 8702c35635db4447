package io.alchemi.command.editor;

import io.alchemi.config.text.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * JSON with comments and trailing commas, as in the settings of VS Code. Changes keep all other text: JSON libraries would lose
 * the comments.
 */
final class CommentedJson {
    private static final String STEP = "  ";

    private final String text;

    /** A member of an object, by the offsets of its value. */
    private record Member(String name, int start, int end) {}

    /** Text that is not JSON. */
    static final class SyntaxException extends Exception {
        private static final long serialVersionUID = 1L;

        private SyntaxException(String message) {
            super(message);
        }
    }

    /** Creates JSON from a text; a text without a value is an empty object. */
    CommentedJson(String text) {
        this.text = isWithoutValue(text) ? text + "{\n}\n" : text;
    }

    private static boolean isWithoutValue(String text) {
        return text.replaceAll("(?s)//[^\n]*|/\\*.*?\\*/|\uFEFF", "").isBlank();
    }

    @Override
    public String toString() {
        return text;
    }

    /**
     * Returns this JSON with strings in an array, which is created if needed. A string in place of the array becomes its last item.
     *
     * @param path the name of a member of the root, or of an object in the root and of a member of that
     */
    CommentedJson with(List<String> path, List<String> items) throws SyntaxException {
        int open = skip(0);
        expect('{', open);
        for (int depth = 0; depth < path.size() - 1; depth++) {
            Member member = member(open, path.get(depth));
            if (member == null) {
                return inserted(open, depth + 1, path.subList(depth, path.size()), items);
            }
            open = member.start;
            expect('{', open);
        }
        Member member = member(open, path.get(path.size() - 1));
        if (member == null) {
            return inserted(open, path.size(), path.subList(path.size() - 1, path.size()), items);
        } else if (text.charAt(member.start) == '"') {
            String array = "[" + text.substring(member.start, member.end) + "]";
            String changed = text.substring(0, member.start) + array + text.substring(member.end);
            return new CommentedJson(changed).with(path, items);
        }
        expect('[', member.start);
        StringBuilder added = new StringBuilder();
        for (String item : items) {
            added.append(contains(member.start, quote(item)) ? "" : quote(item) + ", ");
        }
        boolean isEmpty = text.charAt(skip(member.start + 1)) == ']';
        int at = member.start + 1;
        String before = isEmpty ? added.toString().replaceFirst(", $", "") : added.toString();
        return new CommentedJson(text.substring(0, at) + before + text.substring(at));
    }

    private boolean contains(int array, String quoted) throws SyntaxException {
        for (int at = skip(array + 1); text.charAt(at) != ']'; at = next(at)) {
            if (text.startsWith(quoted, at)) {
                return true;
            }
        }
        return false;
    }

    /** Inserts a member at the start of an object, where it takes no comment away from a member. */
    private CommentedJson inserted(int open, int depth, List<String> path, List<String> value) throws SyntaxException {
        String indent = STEP.repeat(depth);
        String member = quote(path.get(0)) + ": "
                + (path.size() == 1
                        ? array(value)
                        : "{\n" + indent + STEP + quote(path.get(1)) + ": " + array(value) + "\n" + indent + "}");
        boolean isEmpty = text.charAt(skip(open + 1)) == '}';
        String rest = text.substring(open + 1);
        String end = isEmpty ? (rest.startsWith("\n") ? "" : "\n" + STEP.repeat(depth - 1)) : ",";
        return new CommentedJson(text.substring(0, open + 1) + "\n" + indent + member + end + rest);
    }

    private @Nullable Member member(int open, String wanted) throws SyntaxException {
        int at = skip(open + 1);
        while (text.charAt(at) != '}') {
            expect('"', at);
            int colon = skip(end(at));
            expect(':', colon);
            int start = skip(colon + 1);
            if (text.substring(at, end(at)).equals(quote(wanted))) {
                return new Member(wanted, start, end(start));
            }
            at = next(start);
        }
        return null;
    }

    /** Returns the offset of what follows a value and its comma. */
    private int next(int value) throws SyntaxException {
        int at = skip(end(value));
        return text.charAt(at) == ',' ? skip(at + 1) : at;
    }

    /** Returns the offset after a value. */
    private int end(int start) throws SyntaxException {
        char first = text.charAt(start);
        if (first == '"') {
            for (int at = start + 1; at < text.length(); at++) {
                if (text.charAt(at) == '\\') {
                    at++;
                } else if (text.charAt(at) == '"') {
                    return at + 1;
                }
            }
            throw new SyntaxException("a string has no end");
        } else if (first == '{' || first == '[') {
            int at = skip(start + 1);
            while (text.charAt(at) != '}' && text.charAt(at) != ']') {
                at = text.charAt(at) == ',' || text.charAt(at) == ':' ? skip(at + 1) : skip(end(at));
            }
            return at + 1;
        }
        int at = start;
        while (at < text.length() && ",:]}\" \t\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (at == start) {
            throw new SyntaxException("line " + (text.substring(0, at).lines().count() + 1) + " is not JSON");
        }
        return at;
    }

    /** Returns the offset of the next character that is neither white space nor part of a comment. */
    private int skip(int from) throws SyntaxException {
        int at = from;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\uFEFF') {
                at++;
            } else if (text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at);
                at = end < 0 ? text.length() : end + 2;
            } else {
                return at;
            }
        }
        throw new SyntaxException("the file ends too early");
    }

    private void expect(char wanted, int at) throws SyntaxException {
        if (text.charAt(at) != wanted) {
            long line = text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
            throw new SyntaxException("expected '" + wanted + "' in line " + line);
        }
    }

    private static String array(List<String> values) {
        List<String> quoted = new ArrayList<>();
        values.forEach(value -> quoted.add(quote(value)));
        return "[" + String.join(", ", quoted) + "]";
    }

    private static String quote(String value) {
        return JsonObject.quote(value);
    }
}
