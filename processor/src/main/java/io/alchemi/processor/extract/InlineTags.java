package io.alchemi.processor.extract;

/** Turns the inline tags and the HTML that are usual in doc comments into Markdown. */
final class InlineTags {
    private final String text;
    private final StringBuilder out = new StringBuilder();
    private int at;

    InlineTags(String text) {
        this.text = text;
    }

    /** The text without tags. */
    String plain() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '{' && text.startsWith("{@", at)) {
                tag();
            } else if (c == '<' || c == '&') {
                markup();
            } else {
                out.append(c);
                at++;
            }
        }
        return out.toString();
    }

    private void tag() {
        int end = end();
        if (end < 0) {
            out.append("{@");
            at += 2;
            return;
        }
        String body = text.substring(at + 2, end);
        int blank = 0;
        while (blank < body.length() && !Character.isWhitespace(body.charAt(blank))) {
            blank++;
        }
        String content = body.substring(blank).strip();
        switch (body.substring(0, blank)) {
            case "code" -> out.append('`').append(content).append('`');
            case "link", "linkplain" -> out.append(linked(content));
            default -> out.append(content);
        }
        at = end + 1;
    }

    /** The place of the brace that closes the tag, or -1. */
    private int end() {
        int depth = 0;
        for (int i = at; i < text.length(); i++) {
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
                return content.substring(i).strip();
            }
        }
        String target = content.startsWith("#") ? content.substring(1) : content;
        return target.replace('#', '.');
    }

    private void markup() {
        if (replaced("<p>", "\n\n")
                || replaced("</p>", "")
                || replaced("<ul>", "\n")
                || replaced("</ul>", "\n\n")
                || replaced("<li>", "\n- ")
                || replaced("</li>", "")
                || replaced("<code>", "`")
                || replaced("</code>", "`")
                || replaced("<em>", "*")
                || replaced("</em>", "*")
                || replaced("<b>", "**")
                || replaced("</b>", "**")
                || replaced("&lt;", "<")
                || replaced("&gt;", ">")
                || replaced("&amp;", "&")) {
            return;
        }
        out.append(text.charAt(at++));
    }

    private boolean replaced(String markup, String markdown) {
        if (!text.startsWith(markup, at)) {
            return false;
        }
        out.append(markdown);
        at += markup.length();
        return true;
    }
}
