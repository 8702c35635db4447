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
    /** Names of {@code \p} that Java alone knows; those of categories, scripts and binary properties are the same. */
    private static final Set<String> JAVA_CLASSES = Set.of(
            "Lower", "Upper", "Alpha", "Digit", "Alnum", "Punct", "Graph", "Print", "Blank", "Cntrl", "XDigit",
            "Space");

    private final String pattern;
    private int at;
    private boolean inBrackets;
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
        }
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
        boolean shared = behind.startsWith(":")
                || behind.startsWith("=")
                || behind.startsWith("!")
                || (behind.startsWith("<") && !behind.startsWith("<>"));
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
        if (c == 'p' || c == 'P') {
            int end = pattern.startsWith("{", at + 2) ? pattern.indexOf('}', at) : -1;
            String name = end < 0 ? "" : pattern.substring(at + 3, end);
            if (end < 0 || JAVA_CLASSES.contains(name) || name.matches("(Is|In|java)\\p{Lu}.*")) {
                String whole = end < 0 ? piece + pattern.charAt(at + 2) : pattern.substring(at, end + 1);
                return new Foreign(whole, "Write the signs in brackets, [A-Za-z], or a category in braces, \\p{L}");
            }
            at = end + 1;
        } else if ("AzZG".indexOf(c) >= 0) {
            return new Foreign(piece, "Leave it out: a pattern always matches the whole text");
        } else if ("QEhHRXVvaeN0".indexOf(c) >= 0 || pattern.startsWith("\\x{", at)) {
            return new Foreign(piece, "Write the signs themselves, in brackets if there are several");
        } else {
            at += 2;
        }
        quantified = false;
        return null;
    }
}
