package io.alchemi.config.diagnose;

/** Extracts the first sentence of a Markdown text, for output with room for one line. */
public final class FirstSentence {
    private FirstSentence() {}

    /** Returns the first sentence in one line, with its markup. */
    public static String of(String doc) {
        StringBuilder out = new StringBuilder(doc.length());
        int codeEnd = 0;
        for (int i = 0; i < doc.length(); i++) {
            char c = doc.charAt(i);
            if (c == '`' && i >= codeEnd) {
                codeEnd = codeEnd(doc, i);
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
     * Finds the end of a code span, which is closed by as many backticks as it starts with.
     *
     * @param from index of the first backtick
     * @return the index after the code span, or -1 if it is not closed
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

    /** Returns the number of consecutive backticks at an index. */
    static int run(String doc, int from) {
        int at = from;
        while (at < doc.length() && doc.charAt(at) == '`') {
            at++;
        }
        return at - from;
    }

    /** Returns the first sentence in one line, without markup. */
    public static String plain(String doc) {
        return PlainMarkdown.of(of(doc));
    }

    /** Returns the first sentence as {@link #plain} does, without its full stop, for use inside another sentence. */
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

    /** Returns false after abbreviations such as "e.g." and before a lower-case letter. */
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
