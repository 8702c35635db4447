package io.alchemi.training.sweep;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Numbers between two bounds, which are exact. Other numbers are rounded, to integers or to few enough digits to be readable.
 *
 * @param low lowest number, with an exponent that a double can have
 * @param high highest number, with an exponent that a double can have
 * @param isLog true if the numbers have equal ratios, false if they have equal differences
 * @param isInteger true if the numbers are integers; the bounds are, too
 */
record NumberRange(BigDecimal low, BigDecimal high, boolean isLog, boolean isInteger) {
    private static final int LEAST_DIGITS = 4;
    private static final MathContext PRECISE = MathContext.DECIMAL128;

    /** How many numbers a random sampler can at least draw, so that a narrow range is not reduced to a few. */
    private static final int LEAST_NUMBERS = 100;

    NumberRange {
        low = canonical(low, isInteger);
        high = canonical(high, isInteger);
    }

    /** Returns a number in the form in which equal numbers are equal objects. */
    private static BigDecimal canonical(BigDecimal number, boolean isInteger) {
        return isInteger ? number.setScale(0, RoundingMode.HALF_EVEN) : number.stripTrailingZeros();
    }

    /** Returns the number of integers in this range, or infinity if it has other numbers too. */
    double size() {
        return isInteger ? high.subtract(low).doubleValue() + 1 : Double.POSITIVE_INFINITY;
    }

    /**
     * Returns evenly spaced numbers from the lowest to the highest one. If fewer numbers fit in this range, they are fewer.
     *
     * @param count how many numbers, at least 2
     */
    List<BigDecimal> spaced(int count) {
        List<BigDecimal> exact = new ArrayList<>();
        for (int i = 1; i < count - 1; i++) {
            exact.add(between(BigDecimal.valueOf(i), BigDecimal.valueOf(count - 1L)));
        }
        int digits = LEAST_DIGITS;
        LinkedHashSet<BigDecimal> numbers = rounded(exact, digits);
        while (numbers.size() < count && !isInteger && digits < PRECISE.getPrecision()) {
            digits++;
            numbers = rounded(exact, digits);
        }
        return List.copyOf(numbers);
    }

    private LinkedHashSet<BigDecimal> rounded(List<BigDecimal> exact, int digits) {
        LinkedHashSet<BigDecimal> numbers = new LinkedHashSet<>();
        numbers.add(low);
        exact.forEach(number -> numbers.add(rounded(number, digits)));
        numbers.add(high);
        return numbers;
    }

    /**
     * Returns a number of this range.
     *
     * @param part position, from 0 to less than 1; all integers of a linear range have equal shares
     * @param count how many different numbers are needed
     */
    BigDecimal at(double part, int count) {
        if (isInteger && !isLog) {
            BigDecimal integers = high.subtract(low).add(BigDecimal.ONE);
            return low.add(integers.multiply(new BigDecimal(part))).setScale(0, RoundingMode.FLOOR);
        }
        return rounded(between(new BigDecimal(part), BigDecimal.ONE), digits(Math.max(count, LEAST_NUMBERS)));
    }

    /** Returns the smallest number of digits with which this range has some different numbers. */
    private int digits(int count) {
        BigDecimal width = high.subtract(low);
        BigDecimal largest = low.abs().max(high.abs());
        int exponent = largest.precision() - largest.scale();
        int digits = LEAST_DIGITS;
        while (width.scaleByPowerOfTen(digits - exponent).compareTo(BigDecimal.valueOf(count)) < 0) {
            digits++;
        }
        return digits;
    }

    private BigDecimal between(BigDecimal part, BigDecimal whole) {
        if (!isLog) {
            BigDecimal above = high.subtract(low).multiply(part).divide(whole, PRECISE);
            return low.add(above, PRECISE);
        }
        BigDecimal ratio = high.divide(low, PRECISE); // Too large for a double, as its parts may be.
        int exponent = ratio.precision() - ratio.scale();
        double log10 =
                exponent + StrictMath.log10(ratio.scaleByPowerOfTen(-exponent).doubleValue());
        double power = log10 * part.divide(whole, PRECISE).doubleValue();
        int scale = (int) Math.floor(power);
        BigDecimal factor = new BigDecimal(StrictMath.pow(10, power - scale)).scaleByPowerOfTen(scale);
        return low.multiply(factor, PRECISE);
    }

    /** Rounds a number, but not out of this range. */
    private BigDecimal rounded(BigDecimal number, int digits) {
        BigDecimal rounded = isInteger ? number : number.round(new MathContext(digits));
        return canonical(rounded, isInteger).max(low).min(high);
    }
}
