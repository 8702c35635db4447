package io.alchemi.config.value;

import java.math.BigDecimal;

/**
 * An amount of memory or of data. In YAML it is a number with a unit: {@code 4096B}, {@code 512MiB}, {@code 1.5GB}. {@code kB},
 * {@code MB}, {@code GB}, {@code TB} and {@code PB} are powers of 1000, {@code KiB}, {@code MiB}, {@code GiB}, {@code TiB} and
 * {@code PiB} powers of 1024.
 *
 * @param bytes the number of bytes, at least 0
 */
public record MemorySize(long bytes) implements Comparable<MemorySize> {
    /**
     * Matches the strings that {@link #parse} accepts, and those that are too large or less than a byte, in the common subset of
     * Java and ECMA 262.
     */
    public static final String REGEX = "[0-9]{1,19}(?:B|(?:\\.[0-9]{1,9})?(?:k|[KMGTP]i|[MGTP])B)";

    private static final String DECIMAL = "kMGTP";
    private static final String BINARY = "KMGTP";

    /**
     * Creates a size.
     *
     * @throws IllegalArgumentException if the number of bytes is negative
     */
    public MemorySize {
        if (bytes < 0) {
            throw new IllegalArgumentException("a memory size cannot be negative: " + bytes);
        }
    }

    /**
     * Parses a size. A fraction of a byte is dropped: {@code 0.1KiB} is 102 bytes.
     *
     * @param text a string that matches {@link #REGEX}
     * @throws IllegalArgumentException if the text is not a number with a unit, is larger than {@link Long#MAX_VALUE} bytes, or is
     *     less than a byte but not zero
     */
    public static MemorySize parse(String text) {
        int unit = 0;
        while (unit < text.length() && (Character.isDigit(text.charAt(unit)) || text.charAt(unit) == '.')) {
            unit++;
        }
        try {
            BigDecimal count = new BigDecimal(text.substring(0, unit));
            BigDecimal bytes = count.multiply(BigDecimal.valueOf(bytesOf(text.substring(unit))));
            long whole = bytes.toBigInteger().longValueExact();
            if (whole == 0 && bytes.signum() > 0) {
                throw new IllegalArgumentException("less than one byte");
            }
            return new MemorySize(whole);
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new IllegalArgumentException("not a memory size such as 512MiB, 1.5GB or 4096B: " + text, e);
        }
    }

    private static long bytesOf(String unit) {
        int decimal = unit.length() == 2 && unit.endsWith("B") ? DECIMAL.indexOf(unit.charAt(0)) + 1 : 0;
        int binary = unit.length() == 3 && unit.endsWith("iB") ? BINARY.indexOf(unit.charAt(0)) + 1 : 0;
        if (decimal + binary == 0 && !unit.equals("B")) {
            throw new IllegalArgumentException("unknown unit " + unit);
        }
        return power(1000, decimal) * power(1024, binary);
    }

    private static long power(long base, int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= base;
        }
        return power;
    }

    @Override
    public int compareTo(MemorySize other) {
        return Long.compare(bytes, other.bytes);
    }

    /** Returns the shortest whole number with a unit that is exactly this size: {@code 512MiB}, {@code 1500kB}, {@code 7B}. */
    @Override
    public String toString() {
        String shortest = bytes + "B";
        for (int i = DECIMAL.length(); i > 0; i--) {
            long limit = power(1000, 6 - i);
            shortest = shorter(shortest, power(1024, i), limit, BINARY.charAt(i - 1) + "iB");
            shortest = shorter(shortest, power(1000, i), limit, DECIMAL.charAt(i - 1) + "B");
        }
        return shortest;
    }

    private String shorter(String other, long unit, long limit, String name) {
        String text = bytes / unit + name;
        boolean exact = bytes > 0 && bytes % unit == 0 && bytes / unit < limit;
        return exact && text.length() < other.length() ? text : other;
    }
}
