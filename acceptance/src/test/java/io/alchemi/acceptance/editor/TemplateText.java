package io.alchemi.acceptance.editor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a configuration in block style, with keys and commented-out keys. */
final class TemplateText {
    private static final Pattern KEY = Pattern.compile("( *)([\\w$-]+):( (?! *#)[^#]*?)?( *#.*)?");
    private static final Pattern COMMENTED = Pattern.compile("( *)#( *)([\\w$-]+):( .*)?");

    /** What follows # in a sentence, as opposed to a key. */
    private static final String PROSE = " ";

    private final List<String> lines;

    TemplateText(String text) {
        lines = text.lines().toList();
    }

    /**
     * A line with a key and a value.
     *
     * @param path the path of the key
     * @param value the whole text with a cursor in place of the value
     */
    record Line(String path, Cursor value) {}

    /**
     * A text with a key that was uncommented.
     *
     * @param name the name of the key
     * @param lines the lines that were comments
     * @param text the whole text
     */
    record UncommentedKey(String name, String lines, String text) {}

    /** Returns all lines with a key and a value that are not in a list. */
    List<Line> keys() {
        List<Line> found = new ArrayList<>();
        Deque<String> names = new ArrayDeque<>();
        Deque<Integer> indents = new ArrayDeque<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher key = KEY.matcher(lines.get(i));
            if (!key.matches()) {
                continue;
            }
            int indent = key.group(1).length();
            while (!indents.isEmpty() && indents.getLast() >= indent) {
                indents.removeLast();
                names.removeLast();
            }
            indents.addLast(indent);
            names.addLast(key.group(2));
            if (key.group(3) != null) {
                String comment = key.group(4) == null ? "" : key.group(4);
                String marked = key.group(1) + key.group(2) + ": " + Cursor.MARK + comment;
                found.add(new Line(String.join(".", names), Cursor.in(with(i, i + 1, List.of(marked)))));
            }
        }
        return found;
    }

    /**
     * Uncomments each commented-out key, with the lines below it, by removing the # of each line. Removes the text that it replaces.
     *
     * @param names names of keys; other words before a colon are prose
     */
    List<UncommentedKey> uncommented(Set<String> names) {
        return uncommented(names, 0, lines.size());
    }

    private List<UncommentedKey> uncommented(Set<String> names, int from, int to) {
        List<UncommentedKey> found = new ArrayList<>();
        for (int start = from; start < to; start++) {
            Matcher key = COMMENTED.matcher(lines.get(start));
            if (!key.matches() || !names.contains(key.group(3)) || key.group(2).equals(PROSE)) {
                continue;
            }
            String indent = key.group(1);
            int end = endOfBlock(start + 1, indent + "#" + key.group(2) + "  ");
            List<String> block = new ArrayList<>();
            lines.subList(start, end)
                    .forEach(line -> block.add(line.isBlank() ? line : indent + line.substring(indent.length() + 1)));
            TemplateText after = new TemplateText(with(start, end, block)).without(indent + key.group(3) + ":", start);
            int shift = lines.size() - after.lines.size();
            found.add(new UncommentedKey(key.group(3), String.join("\n", block), after.with(0, 0, List.of())));
            found.addAll(after.uncommented(names, start - shift, end - shift));
            start = end - 1;
        }
        return found;
    }

    /** Returns the end of the lines that are indented deeper than a key, including empty lines between them. */
    private int endOfBlock(int start, String deeper) {
        int end = start;
        for (int i = start; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith(deeper)) {
                end = i + 1;
            } else if (!line.isBlank() && !line.strip().equals("#")) {
                break;
            }
        }
        return end;
    }

    /** Returns the text without the last key before a line whose line starts with a prefix, and without the lines below it. */
    private TemplateText without(String head, int before) {
        for (int start = before - 1; start >= 0; start--) {
            if (lines.get(start).startsWith(head)) {
                String deeper = " ".repeat(head.length() - head.stripLeading().length() + 1);
                return new TemplateText(with(start, endOfBlock(start + 1, deeper), List.of()));
            }
        }
        return this;
    }

    private String with(int start, int end, List<String> replacement) {
        StringJoiner text = new StringJoiner("\n", "", "\n");
        lines.subList(0, start).forEach(text::add);
        replacement.forEach(text::add);
        lines.subList(end, lines.size()).forEach(text::add);
        return text.toString();
    }
}
