package io.alchemi.processor.emit;

/** Writes YAML. */
public final class YamlText {
    private YamlText() {}

    /** A key, in quotes where it would not be read as that text. */
    public static String key(String name) {
        boolean word = name.equalsIgnoreCase("null") || name.equalsIgnoreCase("true") || name.equalsIgnoreCase("false");
        return word || !isPlain(name) ? quote(name) : name;
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean start = Character.isLetter(c) || c == '_';
            boolean further = i > 0 && (c == '-' || c == '.' || Character.isDigit(c));
            if (!start && !further) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    /** A text in quotes. */
    public static String quote(String text) {
        boolean plain = text.chars().allMatch(c -> c >= ' ' && c != 0x7f);
        if (plain) {
            return "'" + text.replace("'", "''") + "'";
        }
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c == 0x7f) {
                out.append("\\x").append(Integer.toHexString(0x100 | c), 1, 3);
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
