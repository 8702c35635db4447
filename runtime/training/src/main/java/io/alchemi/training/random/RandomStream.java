package io.alchemi.training.random;

import java.nio.charset.StandardCharsets;

/**
 * An endless stream of random numbers with random access: elements can be computed in any order.
 *
 * <p>Element {@code i} is {@code mix(key + (i + 1) * GAMMA)} with the output function of SplitMix64 (Steele, Lea and Flood, <i>Fast
 * splittable pseudorandom number generators</i>, OOPSLA 2014). The key is a hash of seed, purpose and step. A purpose is any string that
 * names one use of randomness, such as {@code mae/tokens} or {@code dropout/enc.layers.0.dropout}. Two uses that must be independent need
 * two purposes, and renaming a purpose changes a run. Instances are immutable and thread-safe. The numbers are the same on every JDK,
 * platform and thread count.
 */
public final class RandomStream {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;
    private static final double UNIT = 0x1.0p-53;

    private final long key;

    /**
     * Creates the stream of a purpose in a step.
     *
     * @param seed    the run's seed, any value
     * @param purpose what the numbers are used for; streams of different purposes are independent
     * @param step    the step, counted from 1; 0 for numbers that are used once per run
     */
    public RandomStream(long seed, String purpose, long step) {
        this.key = mix(mix(mix(seed + GAMMA) ^ hash(purpose)) + step * GAMMA);
    }

    /**
     * Returns 64 random bits.
     *
     * @param index position in the stream, any value
     * @return element {@code index} of the stream
     */
    public long bits(long index) {
        return mix(key + (index + 1) * GAMMA);
    }

    /**
     * Returns a number from the uniform distribution.
     *
     * @param index position in the stream
     * @return a multiple of 2^-53 in [0, 1)
     */
    public double uniform(long index) {
        return (bits(index) >>> 11) * UNIT;
    }

    /**
     * Returns a number from the standard normal distribution, by the Box-Muller transform (1958).
     *
     * <p>Elements {@code 2j} and {@code 2j + 1} are the cosine and the sine of one pair. {@link StrictMath} gives the same bits on every
     * JDK.
     *
     * @param index position in the stream, at least 0
     * @return a draw from N(0, 1), at most 8.6 in magnitude
     */
    public double normal(long index) {
        long pair = index >> 1;
        double radius = radius(pair);
        double angle = angle(pair);
        return (index & 1) == 0 ? radius * StrictMath.cos(angle) : radius * StrictMath.sin(angle);
    }

    /**
     * Passes the first {@code count} normal draws to a consumer. The numbers are those of {@link #normal}, at half the cost.
     *
     * @param count number of draws
     * @param sink  receives each index with its draw, in order
     */
    public void normals(int count, Sink sink) {
        for (int i = 0; i < count; i += 2) {
            double radius = radius(i >> 1);
            double angle = angle(i >> 1);
            sink.accept(i, radius * StrictMath.cos(angle));
            if (i + 1 < count) {
                sink.accept(i + 1, radius * StrictMath.sin(angle));
            }
        }
    }

    /**
     * Returns a random permutation of {@code 0 .. n-1}, all equally likely (Fisher and Yates).
     *
     * @param n length of the permutation, at least 0
     * @return the numbers 0 to n-1, each once
     */
    public int[] permutation(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        for (int i = n - 1; i > 0; i--) {
            int j = below(i + 1, i);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        return order;
    }

    /** Scales the upper 32 bits to 0 .. bound-1. The bias is below bound / 2^32. */
    private int below(int bound, long index) {
        return (int) (((bits(index) >>> 32) * bound) >>> 32);
    }

    private double radius(long pair) {
        return StrictMath.sqrt(-2.0 * StrictMath.log(1.0 - uniform(2 * pair)));
    }

    private double angle(long pair) {
        return 2.0 * Math.PI * uniform(2 * pair + 1);
    }

    private static long mix(long state) {
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Returns the FNV-1a hash of the UTF-8 bytes, which is short and stable. The caller mixes it again. */
    private static long hash(String text) {
        long hash = FNV_OFFSET;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xFF)) * FNV_PRIME;
        }
        return hash;
    }

    /** Receives draws with their position in the stream. */
    @FunctionalInterface
    public interface Sink {
        /**
         * Receives one draw.
         *
         * @param index position in the stream
         * @param value the draw
         */
        void accept(int index, double value);
    }
}
