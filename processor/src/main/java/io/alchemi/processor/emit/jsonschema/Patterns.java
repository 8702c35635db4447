package io.alchemi.processor.emit.jsonschema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds regular expressions that match the same in Java and in ECMA 262. */
final class Patterns {
    private Patterns() {}

    /** Returns an expression that must match the whole string. */
    static String whole(String regex) {
        return "^(?:" + regex + ")$";
    }

    /** Returns an expression that must match the whole string and excludes some strings. */
    static String wholeBut(List<String> strings, String regex) {
        return "^(?!(?:" + anyOf(strings, false) + ")$)(?:" + regex + ")$";
    }

    /** Returns an expression for strings that match two expressions, of which the first may be null. */
    static String both(@Nullable String regex, String other) {
        return regex == null ? other : "(?=(?:" + regex + ")$)(?:" + other + ")";
    }

    /** Returns an expression for any of some strings, or an empty one for none. ECMA 262 has no inline flag for case. */
    static String anyOf(List<String> strings, boolean ignoreCase) {
        StringBuilder out = new StringBuilder();
        for (String text : strings) {
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
