package io.alchemi.processor.extract;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * Turns the text of a doc comment into Markdown: inline tags, HTML, character entities, and line breaks that mean nothing.
 *
 * <p>Both kinds of comments are read by it: in HTML, lists and fences written in Markdown's way stay too, since people write
 * them. What it does not know it leaves as it is. A {@code <} of the text is not escaped; who shows the text as Markdown does so.
 */
final class JavadocMarkdown {
    private static final String BLANK = " ";
    private static final String LINE = "\n";
    private static final String PARAGRAPH = "\n\n";

    private final String text;
    private final StringBuilder out = new StringBuilder();
    /** The number of the next item of each open list, or 0 in a list without numbers. */
    private final Deque<Integer> lists = new ArrayDeque<>();

    private final Deque<String> anchors = new ArrayDeque<>();
    private int at;
    private String gap = "";
    private String bullet = "";
    private boolean opened;

    private JavadocMarkdown(String text) {
        this.text = text;
    }

    /** The Markdown of a text without block tags. */
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
                at = CharacterEntity.append(text, at, this::put);
            } else if (c == '[') {
                reference();
            } else {
                put(String.valueOf(c));
                at++;
            }
        }
        return out.toString();
    }

    /** Writes text, after the gap that was asked for before it. */
    private void put(String piece) {
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

    /** Asks for a gap before what comes next; the widest one counts. */
    private void space(String wanted) {
        if (wanted.length() > gap.length() || wanted.equals(LINE)) {
            gap = gap.equals(PARAGRAPH) ? gap : wanted;
        }
    }

    private void whitespace() {
        int from = at;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        long lines = text.substring(from, at).chars().filter(c -> c == '\n').count();
        if (lines > 1) {
            space(PARAGRAPH);
        } else if (lines == 1 && startsOwnLine()) {
            space(LINE);
        } else if (!opened && bullet.isEmpty()) {
            space(BLANK);
        }
    }

    /** Whether Markdown begins something here: an item, a row of a table. */
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

    private void inlineTag() {
        int end = closingBrace(text, at);
        if (end < 0) {
            put("{@");
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
            case "literal" -> putWords(content);
            case "link", "linkplain", "value" -> putWords(linked(content));
            case "snippet" -> block(content.substring(content.indexOf(':') + 1));
            case "docRoot", "inheritDoc" -> {}
            default -> putWords(of(content));
        }
        at = end + 1;
    }

    private void putWords(String words) {
        if (!words.isEmpty()) {
            put(words);
        }
    }

    /** The place of the brace that closes the one at a place, or -1. */
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

    /** The label of a link if it has one, else what it leads to: {@code Foo.bar} for {@code Foo#bar}. */
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
        String line = String.join(" ", content.strip().split("\\s+"));
        String fence = line.contains("`") ? "``" : "`";
        putWords(line.isEmpty() ? "" : fence + line + fence);
    }

    private void block(String content) {
        space(PARAGRAPH);
        put("```\n" + content.stripTrailing().stripIndent().strip() + "\n```");
        space(PARAGRAPH);
    }

    /** A block of code in Markdown's way. */
    private void fence() {
        int body = text.indexOf('\n', at);
        int end = body < 0 ? -1 : text.indexOf("```", body);
        if (end < 0) {
            put("```");
            at += 3;
            return;
        }
        block(text.substring(body, end));
        at = end + 3;
    }

    private void codeSpan() {
        int end = text.indexOf('`', at + 1);
        if (end < 0) {
            put("`");
            at++;
            return;
        }
        code(text.substring(at + 1, end));
        at = end + 1;
    }

    /** The references of Markdown comments, {@code [Foo#bar]} and {@code [label][Foo#bar]}; other brackets are brackets. */
    private void reference() {
        int end = text.indexOf(']', at);
        String name = end < 0 ? "" : text.substring(at + 1, end);
        int target = end + 1;
        int targetEnd = text.startsWith("[", target) ? text.indexOf(']', target) : -1;
        if (targetEnd > 0) {
            putWords(of(name));
            at = targetEnd + 1;
        } else if (name.contains("#") && !text.startsWith("(", target)) {
            putWords(linked(name));
            at = target;
        } else {
            put("[");
            at++;
        }
    }

    private void element() {
        int end = text.indexOf('>', at);
        if (text.startsWith("<!--", at) && text.contains("-->")) {
            at = text.indexOf("-->", at) + 3;
            return;
        }
        boolean closing = text.startsWith("</", at);
        String inside = end < 0 ? "" : text.substring(at + (closing ? 2 : 1), end);
        int nameEnd = 0;
        while (nameEnd < inside.length() && Character.isLetterOrDigit(inside.charAt(nameEnd))) {
            nameEnd++;
        }
        String name = inside.substring(0, nameEnd).toLowerCase(Locale.ROOT);
        String attributes = inside.substring(nameEnd);
        boolean wellFormed = attributes.isEmpty() || attributes.startsWith(" ") || attributes.equals("/");
        int before = at;
        at = end + 1;
        if (!wellFormed || !(closing ? close(name) : open(name, attributes))) {
            put("<");
            at = before + 1;
        }
    }

    private boolean open(String name, String attributes) {
        switch (name) {
            case "p", "br", "hr", "div", "blockquote", "table", "tr", "dl", "dt" -> space(PARAGRAPH);
            case "ul", "ol" -> {
                space(lists.isEmpty() ? PARAGRAPH : LINE);
                lists.push(name.equals("ol") ? 1 : 0);
            }
            case "li" -> item();
            case "code", "tt", "kbd", "samp" -> code(CharacterEntity.decode(until(name)));
            case "pre" -> block(preformatted(until(name)));
            case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                space(PARAGRAPH);
                mark("**");
            }
            case "b", "strong" -> mark("**");
            case "i", "em", "var", "cite", "dfn" -> mark("*");
            case "sup" -> put("^");
            case "sub" -> put("_");
            case "a" -> anchor(attributes);
            case "td", "th", "dd" -> space(BLANK);
            case "span", "small", "u", "q", "abbr", "thead", "tbody", "caption", "img" -> {}
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean close(String name) {
        switch (name) {
            case "p", "div", "blockquote", "table", "tr", "dl" -> space(PARAGRAPH);
            case "ul", "ol" -> {
                lists.poll();
                space(lists.isEmpty() ? PARAGRAPH : LINE);
            }
            case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                out.append("**");
                space(PARAGRAPH);
            }
            case "b", "strong" -> out.append("**");
            case "i", "em", "var", "cite", "dfn" -> out.append('*');
            case "a" -> {
                String link = anchors.isEmpty() ? "" : anchors.pop();
                out.append(link.isEmpty() ? "" : "](" + link + ")");
            }
            case "li",
                    "sup",
                    "sub",
                    "td",
                    "th",
                    "dt",
                    "dd",
                    "span",
                    "small",
                    "u",
                    "q",
                    "abbr",
                    "thead",
                    "tbody",
                    "caption" -> {}
            default -> {
                return false;
            }
        }
        return true;
    }

    private void mark(String mark) {
        put(mark);
        opened = true;
    }

    private void item() {
        int number = lists.isEmpty() ? 0 : lists.pop();
        String indent = "  ".repeat(lists.size());
        lists.push(number == 0 ? 0 : number + 1);
        space(LINE);
        bullet = indent + (number == 0 ? "- " : number + ". ");
    }

    private void anchor(String attributes) {
        int from = attributes.indexOf("href=\"");
        int to = from < 0 ? -1 : attributes.indexOf('"', from + 6);
        String link = to < 0 ? "" : attributes.substring(from + 6, to);
        anchors.push(link);
        if (!link.isEmpty()) {
            mark("[");
        }
    }

    /** What stands before the tag that closes an element; goes on behind it. */
    private String until(String name) {
        String closing = "</" + name + ">";
        int end = text.toLowerCase(Locale.ROOT).indexOf(closing, at);
        String inner = text.substring(at, end < 0 ? text.length() : end);
        at = end < 0 ? text.length() : end + closing.length();
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
