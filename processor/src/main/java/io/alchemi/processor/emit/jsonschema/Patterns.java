package io.alchemi.processor.emit.jsonschema;

import java.util.List;

/** Regular expressions that mean the same in Java and in ECMA 262. */
final class Patterns {
    private Patterns() {}

    /** Matches what an expression matches as a whole. */
    static String whole(String regex) {
        return "^(?:" + regex + ")$";
    }

    /** Matches what an expression matches as a whole, except some texts. */
    static String wholeBut(List<String> texts, String regex) {
        return "^(?!(?:" + anyOf(texts, false) + ")$)(?:" + regex + ")$";
    }

    /** Matches any of some texts, or is empty if there are none. ECMA 262 has no switch for letter case inside an expression. */
    static String anyOf(List<String> texts, boolean ignoreCase) {
        StringBuilder out = new StringBuilder();
        for (String text : texts) {
            out.append(out.isEmpty() ? "" : "|");
            for (int i = 0; i < text.length(); i++) {
                letter(text.charAt(i), ignoreCase, out);
            }
        }
        return out.toString();
    }

    private static void letter(char c, boolean ignoreCase, StringBuilder out) {
        char lower = (char) (c | 0x20);
        if (ignoreCase && lower >= 'a' && lower <= 'z') {
            char upper = (char) (lower & ~0x20);
            out.append('[').append(lower).append(upper).append(']');
        } else {
            out.append("\\^$.|?*+()[]{}/".indexOf(c) < 0 ? "" : "\\").append(c);
        }
    }
}
