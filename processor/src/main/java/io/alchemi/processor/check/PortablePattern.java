package io.alchemi.processor.check;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a regular expression only Java reads, or reads otherwise than the JavaScript (ECMA-262) of JSON Schema and editors.
 *
 * <p>The loader matches with Java, an editor with JavaScript. A pattern that both accept and read differently would make them
 * disagree about a document without anybody's noticing.
 */
final class PortablePattern {
    /** Escaped letters and digits that both read alike; {@code \s} and {@code \b} are not: a blank is not one to both. */
    private static final String SHARED = "dDwWtnrfk123456789";

    private static final String SYNTAX = "^$\\.*+?()[]{}|/";
    private static final Set<String> CATEGORIES = Set.of(
            "L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po S Sm Sc Sk So Z Zs Zl Zp C Cc Cf Cs Co Cn"
                    .split(" "));

    private final String pattern;
    private int at;
    private boolean inBrackets;
    private boolean inBraces;
    /** Whether a quantifier stands directly before, so that a plus behind it is Java's own. */
    private boolean quantified;

    private PortablePattern(String pattern) {
        this.pattern = pattern;
    }

    /** The first such piece and what to write instead, or null; the pattern is one that Java accepts. */
    static @Nullable Foreign foreign(String pattern) {
        PortablePattern reading = new PortablePattern(pattern);
        Foreign found = null;
        while (found == null && reading.at < pattern.length()) {
            found = reading.next();
        }
        return found;
    }

    /**
     * A piece of a pattern.
     *
     * @param piece the piece as written
     * @param instead what to do about it, an order
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
                found = new Foreign("[]", "As the first sign in brackets write \\\\]");
            }
        } else if (c == '+' && quantified) {
            found = new Foreign("+", "Leave out the second sign: a plain quantifier accepts the same texts");
        } else if (pattern.startsWith("(?", at)) {
            found = group();
        } else if (c == '}' && !inBraces) {
            found = new Foreign("}", "Write \\\\} for the sign");
        }
        inBraces = c == '{' || (inBraces && c != '}');
        quantified = !quantified && (c == '*' || c == '+' || c == '?' || c == '}') && !pattern.startsWith("(?", at - 1);
        at++;
        return found;
    }

    private @Nullable Foreign inClass(char c) {
        if (c == '[') {
            return new Foreign(
                    "[", "Inside of brackets write \\\\[ for the sign, or put all signs into one pair of brackets");
        }
        if (pattern.startsWith("&&", at)) {
            return new Foreign("&&", "List the signs that are wanted");
        }
        inBrackets = c != ']';
        at++;
        quantified = false;
        return null;
    }

    private @Nullable Foreign group() {
        String behind = pattern.substring(at + 2);
        boolean shared =
                behind.startsWith(":") || behind.startsWith("=") || behind.startsWith("!") || behind.startsWith("<");
        if (shared) {
            return null;
        }
        return behind.startsWith(">")
                ? new Foreign("(?>", "Write (?: instead")
                : new Foreign(
                        pattern.substring(at, Math.min(pattern.length(), at + 3)) + "…",
                        "Spell both cases out, [aA], or put @IgnoreCase on an enum");
    }

    private @Nullable Foreign escape() {
        char c = pattern.charAt(at + 1);
        String piece = "\\" + c;
        quantified = false;
        if (c == 'p' || c == 'P') {
            return category(piece);
        } else if ("AzZGbB".indexOf(c) >= 0) {
            return new Foreign(piece, "Leave it out: a pattern always matches the whole text");
        }
        boolean shared = SHARED.indexOf(c) >= 0
                || SYNTAX.indexOf(c) >= 0
                || (c == '-' && inBrackets)
                || (c == 'x' && !pattern.startsWith("{", at + 2))
                || (c == 'u' && !pattern.startsWith("{", at + 2));
        at += 2;
        return shared
                ? null
                : new Foreign(piece, "Write the signs themselves, in brackets if there are several: [ \\\\t]");
    }

    private @Nullable Foreign category(String piece) {
        int end = pattern.startsWith("{", at + 2) ? pattern.indexOf('}', at) : at + 2;
        String whole = pattern.substring(at, end + 1);
        at = end + 1;
        return whole.length() > piece.length() + 1 && CATEGORIES.contains(whole.substring(3, whole.length() - 1))
                ? null
                : new Foreign(whole, "Write the signs in brackets, [A-Za-z], or a category in braces, \\\\p{L}");
    }
}
