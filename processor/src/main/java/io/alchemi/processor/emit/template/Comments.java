package io.alchemi.processor.emit.template;

import io.alchemi.config.diagnose.EscapedText;
import java.util.Map;

/** Writes lines of YAML and wrapped comments. */
final class Comments {
    private static final int WIDTH = 100;

    private final StringBuilder out = new StringBuilder();

    /** Writes an empty line, as a comment if the lines around it are comments. */
    void emptyLine(String indent) {
        line("", indent.stripTrailing());
    }

    /** Writes a line. A doc comment may contain characters that YAML does not allow. */
    void line(String indent, String line) {
        String text = EscapedText.of(line.replace("\t", "    "));
        out.append(indent).append(text.stripTrailing()).append('\n');
    }

    void append(String lines) {
        out.append(lines);
    }

    int length() {
        return out.length();
    }

    /** Removes and returns everything from a position on. */
    String cut(int start) {
        String text = out.substring(start);
        out.setLength(start);
        return text;
    }

    /** Writes Markdown as wrapped comments. Lines of code blocks are not wrapped. */
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

    /** Writes two columns and wraps the second one. */
    void table(String indent, Map<String, String> rows) {
        int width = 0;
        for (String name : rows.keySet()) {
            width = Math.max(width, name.length());
        }
        for (Map.Entry<String, String> row : rows.entrySet()) {
            String name = row.getKey() + " ".repeat(width - row.getKey().length() + 2);
            wrap(indent + "#   " + name, indent + "#   " + " ".repeat(width + 2), row.getValue());
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

    /** Returns true if any line has content other than a comment after an indent, which may contain a comment mark. */
    static boolean hasContent(String lines, String indent) {
        return lines.lines()
                .filter(line -> line.length() > indent.length())
                .anyMatch(
                        line -> !line.substring(indent.length()).stripLeading().startsWith("#"));
    }

    /** Returns the lines as comments, with the comment marks at a column. */
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
