package io.alchemi.processor.extract;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Writes Markdown piece by piece; gaps between pieces are asked for, and the widest one counts. */
final class MarkdownWriter {
    private static final String BLANK = " ";
    private static final String LINE = "\n";
    private static final String PARAGRAPH = "\n\n";

    /** The marks of emphasis by the elements of HTML; a heading is one, in a paragraph of its own. */
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
    /** The number of the next item of each open list, or 0 in a list without numbers. */
    private final Deque<Integer> lists = new ArrayDeque<>();

    private final Deque<String> marks = new ArrayDeque<>();
    private final Deque<String> links = new ArrayDeque<>();
    private String gap = "";
    private String bullet = "";
    private boolean opened;

    /** What was written. */
    @Override
    public String toString() {
        return out.toString();
    }

    /** Writes text, after the gap that was asked for before it. */
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

    /** A blank, unless something has just begun. */
    void blank() {
        if (!opened && bullet.isEmpty() && gap.isEmpty()) {
            gap = BLANK;
        }
    }

    /** A new line, further in by some blanks. */
    void line(int indent) {
        line();
        bullet = BLANK.repeat(indent);
    }

    private void line() {
        gap = gap.equals(PARAGRAPH) ? PARAGRAPH : LINE;
    }

    void paragraph() {
        gap = PARAGRAPH;
    }

    /** A block of code. */
    void block(String code) {
        paragraph();
        put("```\n" + code.stripTrailing().stripIndent().strip() + "\n```");
        paragraph();
    }

    /** Begins emphasis or a heading; false if the element is neither. */
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

    /** Ends emphasis or a heading; an end without a beginning is left out. False if the element is neither. */
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

    /** Begins a link; without an address it is none. */
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
