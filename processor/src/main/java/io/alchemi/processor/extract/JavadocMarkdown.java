package io.alchemi.processor.extract;

import io.alchemi.config.diagnose.CodeSpan;
import io.alchemi.config.diagnose.FirstSentence;
import java.util.Locale;
import java.util.Set;

/**
 * Converts the text of a doc comment to Markdown: inline tags, HTML, character entities and insignificant line breaks.
 *
 * <p>Handles HTML and Markdown comments alike. Markdown lists and fences are also kept in HTML comments, since people write them
 * there. Unknown syntax is copied unchanged. A literal {@code <} is not escaped; callers that render the text as Markdown
 * escape it.
 */
final class JavadocMarkdown {
    /** HTML elements whose tags are dropped and whose content is kept. */
    private static final Set<String> TRANSPARENT =
            Set.of("span", "small", "u", "q", "abbr", "thead", "tbody", "caption", "img");

    private final String text;
    private final MarkdownWriter out = new MarkdownWriter();
    private int at;
    /** Column of the first item of the current Markdown list, or -1. */
    private int firstItem = -1;

    private JavadocMarkdown(String text) {
        this.text = text;
    }

    /** Returns a text without block tags as Markdown. */
    static String of(String text) {
        return new JavadocMarkdown(text).convert();
    }

