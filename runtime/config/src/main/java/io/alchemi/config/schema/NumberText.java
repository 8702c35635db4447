package io.alchemi.config.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Parses numbers of the YAML 1.2 core schema. All methods require text that the core schema resolves to a number. */
public final class NumberText {
    /** The maximum number of digits of an integer. More digits fit only arbitrary-precision types, and waste memory. */
    private static final int MAX_DIGITS = 400;

    /** The maximum length of a number. Longer numbers fit no type either, and parsing them takes quadratic time. */
    private static final int MAX_LENGTH = 10 * MAX_DIGITS;

    /** The length of a number with a sign that always fits a long. */
    private static final int LONG_DIGITS = 18;

    private NumberText() {}

    /**
     * Returns the integer value of a number, also of {@code 64.0} and {@code 1e3}, or null if it is not an integer, not finite, or
     * has more than 400 digits.
     */
    public static @Nullable BigInteger integer(String text) {
        if (text.length() > MAX_LENGTH) {
            return null;
        }
        if (text.startsWith("0x")) {
            return new BigInteger(text.substring(2), 16);
        }
        if (text.startsWith("0o")) {
            return new BigInteger(text.substring(2), 8);
        }
        if (isDigits(text)) {
            if (text.length() <= LONG_DIGITS) {
                return BigInteger.valueOf(Long.parseLong(text));
            }
            return text.length() > MAX_DIGITS ? null : new BigInteger(text.charAt(0) == '+' ? text.substring(1) : text);
        }
        return isFinite(text) ? integerOfDecimal(text) : null;
    }

    private static @Nullable BigInteger integerOfDecimal(String text) {
        try {
            BigDecimal value = new BigDecimal(text);
            if (value.signum() == 0) {
                return BigInteger.ZERO;
            } else if (value.precision() - (long) value.scale() > MAX_DIGITS || value.scale() > 10L * MAX_DIGITS) {
                return null;
            }
            return value.toBigIntegerExact();
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    /** Returns true if a number for which {@link #integer} is null is an integer with too many digits. */
    public static boolean isTooLong(String text) {
        if (isDigits(text) || text.startsWith("0x") || text.startsWith("0o")) {
            return true;
        } else if (!isFinite(text)) {
            return false;
        }
        BigDecimal value = decimal(text);
        return value == null || value.stripTrailingZeros().scale() <= 0;
    }

    /** Returns the value of a finite decimal number, or null if it is longer than 4,000 characters or its exponent does not fit. */
    public static @Nullable BigDecimal decimal(String text) {
        try {
            return text.length() > MAX_LENGTH ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Returns the value of an integer that passed the check. */
    static BigInteger bigInteger(String text) {
        BigInteger value = integer(text);
        if (value == null) {
            throw new NumberFormatException(text);
        }
        return value;
    }

    /** Returns the value of an integer that passed the check and fits a {@code long}. */
    public static long longOf(String text) {
        if (text.length() <= LONG_DIGITS && isDigits(text)) {
            return Long.parseLong(text);
        }
        return bigInteger(text).longValueExact();
    }

    /** Returns the value of a decimal number, which may be infinite. */
    public static double doubleOf(String text) {
        if (!isFinite(text)) {
            return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return Double.parseDouble(text);
    }

    /** Returns true unless the number is {@code .inf} or {@code .nan}. */
    public static boolean isFinite(String text) {
        char last = text.charAt(text.length() - 1);
        return (last >= '0' && last <= '9') || last == '.';
    }

    /** Returns true if a decimal number has leading zeros, for example {@code 010}. */
    public static boolean hasLeadingZero(String text) {
        int start = text.charAt(0) == '+' || text.charAt(0) == '-' ? 1 : 0;
        return start + 1 < text.length()
                && text.charAt(start) == '0'
                && text.charAt(start + 1) >= '0'
                && text.charAt(start + 1) <= '9';
    }

    /** Formats a number, without a fraction if it is an integer. */
    public static String write(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e16
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static boolean isDigits(String text) {
        for (int i = text.charAt(0) == '+' || text.charAt(0) == '-' ? 1 : 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
