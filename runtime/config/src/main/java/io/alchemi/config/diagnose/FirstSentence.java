package io.alchemi.config.diagnose;

/** The first sentence of a Markdown text, for places that have room for one line. */
public final class FirstSentence {
    private FirstSentence() {}

    /** The first sentence in one line, with its markup. */
    public static String of(String doc) {
        StringBuilder out = new StringBuilder(doc.length());
        int codeEnd = 0;
        for (int i = 0; i < doc.length(); i++) {
            char c = doc.charAt(i);
            if (c == '`' && i >= codeEnd) {
                codeEnd = Math.max(codeEnd(doc, i), i + 1);
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
            if (i >= codeEnd && (c == '.' || c == '!' || c == '?') && isSentenceEnd(doc, i)) {
                break;
            }
        }
        return out.toString().strip();
    }

    /**
     * Where the code ends that begins at a place: behind as many backticks as it begins with.
     *
     * @return the place behind the code, or -1 if it does not end
     */
    public static int codeEnd(String doc, int from) {
        int marks = run(doc, from);
        int at = from + marks;
        while (at < doc.length()) {
            int run = run(doc, at);
            if (run == marks) {
                return at + run;
            }
            at += Math.max(run, 1);
        }
        return -1;
    }

    /** How many backticks stand at a place. */
    static int run(String doc, int from) {
        int at = from;
        while (at < doc.length() && doc.charAt(at) == '`') {
            at++;
        }
        return at - from;
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