    private String convert() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                whitespace();
            } else if (text.startsWith("{@", at)) {
                inlineTag();
            } else if (text.startsWith("```", at)) {
                fence();
            } else if (c == '`') {
                codeSpan();
            } else if (c == '<') {
                element();
            } else if (c == '&') {
                at = CharacterEntity.append(text, at, out::put);
            } else if (c == '[') {
                reference();
            } else if (c == '#' && startsHeading()) {
                heading();
            } else {
                out.put(String.valueOf(c));
                at++;
            }
        }
        return out.toString();
    }

    private void whitespace() {
        int lines = 0;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            lines += text.charAt(at) == '\n' ? 1 : 0;
            at++;
        }
        if (lines > 1) {
            out.paragraph();
            firstItem = -1;
        }
        if (lines > 0 && startsOwnLine()) {
            int column = at - text.lastIndexOf('\n', at) - 1;
            firstItem = firstItem < 0 ? column : firstItem;
            out.line(Math.max(0, column - firstItem));
        } else if (lines <= 1) {
            out.space();
        }
    }

    /** Returns true if a Markdown list item or table row starts at the current position. */
    private boolean startsOwnLine() {
        if (text.startsWith("- ", at) || text.startsWith("* ", at) || text.startsWith("|", at)) {
            return true;
        }
        int digits = at;
        while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        return digits > at && text.startsWith(". ", digits);
    }

    /** Returns true at the marks of a Markdown heading, which are at the start of a line but not of a text. */
    private boolean startsHeading() {
        int start = text.lastIndexOf('\n', at) + 1;
        int level = endOfMarks() - at;
        return start > 0 && text.substring(start, at).isBlank() && level <= 6 && text.startsWith(" ", at + level);
    }

    private int endOfMarks() {
        int end = at;
        while (text.startsWith("#", end)) {
            end++;
        }
        return end;
    }

    /** Converts the heading of one line as that of HTML. */
    private void heading() {
        int end = text.indexOf('\n', at) < 0 ? text.length() : text.indexOf('\n', at);
        String content = of(text.substring(endOfMarks(), end).strip());
        if (!content.isEmpty()) {
            out.openMark("h1");
            out.put(content);
            out.closeMark("h1");
        }
        at = end;
    }

    private void inlineTag() {
        int end = closingBrace(text, at);
        if (end < 0) {
            out.put("{@");
            at += 2;
            return;
        }
        int name = at + 2;
        while (name < end && !Character.isWhitespace(text.charAt(name))) {
            name++;
        }
        String content = text.substring(name, end).strip();
        switch (text.substring(at + 2, name)) {
            case "code", "systemProperty" -> code(content);
            case "literal" -> out.put(content);
            case "link", "linkplain", "value" -> out.put(linked(content));
            case "snippet" -> out.block(content.substring(content.indexOf(':') + 1));
            case "docRoot", "inheritDoc" -> {}
            default -> out.put(of(content));
        }
        at = end + 1;
    }

    /** Returns the index of the brace that closes the one at an index, or -1. */
    private static int closingBrace(String text, int from) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the label of a link, or its target if it has none: {@code Foo.bar} for {@code Foo#bar}. */
    private static String linked(String content) {
        int depth = 0;
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0 && Character.isWhitespace(c)) {
                return of(content.substring(i).strip());
            }
        }
        String target = content.startsWith("#") ? content.substring(1) : content;
        return target.replace('#', '.');
    }

    private void code(String content) {
        String line = oneLine(content);
        out.put(line.isEmpty() ? "" : CodeSpan.of(line));
    }

    private static String oneLine(String content) {
        return String.join(" ", content.strip().split("\\s+"));
    }

    /** Converts a fenced code block. */
    private void fence() {
        int body = text.indexOf('\n', at);
        int end = body < 0 ? -1 : text.indexOf("```", body);
        if (end < 0) {
            codeSpan();
            return;
        }
        out.block(text.substring(body, end));
        at = end + 3;
    }

    private void codeSpan() {
        int end = FirstSentence.codeEnd(text, at);
        out.put(end < 0 ? "`" : oneLine(text.substring(at, end)));
        at = end < 0 ? at + 1 : end;
    }

    /**
     * Converts the reference links of Markdown comments, {@code [Foo#bar]} and {@code [label][Foo#bar]}. Copies other brackets, for
     * example those of {@code w[i][j]}.
     */
    private void reference() {
        int end = text.indexOf(']', at);
        String name = end < 0 ? "" : text.substring(at + 1, end);
        int target = end + 1;
        int targetEnd = text.startsWith("[", target) ? text.indexOf(']', target) : -1;
        boolean indexed = at > 0 && Character.isJavaIdentifierPart(text.charAt(at - 1));
        if (!indexed && targetEnd > 0 && isReference(text.substring(target + 1, targetEnd))) {
            out.put(of(name));
            at = targetEnd + 1;
        } else if (!indexed && name.contains("#") && isReference(name) && !text.startsWith("(", target)) {
            out.put(linked(name));
            at = target;
        } else {
            out.put("[");
            at++;
        }
    }

    /** Returns true if a string can refer to a Java element: {@code Foo}, {@code #bar}, {@code a.Foo#bar(int, int)}. */
    private static boolean isReference(String target) {
        for (int i = 0; i < target.length(); i++) {
            if (!Character.isJavaIdentifierPart(target.charAt(i)) && "#.(), ".indexOf(target.charAt(i)) < 0) {
                return false;
            }
        }
        return !target.isEmpty()
                && (Character.isUpperCase(target.charAt(0)) || target.contains("#") || target.contains("."));
    }

    private void element() {
        int commentEnd = text.startsWith("<!--", at) ? text.indexOf("-->", at) : -1;
        if (commentEnd >= 0) {
            at = commentEnd + 3;
            return;
        }
        int end = text.indexOf('>', at);
        boolean closing = text.startsWith("</", at);
        String inside = end < 0 ? "" : text.substring(at + (closing ? 2 : 1), end);
        int nameEnd = 0;
        while (nameEnd < inside.length() && Character.isLetterOrDigit(inside.charAt(nameEnd))) {
            nameEnd++;
        }
        String name = inside.substring(0, nameEnd).toLowerCase(Locale.ROOT);
        String attributes = inside.substring(nameEnd).strip();
        boolean wellFormed = attributes.isEmpty()
                || attributes.equals("/")
                || (Character.isWhitespace(inside.charAt(nameEnd)) && attributes.contains("="));
        int before = at;
        at = end + 1;
        if (!wellFormed || !(closing ? close(name) : open(name, attributes))) {
            out.put("<");
            at = before + 1;
        }
    }

    private boolean open(String name, String attributes) {
        switch (name) {
            case "p", "br", "hr", "div", "blockquote", "table", "tr", "dl", "dt" -> out.paragraph();
            case "ul", "ol" -> out.openList(name.equals("ol"));
            case "li" -> out.item();
            case "code", "tt", "kbd", "samp" -> code(CharacterEntity.decode(until(name)));
            case "pre" -> out.block(preformatted(until(name)));
            case "sup" -> out.put("^");
            case "sub" -> out.put("_");
            case "a" -> out.openLink(address(attributes));
            case "td", "th", "dd" -> out.space();
            default -> {
                return out.openMark(name) || TRANSPARENT.contains(name);
            }
        }
        return true;
    }

    private boolean close(String name) {
        switch (name) {
            case "p", "div", "blockquote", "table", "tr", "dl" -> out.paragraph();
            case "ul", "ol" -> out.closeList();
            case "a" -> out.closeLink();
            case "li", "sup", "sub", "td", "th", "dt", "dd" -> {}
            default -> {
                return out.closeMark(name) || TRANSPARENT.contains(name);
            }
        }
        return true;
    }

    private static String address(String attributes) {
        int from = attributes.indexOf("href=\"");
        int to = from < 0 ? -1 : attributes.indexOf('"', from + 6);
        return to < 0 ? "" : attributes.substring(from + 6, to);
    }

    /** Returns the content up to the closing tag of an element and continues after that tag. */
    private String until(String name) {
        String closing = "</" + name + ">";
        int from = at;
        while (at < text.length() && !text.regionMatches(true, at, closing, 0, closing.length())) {
            at++;
        }
        String inner = text.substring(from, at);
        at = Math.min(text.length(), at + closing.length());
        return inner;
    }

    private static String preformatted(String inner) {
        String body = inner.stripLeading();
        if (body.startsWith("{@code")) {
            int end = closingBrace(body, 0);
            return body.substring("{@code".length(), end < 0 ? body.length() : end);
        }
        return CharacterEntity.decode(inner);
    }
}
