package io.alchemi.config.diagnose;

/** Escapes control characters in untrusted text, since they could manipulate the terminal. */
public final class EscapedText {
    private EscapedText() {}

    /** Returns the text with control and text direction characters escaped. */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isHidden(text.charAt(i))) {
                return escaped(text);
            }
        }
        return text;
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\t') {
                out.append(c == '\n' ? "\\n" : "\\t");
            } else if (isHidden(c)) {
                out.append("\\u").append(Integer.toHexString(0x10000 + c), 1, 5);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isHidden(char c) {
        return c < ' '
                || (c >= 0x7f && c < 0xa0)
                || (c >= 0x200b && c <= 0x200f)
                || (c >= 0x2028 && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0xfeff;
    }
}
