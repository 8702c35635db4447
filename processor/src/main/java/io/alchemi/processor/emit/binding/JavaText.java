package io.alchemi.processor.emit.binding;

/** Escapes strings for Java source. The result is ASCII, so it does not depend on the encoding of a build. */
public final class JavaText {
    private JavaText() {}

    /** Returns a string literal. */
    public static String literal(CharSequence text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '"', '\\' -> out.append('\\').append(c);
                default -> append(c, out);
            }
        }
        return out.append('"').toString();
    }

    private static void append(char c, StringBuilder out) {
        if (c >= ' ' && c < 0x7f) {
            out.append(c);
        } else {
            out.append("\\u");
            String hex = Integer.toHexString(c);
            out.append("0000", 0, 4 - hex.length()).append(hex);
        }
    }

    /** Returns a user's string for a doc comment, with all markup escaped. */
    public static String doc(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&', '<', '>', '@', '\\', '*', '{', '}' -> entity(c, out);
                default -> {
                    if (c < 0x7f) {
                        out.append(c);
                    } else {
                        entity(c, out);
                    }
                }
            }
        }
        return out.toString();
    }

    private static void entity(char c, StringBuilder out) {
        out.append("&#").append((int) c).append(';');
    }
}
