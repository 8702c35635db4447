package io.alchemi.processor.extract;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A doc comment as Markdown: what stands before the tags, and each {@code @param}.
 *
 * <p>The compiler gives the docs of components to nobody, so the lines of the record's own comment are read here. Lines of a
 * paragraph are joined by blanks; paragraphs and the items of a list stay apart.
 */
final class DocComment {
    private final StringBuilder main = new StringBuilder();
    private final StringBuilder deprecated = new StringBuilder();
    private final Map<String, StringBuilder> params = new LinkedHashMap<>();

    private DocComment() {}

    /** Reads a comment as {@code Elements.getDocComment} gives it. */
    static DocComment of(@Nullable String comment) {
        DocComment doc = new DocComment();
        if (comment != null) {
            doc.read(new InlineTags(comment).plain());
        }
        return doc;
    }

    /** What stands before the tags. */
    String main() {
        return main.toString().strip();
    }

    /** The text of a {@code @param}, or empty. */
    String param(String name) {
        StringBuilder text = params.get(name);
        return text == null ? "" : text.toString().strip();
    }

    /** The text of {@code @deprecated}, or empty. */
    String deprecated() {
        return deprecated.toString().strip();
    }

    private void read(String comment) {
        StringBuilder current = main;
        for (String line : comment.lines().toList()) {
            String text = line.strip();
            if (isBlockTag(text)) {
                current = blockTag(text);
            } else {
                join(current, text);
            }
        }
    }

    private static boolean isBlockTag(String line) {
        return line.length() > 1 && line.charAt(0) == '@' && Character.isLetter(line.charAt(1));
    }

    /** Begins the text of a tag; those of other tags are read and dropped. */
    private StringBuilder blockTag(String line) {
        StringBuilder text = new StringBuilder();
        String[] words = line.split("\\s+", 3);
        if (words[0].equals("@deprecated")) {
            join(deprecated, line.substring(words[0].length()).strip());
            return deprecated;
        }
        if (words[0].equals("@param") && words.length > 1) {
            params.putIfAbsent(words[1], text);
            join(text, words.length > 2 ? words[2] : "");
        }
        return text;
    }

    private static void join(StringBuilder text, String line) {
        if (line.isEmpty()) {
            paragraph(text);
            return;
        }
        if (text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
            text.append(line.startsWith("- ") || line.startsWith("* ") ? '\n' : ' ');
        }
        text.append(line);
    }

    private static void paragraph(StringBuilder text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        text.setLength(end);
        if (end > 0) {
            text.append("\n\n");
        }
    }
}
