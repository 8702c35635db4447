package io.alchemi.processor.extract;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Doc comment as Markdown: the main description, the {@code @param} tags and the {@code @deprecated} tag.
 *
 * <p>Compilers do not expose doc comments of record components, so the {@code @param} tags of the record's comment are parsed
 * instead.
 */
final class DocComment {
    private final StringBuilder main = new StringBuilder();
    private final StringBuilder deprecated = new StringBuilder();
    private final Map<String, StringBuilder> params = new LinkedHashMap<>();

    private DocComment() {}

    /** Parses a comment as returned by {@code Elements.getDocComment}. */
    static DocComment of(@Nullable String comment) {
        DocComment doc = new DocComment();
        if (comment != null) {
            doc.read(comment);
        }
        return doc;
    }

    /** Returns the main description. */
    String main() {
        return JavadocMarkdown.of("\n" + main); // It starts a line, unlike the text of a tag.
    }

    /** Returns the text of a {@code @param} tag, or an empty string. */
    String param(String name) {
        StringBuilder text = params.get(name);
        return text == null ? "" : JavadocMarkdown.of(text.toString());
    }

    /** Returns the names that have a {@code @param}. */
    Set<String> params() {
        return params.keySet();
    }

    /** Returns the text of the {@code @deprecated} tag, or an empty string. */
    String deprecated() {
        return JavadocMarkdown.of(deprecated.toString());
    }

    private void read(String comment) {
        StringBuilder current = main;
        boolean fenced = false;
        for (String line : comment.lines().toList()) {
            String text = line.strip();
            fenced ^= text.startsWith("```");
            if (!fenced && isBlockTag(text)) {
                current = blockTag(text);
            } else {
                current.append(line).append('\n');
            }
        }
    }

    /** Returns true if a line starts with a block tag. Annotations in code start with a capital; {@code @interface} is no tag. */
    private static boolean isBlockTag(String line) {
        return line.length() > 1
                && line.charAt(0) == '@'
                && Character.isLowerCase(line.charAt(1))
                && !line.startsWith("@interface ");
    }

    /** Starts a block tag and returns the buffer for its text. The text of unsupported tags is dropped. */
    private StringBuilder blockTag(String line) {
        StringBuilder text = new StringBuilder();
        String[] words = line.split("\\s+", 3);
        if (words[0].equals("@deprecated")) {
            deprecated.append(line.substring(words[0].length())).append('\n');
            return deprecated;
        }
        if (words[0].equals("@param") && words.length > 1) {
            params.putIfAbsent(words[1], text);
            text.append(words.length > 2 ? words[2] : "").append('\n');
        }
        return text;
    }
}
