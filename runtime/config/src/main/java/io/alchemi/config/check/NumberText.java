package io.alchemi.config.check;

import io.alchemi.config.tree.ScalarKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Reads numbers of the YAML 1.2 core schema. */
public final class NumberText {
    /** How many digits a whole number may have: more fit no type but the unlimited one, and only cost memory. */
    static final int MOST_DIGITS = 400;

    /** Longer texts fit none of our types either, and reading them takes time that grows with the square. */
    private static final int LONGEST = 10 * MOST_DIGITS;

    private NumberText() {}

    /**
     * The whole number that a text of kind {@link ScalarKind#INTEGER} or {@link ScalarKind#REAL} says: also {@code 64.0} and
     * {@code 1e3}.
     *
     * @return the number, or null if it is not whole, not finite, or beyond 400 digits
     */
    public static @Nullable BigInteger whole(String text, ScalarKind kind) {
        if (text.length() > LONGEST) {
            return null;
        }
        if (text.startsWith("0x")) {
            return new BigInteger(text.substring(2), 16);
        }
        if (text.startsWith("0o")) {
            return new BigInteger(text.substring(2), 8);
        }
        if (kind == ScalarKind.INTEGER) {
            return text.length() > MOST_DIGITS ? null : new BigInteger(unsigned(text));
        }
        if (!isFinite(text)) {
            return null;
        }
        try {
            BigDecimal value = new BigDecimal(text);
            if (value.signum() == 0) {
                return BigInteger.ZERO;
            } else if (value.precision() - (long) value.scale() > MOST_DIGITS || value.scale() > 10L * MOST_DIGITS) {
                return null;
            }
            return value.toBigIntegerExact();
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    /** Whether a text says a whole number with too many digits. */
    static boolean isTooLong(String text, ScalarKind kind) {
        if (kind == ScalarKind.INTEGER) {
            return true; // No other reason keeps one from being read.
        } else if (!isFinite(text)) {
            return false;
        }
        BigDecimal value = decimal(text);
        return value == null || value.stripTrailingZeros().scale() <= 0;
    }

    /** The decimal number of a finite text, or null if its exponent is beyond all reason. */
    static @Nullable BigDecimal decimal(String text) {
        try {
            return text.length() > LONGEST ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** The whole number of a text that passed the check of an integer. */
    public static BigInteger bigInteger(String text) {
        BigInteger whole = whole(text, isPlainDecimal(text) ? ScalarKind.INTEGER : ScalarKind.REAL);
        if (whole == null) {
            throw new NumberFormatException(text);
        }
        return whole;
    }

    /** The whole number of a text that passed the check of an integer that fits a {@code long}. */
    public static long wholeLong(String text) {
        if (text.length() <= 18 && isPlainDecimal(text)) {
            return Long.parseLong(text);
        }
        return bigInteger(text).longValueExact();
    }

    /** The number of a text of kind {@link ScalarKind#INTEGER}, decimal, or {@link ScalarKind#REAL}; may be infinite. */
    public static double real(String text) {
        if (!isFinite(text)) {
            return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return Double.parseDouble(text);
    }

    /** Whether a text of kind {@link ScalarKind#REAL} is neither {@code .inf} nor {@code .nan}. */
    private static boolean isFinite(String text) {
        char last = text.charAt(text.length() - 1);
        return (last >= '0' && last <= '9') || last == '.';
    }

    /** Whether zeros stand before a decimal number, as in {@code 010}. */
    public static boolean hasLeadingZero(String text) {
        int start = text.charAt(0) == '+' || text.charAt(0) == '-' ? 1 : 0;
        return start + 1 < text.length()
                && text.charAt(start) == '0'
                && text.charAt(start + 1) >= '0'
                && text.charAt(start + 1) <= '9';
    }

    private static boolean isPlainDecimal(String text) {
        for (int i = text.charAt(0) == '+' || text.charAt(0) == '-' ? 1 : 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static String unsigned(String text) {
        return text.charAt(0) == '+' ? text.substring(1) : text;
    }
}
