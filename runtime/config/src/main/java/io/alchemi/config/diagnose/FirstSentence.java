package io.alchemi.config.diagnose;

/** The first sentence of a Markdown text, for places that have room for one line. */
public final class FirstSentence {
    private FirstSentence() {}

    /** The first sentence in one line, with its markup. */
    public static String of(String doc) {
        StringBuilder out = new StringBuilder(doc.length());
        boolean code = false;
        for (int i = 0; i < doc.length(); i++) {
            char c = doc.charAt(i);
            if (c == '`') {
                code = !code;
            }
            if (Character.isWhitespace(c)) {
                if (isParagraphEnd(doc, i)) {
                    break;
                }
                if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                    out.append(' ');
                }
                continue;
            }
            out.append(c);
            if (!code && (c == '.' || c == '!' || c == '?') && isSentenceEnd(doc, i)) {
                break;
            }
        }
        return out.toString().strip();
    }

    /** The first sentence in one line, without markup. */
    public static String plain(String doc) {
        return PlainMarkdown.of(of(doc));
    }

    /** The first sentence as in {@link #plain}, without its full stop, to be put into another one. */
    public static String phrase(String doc) {
        String sentence = plain(doc);
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static boolean isParagraphEnd(String doc, int from) {
        int lines = 0;
        for (int i = from; i < doc.length() && Character.isWhitespace(doc.charAt(i)); i++) {
            if (doc.charAt(i) == '\n') {
                lines++;
            }
        }
        return lines > 1;
    }

    /** A sentence goes on after "e.g." and the like, and where a lower-case letter follows. */
    private static boolean isSentenceEnd(String doc, int point) {
        if (point >= 2 && doc.charAt(point) == '.' && doc.charAt(point - 2) == '.') {
            return false;
        }
        int next = point + 1;
        while (next < doc.length() && Character.isWhitespace(doc.charAt(next))) {
            next++;
        }
        return next == doc.length() || (next > point + 1 && !Character.isLowerCase(doc.charAt(next)));
    }
}
