package io.alchemi.config.tree;

/** Writes strings as YAML scalars that {@link YamlReader} reads back unchanged, in block and in flow context. */
public final class YamlText {
    /** What is written in place of a secret. It is not valid there, so that nobody loads it as one. */
    private static final String MASKED = "{masked: true}";

    private YamlText() {}

    /** Returns a string: plain where YAML reads it as that string, otherwise in quotes. */
    public static String string(String text) {
        return isPlain(text) ? text : quote(text);
    }

    /** Returns a string in single quotes, or in double quotes where it needs escapes. */
    public static String quote(String text) {
        return isPrintable(text) ? "'" + text.replace("'", "''") + "'" : doubleQuote(text);
    }

    /** Returns a value on one line, in flow style, that reads back with the same types, except for a secret. */
    public static String flow(Node node) {
        StringBuilder out = new StringBuilder();
        if (node instanceof Mapping mapping) {
            for (Mapping.Entry entry : mapping.entries()) {
                out.append(out.isEmpty() ? "" : ", ")
                        .append(string(entry.name()))
                        .append(": ")
                        .append(flow(entry.value()));
            }
            return "{" + out + "}";
        } else if (node instanceof Sequence sequence) {
            for (Node item : sequence.items()) {
                out.append(out.isEmpty() ? "" : ", ").append(flow(item));
            }
            return "[" + out + "]";
        }
        Scalar scalar = (Scalar) node;
        if (scalar.isSecret()) {
            return MASKED;
        }
        return switch (scalar.coreType()) {
            case STRING -> scalar.style() == Scalar.Style.QUOTED ? quote(scalar.text()) : string(scalar.text());
            case NULL -> "null";
            case BOOLEAN, INTEGER, FLOAT -> scalar.text();
        };
    }

    /** Returns true if each character may occur in a line of YAML as it is. */
    public static boolean isPrintable(String text) {
        int at = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            if (!isPrintable(character)) {
                return false;
            }
            at += Character.charCount(character);
        }
        return true;
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean safe = Character.isLetterOrDigit(c) || c == '_' || c == '/' || c == '.' || (i > 0 && c == '-');
            if (!safe) {
                return false;
            }
        }
        return CoreSchema.type(text) == CoreType.STRING && !text.equals("...");
    }

    /** The reader refuses U+0085, U+2028 and U+2029 outside double quotes, and other programs take them for line breaks. */
    private static boolean isPrintable(int c) {
        return (c >= ' ' && c < 0x7f)
                || (c >= 0xa0 && c < Character.MIN_SURROGATE && c != 0x2028 && c != 0x2029)
                || (c > Character.MAX_SURROGATE && c < 0xfffe && c != 0xfeff)
                || c >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
    }

    private static String doubleQuote(String text) {
        StringBuilder out = new StringBuilder("\"");
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            switch (c) {
                case '"', '\\' -> out.append('\\').append((char) c);
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> {
                    if (isPrintable(c)) {
                        out.appendCodePoint(c);
                    } else {
                        out.append("\\u").append(Integer.toHexString(0x10000 + c), 1, 5);
                    }
                }
            }
            at += Character.charCount(c);
        }
        return out.append('"').toString();
    }
}
