package io.alchemi.config.testing;

import java.util.List;
import java.util.SplittableRandom;

/** Where a generator takes its decisions from: a random stream in tests, the bytes of a fuzzer in the deep run. */
public interface Decisions {
    /** A number from 0 on, less than a bound. */
    int below(int bound);

    /** True once in so many times. */
    default boolean oneIn(int times) {
        return below(times) == 0;
    }

    /** One of some values. */
    default <T> T pick(List<T> values) {
        return values.get(below(values.size()));
    }

    /** Decisions that a seed determines. */
    static Decisions ofSeed(long seed) {
        // The generator's own scrambling makes neighbouring seeds unlike.
        SplittableRandom random = new SplittableRandom(seed);
        return random::nextInt;
    }
}
