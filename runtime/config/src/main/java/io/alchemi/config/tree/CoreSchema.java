package io.alchemi.config.tree;

/**
 * Resolves plain scalars by the YAML 1.2 core schema (YAML 1.2.2, section 10.3.2), as editors do. Hand-written, because loading
 * regular expressions would slow down every start.
 */
public final class CoreSchema {
    private CoreSchema() {}

    /** Returns the type of an unquoted scalar. */
    public static CoreType type(String text) {
        if (text.isEmpty()) {
            return CoreType.NULL;
        }
        return switch (text.charAt(0)) {
            case '~', 'n', 'N', 't', 'T', 'f', 'F' -> word(text);
            case '+', '-', '.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(text);
            default -> CoreType.STRING;
        };
    }

    private static CoreType word(String text) {
        return switch (text) {
            case "~", "null", "Null", "NULL" -> CoreType.NULL;
            case "true", "True", "TRUE", "false", "False", "FALSE" -> CoreType.BOOLEAN;
            default -> CoreType.STRING;
        };
    }

    private static CoreType number(String text) {
        if (text.startsWith("0o")) {
            return allDigits(text, 2, 8) ? CoreType.INTEGER : CoreType.STRING;
        }
        if (text.startsWith("0x")) {
            return allDigits(text, 2, 16) ? CoreType.INTEGER : CoreType.STRING;
        }
        int start = text.charAt(0) == '+' || text.charAt(0) == '-' ? 1 : 0;
        if (start < text.length() && digits(text, start) == text.length()) {
            return CoreType.INTEGER;
        }
        return isReal(text, start) ? CoreType.FLOAT : CoreType.STRING;
    }

    private static boolean allDigits(String text, int start, int radix) {
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 'f' || Character.digit(c, radix) < 0) {
                return false;
            }
        }
        return start < text.length();
    }

    private static boolean isReal(String text, int start) {
        return isDecimal(text, start) || isNotFinite(text.substring(start), start > 0);
    }

    private static boolean isNotFinite(String unsigned, boolean signed) {
        return switch (unsigned) {
            case ".inf", ".Inf", ".INF" -> true;
            case ".nan", ".NaN", ".NAN" -> !signed;
            default -> false;
        };
    }

    private static boolean isDecimal(String text, int start) {
        int at = digits(text, start);
        int whole = at - start;
        int fraction = 0;
        if (at < text.length() && text.charAt(at) == '.') {
            int end = digits(text, at + 1);
            fraction = end - at - 1;
            at = end;
        }
        if (whole + fraction == 0) {
            return false;
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                at++;
            }
            int end = digits(text, at);
            if (end == at) {
                return false;
            }
            at = end;
        }
        return at == text.length();
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
