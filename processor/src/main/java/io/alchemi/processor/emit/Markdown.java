package io.alchemi.processor.emit;

import io.alchemi.config.diagnose.CodeSpan;
import io.alchemi.config.diagnose.FirstSentence;
import java.util.List;

/** Writes escaped Markdown, also for table cells. */
public final class Markdown {
    private Markdown() {}

    /** Returns a value as a code span. */
    public static String code(String text) {
        return CodeSpan.of(text);
    }

    /** Returns values as code spans separated by commas. */
    public static String codes(List<String> texts) {
        StringBuilder out = new StringBuilder();
        for (String text : texts) {
            out.append(out.isEmpty() ? "" : ", ").append(code(text));
        }
        return out.toString();
    }

    /** Returns documentation with its Markdown, but with HTML and unclosed code spans escaped. */
    public static String text(String doc) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < doc.length()) {
            char c = doc.charAt(at);
            if (c == '`') {
                int end = FirstSentence.codeEnd(doc, at);
                out.append(end < 0 ? "\\`" : doc.substring(at, end));
                at = end < 0 ? at + 1 : end;
            } else {
                out.append(c == '<' ? "&lt;" : String.valueOf(c));
                at++;
            }
        }
        return out.toString();
    }

    /** Returns Markdown as one line for a table cell. Each line of a code block becomes a code span. */
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

    /** Returns a link to the page of a schema. */
    public static String page(String id) {
        return "[" + code(id) + "](" + id + ".md)";
    }

    /** Returns a link to a heading of the same page. */
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
