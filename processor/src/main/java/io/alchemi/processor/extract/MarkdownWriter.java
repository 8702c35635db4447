package io.alchemi.processor.extract;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Writes Markdown incrementally. Of the gaps requested between two pieces, the largest is written. */
final class MarkdownWriter {
    private static final String SPACE = " ";
    private static final String LINE = "\n";
    private static final String PARAGRAPH = "\n\n";

    /** Emphasis marks by HTML element. A heading becomes a separate, emphasized paragraph. */
    private static final Map<String, String> MARKS = new HashMap<>();

    static {
        for (String name : "b strong h1 h2 h3 h4 h5 h6".split(" ")) {
            MARKS.put(name, "**");
        }
        for (String name : "i em var cite dfn".split(" ")) {
            MARKS.put(name, "*");
        }
    }

    private final StringBuilder out = new StringBuilder();
    /** Number of the next item of each open list, or 0 in an unordered list. */
    private final Deque<Integer> lists = new ArrayDeque<>();

    private final Deque<String> marks = new ArrayDeque<>();
    private final Deque<String> links = new ArrayDeque<>();
    private String gap = "";
    private String bullet = "";
    private boolean opened;

    /** Returns the Markdown written so far. */
    @Override
    public String toString() {
        return out.toString();
    }

    /** Writes a piece after the requested gap. */
    void put(String piece) {
        if (piece.isEmpty()) {
            return;
        }
        if (out.length() > 0) {
            out.append(gap);
        }
        if (gap.endsWith(LINE) && bullet.isEmpty()) {
            out.append("  ".repeat(lists.size()));
        }
        out.append(bullet).append(piece);
        gap = "";
        bullet = "";
        opened = false;
    }

    /** Requests a space, unless an element has just started. */
    void space() {
        if (!opened && bullet.isEmpty() && gap.isEmpty()) {
            gap = SPACE;
        }
    }

    /** Requests a new line with an indentation. */
    void line(int indent) {
        line();
        bullet = SPACE.repeat(indent);
    }

    private void line() {
        gap = gap.equals(PARAGRAPH) ? PARAGRAPH : LINE;
    }

    void paragraph() {
        gap = PARAGRAPH;
    }

    /** Writes a code block. */
    void block(String code) {
        paragraph();
        put("```\n" + code.stripTrailing().stripIndent().strip() + "\n```");
        paragraph();
    }

    /** Starts emphasis or a heading. Returns false if the element is neither. */
    boolean openMark(String element) {
        String mark = MARKS.get(element);
        if (mark == null) {
            return false;
        }
        if (element.startsWith("h")) {
            paragraph();
        }
        put(mark);
        opened = true;
        marks.push(element);
        return true;
    }

    /** Ends emphasis or a heading, if it was started. Returns false if the element is neither. */
    boolean closeMark(String element) {
        String mark = MARKS.get(element);
        if (mark != null && marks.remove(element)) {
            out.append(mark);
            if (element.startsWith("h")) {
                paragraph();
            }
        }
        return mark != null;
    }

    void openList(boolean numbered) {
        edgeOfList();
        lists.push(numbered ? 1 : 0);
    }

    void closeList() {
        lists.poll();
        edgeOfList();
    }

    private void edgeOfList() {
        if (lists.isEmpty()) {
            paragraph();
        } else {
            line();
        }
    }

    void item() {
        int number = lists.isEmpty() ? 0 : lists.pop();
        String indent = "  ".repeat(lists.size());
        lists.push(number == 0 ? 0 : number + 1);
        line();
        bullet = indent + (number == 0 ? "- " : number + ". ");
    }

    /** Starts a link. With an empty address, only its label is written. */
    void openLink(String address) {
        links.push(address);
        if (!address.isEmpty()) {
            put("[");
            opened = true;
        }
    }

    void closeLink() {
        String address = links.isEmpty() ? "" : links.pop();
        out.append(address.isEmpty() ? "" : "](" + address + ")");
    }
}
