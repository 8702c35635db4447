package io.alchemi.config.diagnose;

/** Strips the markup of a line of Markdown: code and emphasis marks, and the targets of links. */
final class PlainMarkdown {
    private final String text;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private PlainMarkdown(String text) {
        this.text = text;
    }

    static String of(String text) {
        PlainMarkdown plain = new PlainMarkdown(text);
        while (plain.at < text.length()) {
            plain.next();
        }
        return plain.out.toString();
    }

    private void next() {
        char c = text.charAt(at);
        boolean found = switch (c) {
            case '`' -> code();
            case '*' -> emphasis(text.startsWith("**", at) ? "**" : "*");
            case '[' -> link();
            default -> false;
        };
        if (!found) {
            out.append(c);
            at++;
        }
    }

    private boolean code() {
        int end = FirstSentence.codeEnd(text, at);
        if (end < 0) {
            return false;
        }
        int marks = FirstSentence.run(text, at);
        String inner = text.substring(at + marks, end - marks);
        out.append(marks > 1 ? inner.strip() : inner);
        at = end;
        return true;
    }

    /** Strips emphasis. Asterisks mark it only at word boundaries, so not in {@code 2 * 3}, {@code 2*3} or {@code *.yaml}. */
    private boolean emphasis(String mark) {
        int from = at + mark.length();
        int end = text.indexOf(mark, from);
        boolean edges = end > from
                && !Character.isWhitespace(text.charAt(from))
                && !Character.isWhitespace(text.charAt(end - 1))
                && !isWord(at - 1)
                && !isWord(end + mark.length());
        if (!edges) {
            return false;
        }
        out.append(of(text.substring(from, end)));
        at = end + mark.length();
        return true;
    }

    private boolean isWord(int place) {
        return place >= 0 && place < text.length() && Character.isLetterOrDigit(text.charAt(place));
    }

    private boolean link() {
        int label = text.indexOf("](", at);
        int end = label < 0 ? -1 : text.indexOf(')', label);
        if (end < 0 || text.lastIndexOf('[', label) != at) {
            return false;
        }
        out.append(of(text.substring(at + 1, label)));
        at = end + 1;
        return true;
    }
}
