package io.alchemi.processor.emit.template;

import java.util.Map;

/** Lines of YAML and wrapped comments. */
final class Comments {
    private static final int WIDTH = 100;

    private final StringBuilder out = new StringBuilder();

    /** An empty line, behind the mark if all around it is a comment. */
    void blank(String indent) {
        line("", indent.stripTrailing());
    }

    void line(String indent, String line) {
        out.append(indent).append(line).append('\n');
    }

    void append(String lines) {
        out.append(lines);
    }

    int length() {
        return out.length();
    }

    /** Takes away what was written since. */
    String cut(int start) {
        String text = out.substring(start);
        out.setLength(start);
        return text;
    }

    /** A key with what it may be: behind it where there is room, else above it. */
    void explained(String indent, String line, String signature) {
        String whole = indent + line.stripTrailing() + "  # " + signature;
        if (whole.length() <= WIDTH) {
            line("", whole);
        } else {
            text(indent, signature);
            line(indent, line.stripTrailing());
        }
    }

    /** A Markdown text; the lines of a block of code stay as they are. */
    void text(String indent, String text) {
        boolean code = false;
        for (String line : text.split("\n", -1)) {
            boolean fence = line.strip().startsWith("```");
            if (code || fence || line.isBlank()) {
                line(indent, ("# " + line).stripTrailing());
            } else {
                String margin = " ".repeat(line.length() - line.stripLeading().length());
                wrap(indent + "# " + margin, indent + "# " + margin, line.strip());
            }
            code ^= fence;
        }
    }

    /** Two columns, the second one wrapped. */
    void table(String indent, Map<String, String> rows) {
        int widest = 0;
        for (String name : rows.keySet()) {
            widest = Math.max(widest, name.length());
        }
        for (Map.Entry<String, String> row : rows.entrySet()) {
            String name = row.getKey() + " ".repeat(widest - row.getKey().length() + 2);
            wrap(indent + "#   " + name, indent + "#   " + " ".repeat(widest + 2), row.getValue());
        }
    }

    private void wrap(String first, String further, String text) {
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word : text.replace('\n', ' ').split(" ", -1)) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                line("", line.toString().stripTrailing());
                line.setLength(0);
                line.append(further);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        line("", line.toString().stripTrailing());
    }

    /** Whether some line says something behind an indent, which may itself be a comment's. */
    static boolean hasContent(String lines, String indent) {
        return lines.lines()
                .filter(line -> line.length() > indent.length())
                .anyMatch(
                        line -> !line.substring(indent.length()).stripLeading().startsWith("#"));
    }

    /** The lines as comments whose marks stand in a column. */
    static String commented(String lines, int column) {
        Comments out = new Comments();
        for (String line : lines.stripTrailing().split("\n", -1)) {
            if (line.length() <= column) {
                out.line("", line);
            } else {
                out.line(line.substring(0, column), "#" + line.substring(column));
            }
        }
        return out.toString();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
