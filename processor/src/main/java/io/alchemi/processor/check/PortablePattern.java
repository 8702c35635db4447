package io.alchemi.processor.check;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds parts of a regular expression that JavaScript (ECMA-262) rejects or interprets differently from Java.
 *
 * <p>The loader matches with Java, and editors match with JavaScript as JSON Schema requires. With a pattern that both accept but
 * interpret differently, they would silently disagree about a document.
 */
final class PortablePattern {
    /** Escaped letters with the same meaning in both, as well as categories. {@code \s} and {@code \b} differ outside ASCII. */
    private static final String SHARED = "dDwWtnrf";

    private static final String SYNTAX = "^$\\.*+?()[]{}|/";
    private static final String QUANTIFIERS = "*+?{";
    private static final List<String> ASSERTIONS = List.of("(?=", "(?!", "(?<=", "(?<!");
    private static final Set<String> CATEGORIES = Set.of(
            "L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po S Sm Sc Sk So Z Zs Zl Zp C Cc Cf Cs Co Cn"
                    .split(" "));

    private final String pattern;
    private final PatternGroups groups = new PatternGroups();

    private int at;
    /** Where a sequence of parts starts: the pattern, a group, or an alternative. */
    private int sequence;

    private boolean inBrackets;

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
        } else if (inBrackets) {
            return inClass(c);
        } else if (QUANTIFIERS.indexOf(c) >= 0) {
            return quantifier();
        }
        Foreign found = null;
        switch (c) {
            case '[' -> found = startOfClass();
            case '(' -> found = startOfGroup();
            case ')' -> found = endOfGroup();
            case '^', '$' -> found = quantified(String.valueOf(c));
            case ']', '}' -> found = new Foreign(String.valueOf(c), "Escape it as \\\\" + c);
            case '|' -> groups.alternative();
            default -> {}
        }
        at++;
        sequence = c == '(' || c == '|' ? at : sequence;
        return found;
    }

    private @Nullable Foreign quantifier() {
        int end = pattern.charAt(at) == '{' ? pattern.indexOf('}', at) : at;
        String piece = pattern.substring(at, end + 1);
        if (at == sequence) {
            return new Foreign(piece, "Write the part to repeat before it, or escape it as \\\\" + piece);
        }
        at = end + 1;
        if (pattern.startsWith("+", at)) {
            return new Foreign(piece + "+", "Remove the last '+', which makes the quantifier possessive");
        }
        at += pattern.startsWith("?", at) ? 1 : 0;
        return isQuantified(at)
                ? new Foreign(piece + pattern.charAt(at), "Put the quantified part in a group, (?:a{2}){3}")
                : null;
    }

    private boolean isQuantified(int next) {
        return next < pattern.length() && QUANTIFIERS.indexOf(pattern.charAt(next)) >= 0;
    }

    /** Returns an assertion that ends here if a quantifier follows it, or null. */
    private @Nullable Foreign quantified(String assertion) {
        return isQuantified(at + 1)
                ? new Foreign(
                        assertion + pattern.charAt(at + 1), "Remove the quantifier: an assertion matches no characters")
                : null;
    }

    private @Nullable Foreign startOfClass() {
        inBrackets = true;
        boolean isEmpty = pattern.startsWith("[]", at) || pattern.startsWith("[^]", at);
        return isEmpty ? new Foreign("[]", "Escape a ']' at the start of brackets as \\\\]") : null;
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
        return null;
    }

    private @Nullable Foreign startOfGroup() {
        for (String assertion : ASSERTIONS) {
            if (pattern.startsWith(assertion, at)) {
                groups.open(assertion);
                at += assertion.length() - 1;
                return null;
            }
        }
        if (pattern.startsWith("(?>", at)) {
            return new Foreign("(?>", "Use (?: instead");
        } else if (pattern.startsWith("(?:", at)) {
            groups.open("(");
            at += 2;
            return null;
        } else if (pattern.startsWith("(?", at) && !pattern.startsWith("(?<", at)) {
            return flags();
        }
        int end = pattern.startsWith("(?<", at) ? pattern.indexOf('>', at) : at;
        groups.capture(end == at ? "" : pattern.substring(at + 3, end));
        at = end;
        return null;
    }

    private Foreign flags() {
        int end = at + 2;
        while (pattern.charAt(end) != ':' && pattern.charAt(end) != ')') {
            end++;
        }
        String flags = pattern.substring(at + 2, end);
        String instead = "Remove the flag";
        if (flags.contains("i")) {
            instead = "List both cases, [aA], or use an enum with @IgnoreCase";
        } else if (flags.contains("s")) {
            instead = "Remove the flag, and write (?:.|\\\\n) for a '.' that also matches a line break";
        } else if (flags.contains("x")) {
            instead = "Remove the flag, with the spaces and comments that it allows";
        }
        return new Foreign("(?" + flags + "…", instead);
    }

    private @Nullable Foreign endOfGroup() {
        String start = groups.close(isQuantified(at + 1));
        return start.equals("(") ? null : quantified(start + "…)");
    }

    private @Nullable Foreign escape() {
        char c = pattern.charAt(at + 1);
        String piece = "\\" + c;
        if (c == 'p' || c == 'P') {
            return category(piece);
        } else if ((c >= '1' && c <= '9') || c == 'k') {
            return backReference(piece);
        }
        boolean inHex = (c == 'x' || c == 'u') && !pattern.startsWith("{", at + 2);
        boolean shared = SHARED.indexOf(c) >= 0 || SYNTAX.indexOf(c) >= 0 || (c == '-' && inBrackets) || inHex;
        at += 2;
        return shared ? range(piece, "dDwW".indexOf(c) >= 0) : new Foreign(piece, instead(c));
    }

    private static String instead(char escaped) {
        if (!Character.isLetterOrDigit(escaped)) {
            return "Remove the backslash";
        }
        return switch (escaped) {
            case 'A', 'z', 'Z' -> "Remove it: a pattern always matches the whole string";
            case 'G', 'b', 'B' -> "Match the characters on both sides instead";
            case 'Q', 'E' -> "Escape each special character instead, a\\\\.b";
            case 's', 'h', 'v', 'R' -> "Write the characters themselves, in brackets if there are several: [ \\\\t]";
            case 'S', 'H', 'V' -> "List the characters that do not match in brackets: [^ \\\\t]";
            default -> "Write the character itself, or its code in hexadecimal, \\\\x1B";
        };
    }

    /** Returns a set of characters if it is the start of a range, which JavaScript refuses, or null. */
    private @Nullable Foreign range(String set, boolean isSet) {
        boolean starts = isSet && inBrackets && pattern.startsWith("-", at) && !pattern.startsWith("-]", at);
        return starts ? new Foreign(set + "-", "Escape the '-' as \\\\-, or put it at the end of the brackets") : null;
    }

    private @Nullable Foreign category(String piece) {
        int end = pattern.startsWith("{", at + 2) ? pattern.indexOf('}', at) : at + 2;
        String whole = pattern.substring(at, end + 1);
        at = end + 1;
        return whole.length() > piece.length() + 1 && CATEGORIES.contains(whole.substring(3, whole.length() - 1))
                ? range(whole, true)
                : new Foreign(
                        whole, "List the characters in brackets, [A-Za-z], or use a category in braces, \\\\p{L}");
    }

    /** Returns a back reference if its group may not have matched, or null. */
    private @Nullable Foreign backReference(String piece) {
        int start = at + 3;
        boolean named = piece.equals("\\k");
        at = named ? pattern.indexOf('>', at) + 1 : at + 2;
        boolean longer = !named && at < pattern.length() && Character.isDigit(pattern.charAt(at));
        boolean isCertain = named
                ? groups.isCertain(pattern.substring(start, at - 1))
                : groups.isCertain(piece.charAt(1) - '0') && !longer;
        return isCertain
                ? null
                : new Foreign(piece, "Repeat the pattern of the group, and compare the parts in a @Rule");
    }
}
