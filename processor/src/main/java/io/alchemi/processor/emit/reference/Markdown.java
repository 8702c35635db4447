package io.alchemi.processor.emit.reference;

import java.util.List;

/** Pieces of Markdown that stay what they are, also in a cell of a table. */
final class Markdown {
    private Markdown() {}

    /** A value as code. */
    static String code(String text) {
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
    static String codes(List<String> texts) {
        StringBuilder out = new StringBuilder();
        for (String text : texts) {
            out.append(out.isEmpty() ? "" : ", ").append(code(text));
        }
        return out.toString();
    }

    /** A documentation text: its markup stays, but what would be HTML or begin code without an end is shown. */
    static String text(String doc) {
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

    /** Markdown in one line that a table does not take apart. */
    static String cell(String markdown) {
        String paragraphs = markdown.strip()
                .replace("\n\n", "<br>")
                .replace("\n* ", "<br>• ")
                .replace("\n- ", "<br>• ");
        return paragraphs.replace('\n', ' ').replace("|", "\\|");
    }

    /** A link to a heading of the same page. */
    static String link(String text, String heading) {
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
