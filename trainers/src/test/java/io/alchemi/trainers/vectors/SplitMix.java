package io.alchemi.trainers.vectors;

import java.math.BigDecimal;

/** The generator of the vector files: values {@code 2u - 1} in [-1, 1), in the order of the file format. */
final class SplitMix {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private SplitMix() {}

    static double[] stream(long seed, int count) {
        double[] values = new double[count];
        long state = seed;
        for (int i = 0; i < count; i++) {
            state += GAMMA;
            long z = state;
            z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
            z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
            z ^= z >>> 31;
            values[i] = 2 * ((z >>> 11) * 0x1.0p-53) - 1;
        }
        return values;
    }

    /** Returns a sum without rounding errors, so that a summary does not depend on the order of addition. */
    static double exactSum(double[] values) {
        BigDecimal sum = BigDecimal.ZERO;
        for (double value : values) {
            sum = sum.add(new BigDecimal(value));
        }
        return sum.doubleValue();
    }
}
