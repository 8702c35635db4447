package io.alchemi.processor.extract;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A doc comment as Markdown: what stands before the tags, each {@code @param}, and why it is deprecated.
 *
 * <p>The compiler gives the docs of components to nobody, so the lines of the record's own comment are read here.
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
            doc.read(comment);
        }
        return doc;
    }

    /** What stands before the tags. */
    String main() {
        return JavadocMarkdown.of(main.toString());
    }

    /** The text of a {@code @param}, or empty. */
    String param(String name) {
        StringBuilder text = params.get(name);
        return text == null ? "" : JavadocMarkdown.of(text.toString());
    }

    /** Returns the names that have a {@code @param}. */
    Set<String> params() {
        return params.keySet();
    }

    /** The text of {@code @deprecated}, or empty. */
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

    /** Annotations at the beginning of a line of code begin with a capital; their declarations are no tags either. */
    private static boolean isBlockTag(String line) {
        return line.length() > 1
                && line.charAt(0) == '@'
                && Character.isLowerCase(line.charAt(1))
                && !line.startsWith("@interface ");
    }

    /** Begins the text of a tag; those of other tags are read and dropped. */
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
