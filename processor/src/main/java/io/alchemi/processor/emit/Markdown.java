package io.alchemi.processor.emit;

import java.util.List;

/** Pieces of Markdown that stay what they are, also in a cell of a table. */
public final class Markdown {
    private Markdown() {}

    /** A value as code. */
    public static String code(String text) {
        String line = text.replace('\n', ' ');
        int longest = 0;
        int run = 0;
        for (int i = 0; i < line.length(); i++) {
            run = line.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(longest + 1);
        String blank = longest > 0 || line.isBlank() ? " " : "";
        return fence + blank + line + blank + fence;
    }

    /** Values as code, with commas between them. */
    public static String codes(List<String> texts) {
        StringBuilder out = new StringBuilder();
        for (String text : texts) {
            out.append(out.isEmpty() ? "" : ", ").append(code(text));
        }
        return out.toString();
    }

    /** A documentation text: its markup stays, but what would be HTML or begin code without an end is shown. */
    public static String text(String doc) {
        boolean balanced = doc.chars().filter(c -> c == '`').count() % 2 == 0;
        StringBuilder out = new StringBuilder();
        boolean code = false;
        for (int i = 0; i < doc.length(); i++) {
            char c = doc.charAt(i);
            if (c == '`' && balanced) {
                code = !code;
                out.append(c);
            } else if (c == '<' && !code) {
                out.append("&lt;");
            } else {
                out.append(c == '`' ? "\\" : "").append(c);
            }
        }
        return out.toString();
    }

    /** Markdown in one line that a table does not take apart; the lines of a block of code become code of their own. */
    public static String cell(String markdown) {
        StringBuilder out = new StringBuilder();
        boolean code = false;
        for (String part : markdown.strip().split("\n*```\n*", -1)) {
            if (code) {
                part.lines()
                        .forEach(line -> out.append(out.isEmpty() ? "" : "<br>").append(code(line)));
            } else {
                out.append(out.isEmpty() || part.isEmpty() ? "" : "<br>").append(line(part));
            }
            code = !code;
        }
        return out.toString().replace("|", "\\|");
    }

    private static String line(String markdown) {
        String paragraphs =
                markdown.replace("\n\n", "<br>").replace("\n* ", "<br>• ").replace("\n- ", "<br>• ");
        return paragraphs.replace('\n', ' ');
    }

    /** A link to the page of a schema. */
    public static String page(String id) {
        return "[" + code(id) + "](" + id + ".md)";
    }

    /** A link to a heading of the same page. */
    public static String link(String text, String heading) {
        StringBuilder anchor = new StringBuilder();
        for (int i = 0; i < heading.length(); i++) {
            char c = heading.charAt(i);
            if (Character.isLetterOrDigit(c) || c == '-' || c == '_') {
                anchor.append(Character.toLowerCase(c));
            } else if (c == ' ') {
                anchor.append('-');
            }
        }
        return "[" + text + "](#" + anchor + ")";
    }
}
