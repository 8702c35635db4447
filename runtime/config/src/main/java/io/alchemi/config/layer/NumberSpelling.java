package io.alchemi.config.layer;

import io.alchemi.config.schema.NumberText;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Writes numbers in the spelling that parsers of YAML 1.1, such as PyYAML, take for numbers too: they require a point before an exponent
 * and a sign in it. Depends on the text alone, because {@code Double.toString} differs between versions of Java.
 */
final class NumberSpelling {
    /** The numbers from 1e-7 to below 1e16 are written without an exponent. */
    private static final int LOWEST_EXPONENT = -7;

    private static final int HIGHEST_EXPONENT = 15;

    private NumberSpelling() {}

    /** Returns an integer in decimal, or the same text if it has too many digits. */
    static String integer(String text) {
        BigInteger value = NumberText.integer(text);
        return value == null ? text : value.toString();
    }

    /** Returns a number without a fraction of zeros, or the same text if it is not finite or too long. */
    static String decimal(String text) {
        BigDecimal value = NumberText.isFinite(text) ? NumberText.decimal(text) : null;
        if (value == null) {
            return text;
        } else if (value.signum() == 0) {
            return text.startsWith("-") ? "-0.0" : "0";
        }
        BigDecimal stripped = value.stripTrailingZeros();
        long exponent = exponent(stripped);
        return exponent < LOWEST_EXPONENT || exponent > HIGHEST_EXPONENT
                ? scientific(stripped, exponent, "0")
                : stripped.toPlainString();
    }

    /** Returns a number with its zeros, which belong to the value of a {@link BigDecimal}. */
    static String exact(String text) {
        BigDecimal value = NumberText.isFinite(text) ? NumberText.decimal(text) : null;
        if (value == null) {
            return text;
        }
        long exponent = exponent(value);
        boolean isPlain = value.scale() >= 0 && exponent >= LOWEST_EXPONENT;
        return isPlain ? value.toPlainString() : scientific(value, exponent, "");
    }

    private static long exponent(BigDecimal value) {
        return (long) value.precision() - value.scale() - 1;
    }

    private static String scientific(BigDecimal value, long exponent, String noFraction) {
        String digits = value.unscaledValue().abs().toString();
        return (value.signum() < 0 ? "-" : "")
                + digits.charAt(0)
                + "."
                + (digits.length() == 1 ? noFraction : digits.substring(1))
                + (exponent < 0 ? "e-" : "e+")
                + Math.abs(exponent);
    }
}
