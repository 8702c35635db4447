package io.alchemi.processor.check;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds parts of a regular expression that JavaScript (ECMA-262) rejects or interprets differently from Java.
 *
 * <p>The loader matches with Java, and editors match with JavaScript as JSON Schema requires. With a pattern that both accept but
 * interpret differently, they would silently disagree about a document.
 */
final class PortablePattern {
    /** Escaped letters and digits with the same meaning in both. {@code \s} and {@code \b} differ outside ASCII. */
    private static final String SHARED = "dDwWtnrfk123456789";

    private static final String SYNTAX = "^$\\.*+?()[]{}|/";
    private static final Set<String> CATEGORIES = Set.of(
            "L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po S Sm Sc Sk So Z Zs Zl Zp C Cc Cf Cs Co Cn"
                    .split(" "));

    private final String pattern;
    private int at;
    private boolean inBrackets;
    private boolean inBraces;
    /** True directly after a quantifier, where a plus makes it possessive, which only Java supports. */
    private boolean quantified;

    private PortablePattern(String pattern) {
        this.pattern = pattern;
    }

    /** Returns the first part of a pattern that is not portable, or null. Expects a pattern that Java accepts. */
    static @Nullable Foreign foreign(String pattern) {
        PortablePattern scan = new PortablePattern(pattern);
        Foreign found = null;
        while (found == null && scan.at < pattern.length()) {
            found = scan.next();
        }
        return found;
    }

    /**
     * A part of a pattern that is not portable.
     *
     * @param piece the part as written
     * @param instead an imperative sentence that says what to write instead, without a full stop
     */
    record Foreign(String piece, String instead) {}

    private @Nullable Foreign next() {
        char c = pattern.charAt(at);
        if (c == '\\') {
            return escape();
        }
        if (inBrackets) {
            return inClass(c);
        }
        Foreign found = null;
        if (c == '[') {
            inBrackets = true;
            if (pattern.startsWith("[]", at) || pattern.startsWith("[^]", at)) {
                found = new Foreign("[]", "Escape a ']' at the start of brackets as \\\\]");
            }
        } else if (c == '+' && quantified) {
            found = new Foreign("+", "Remove the second character to make the quantifier greedy");
        } else if (pattern.startsWith("(?", at)) {
            found = group();
        } else if (c == '}' && !inBraces) {
            found = new Foreign("}", "Escape it as \\\\}");
        }
        inBraces = c == '{' || (inBraces && c != '}');
        quantified = !quantified && (c == '*' || c == '+' || c == '?' || c == '}') && !pattern.startsWith("(?", at - 1);
        at++;
        return found;
    }

    private @Nullable Foreign inClass(char c) {
        if (c == '[') {
            return new Foreign(
                    "[", "Inside brackets, escape it as \\\\[, or list all characters in one pair of brackets");
        }
        if (pattern.startsWith("&&", at)) {
            return new Foreign("&&", "List the characters to match");
        }
        inBrackets = c != ']';
        at++;
        quantified = false;
        return null;
    }

    private @Nullable Foreign group() {
        String rest = pattern.substring(at + 2);
        boolean shared = rest.startsWith(":") || rest.startsWith("=") || rest.startsWith("!") || rest.startsWith("<");
        if (shared) {
            return null;
        }
        return rest.startsWith(">")
                ? new Foreign("(?>", "Use (?: instead")
                : new Foreign(
                        pattern.substring(at, Math.min(pattern.length(), at + 3)) + "…",
                        "List both cases, [aA], or use an enum with @IgnoreCase");
    }

    private @Nullable Foreign escape() {
        char c = pattern.charAt(at + 1);
        String piece = "\\" + c;
        quantified = false;
        if (c == 'p' || c == 'P') {
            return category(piece);
        } else if ("AzZ".indexOf(c) >= 0) {
            return new Foreign(piece, "Remove it: a pattern always matches the whole string");
        } else if ("GbB".indexOf(c) >= 0) {
            return new Foreign(piece, "Match the characters on both sides instead");
        }
        boolean shared = SHARED.indexOf(c) >= 0
                || SYNTAX.indexOf(c) >= 0
                || (c == '-' && inBrackets)
                || (c == 'x' && !pattern.startsWith("{", at + 2))
                || (c == 'u' && !pattern.startsWith("{", at + 2));
        at += 2;
        return shared
                ? null
                : new Foreign(piece, "Write the characters themselves, in brackets if there are several: [ \\\\t]");
    }

    private @Nullable Foreign category(String piece) {
        int end = pattern.startsWith("{", at + 2) ? pattern.indexOf('}', at) : at + 2;
        String whole = pattern.substring(at, end + 1);
        at = end + 1;
        return whole.length() > piece.length() + 1 && CATEGORIES.contains(whole.substring(3, whole.length() - 1))
                ? null
                : new Foreign(
                        whole, "List the characters in brackets, [A-Za-z], or use a category in braces, \\\\p{L}");
    }
}
