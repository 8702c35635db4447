package io.alchemi.processor.emit.binding;

/** Text inside Java source; plain ASCII, so that no encoding of a build can harm it. */
public final class JavaText {
    private JavaText() {}

    /** A string literal. */
    public static String literal(CharSequence text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '"', '\\' -> out.append('\\').append(c);
                default -> plain(c, out);
            }
        }
        return out.append('"').toString();
    }

    private static void plain(char c, StringBuilder out) {
        if (c >= ' ' && c < 0x7f) {
            out.append(c);
        } else {
            out.append("\\u");
            String hex = Integer.toHexString(c);
            out.append("0000", 0, 4 - hex.length()).append(hex);
        }
    }

    /** Text of a user inside a doc comment, where nothing of it is markup. */
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
