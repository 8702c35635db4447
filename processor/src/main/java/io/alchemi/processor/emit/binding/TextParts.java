package io.alchemi.processor.emit.binding;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a long string into parts that fit into constants of a class file. Each part is a list of source lines.
 *
 * <p>A constant has at most 65,535 bytes in modified UTF-8, and javac accepts only 65,534.
 */
final class TextParts {
    private static final int LIMIT = 65_534;

    private final List<List<String>> parts = new ArrayList<>();
    private int free;

    private TextParts() {}

    /** Returns the parts, which consist of whole lines unless a line is too long. */
    static List<List<String>> of(String text) {
        TextParts parts = new TextParts();
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end + 1;
            parts.add(text.substring(at, end));
            at = end;
        }
        if (parts.parts.isEmpty()) {
            parts.parts.add(List.of(""));
        }
        return parts.parts;
    }

    private void add(String line) {
        int start = 0;
        int bytes = 0;
        for (int i = 0; i < line.length(); i++) {
            int more = bytes(line.charAt(i));
            if (bytes + more > LIMIT) {
                put(line.substring(start, i), bytes);
                start = i;
                bytes = 0;
            }
            bytes += more;
        }
        put(line.substring(start), bytes);
    }

    private void put(String piece, int bytes) {
        if (parts.isEmpty() || bytes > free) {
            parts.add(new ArrayList<>());
            free = LIMIT;
        }
        parts.get(parts.size() - 1).add(piece);
        free -= bytes;
    }

    private static int bytes(char c) {
        return c == 0 ? 2 : c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
    }
}
