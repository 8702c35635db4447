package io.alchemi.config.diagnose;

/** The first sentence of a doc, for places that have one line. */
public final class FirstSentence {
    private FirstSentence() {}

    /** The text up to the first full stop that ends a word, without the stop, in one line. */
    public static String of(String doc) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < doc.length(); i++) {
            char c = doc.charAt(i);
            boolean last = i + 1 == doc.length();
            if (c == '.' && (last || Character.isWhitespace(doc.charAt(i + 1)))) {
                break;
            }
            if (c == '\n' && !last && doc.charAt(i + 1) == '\n') {
                break;
            }
            out.append(c == '\n' ? ' ' : c);
        }
        return out.toString().strip();
    }
}
