package io.alchemi.config.schema;

import java.math.BigDecimal;

/**
 * The values that a number may have.
 *
 * @param min the least value, or negative infinity
 * @param minExclusive whether {@code min} itself is outside
 * @param max the greatest value, or infinity
 * @param maxExclusive whether {@code max} itself is outside
 */
public record Bounds(double min, boolean minExclusive, double max, boolean maxExclusive) {
    /** Every number. */
    public static final Bounds NONE = new Bounds(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false);

    /** Whether every number is inside. */
    public boolean isNone() {
        return min == Double.NEGATIVE_INFINITY && max == Double.POSITIVE_INFINITY;
    }

    /** Whether a number is inside. */
    public boolean contains(double value) {
        return (minExclusive ? value > min : value >= min) && (maxExclusive ? value < max : value <= max);
    }

    /** Whether a number is inside that a double may not hold exactly. */
    public boolean contains(BigDecimal value) {
        int toMin = Double.isInfinite(min) ? 1 : value.compareTo(new BigDecimal(min));
        int toMax = Double.isInfinite(max) ? -1 : value.compareTo(new BigDecimal(max));
        return (minExclusive ? toMin > 0 : toMin >= 0) && (maxExclusive ? toMax < 0 : toMax <= 0);
    }
}
