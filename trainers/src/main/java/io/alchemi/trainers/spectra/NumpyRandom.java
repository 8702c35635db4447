package io.alchemi.trainers.spectra;

/**
 * The generator behind numpy's {@code default_rng(seed)}: a seed sequence (O'Neill, <i>Developing a seed_seq alternative</i>, 2015)
 * that fills the state of PCG64 (O'Neill, <i>PCG: a family of simple fast space-efficient statistically good algorithms</i>, 2014;
 * XSL-RR 128/64), and {@link Ziggurat} normals.
 *
 * <p>Used only for matrices that must equal those of the Python implementation bit for bit. A run's own randomness comes from
 * {@link io.alchemi.training.random.RandomStream}.
 */
final class NumpyRandom {
    private static final int POOL = 4;
    private static final int INIT_A = 0x43b0d7e5;
    private static final int MULTIPLIER_A = 0x931e8875;
    private static final int INIT_B = 0x8b51f9dd;
    private static final int MULTIPLIER_B = 0x58f38ded;
    private static final int MIX_LEFT = 0xca01f9dd;
    private static final int MIX_RIGHT = 0x4973f715;
    private static final long PCG_HIGH = 0x2360ed051fc65da4L;
    private static final long PCG_LOW = 0x4385df649fccf645L;

    private final long[] state;
    private final long[] increment;

    NumpyRandom(long seed) {
        long[] words = stateWords(pool(seed));
        // An odd increment: the sequence number shifted left by one.
        increment = new long[] {(words[2] << 1) | (words[3] >>> 63), (words[3] << 1) | 1};
        state = new long[2];
        advance();
        add(state, words[0], words[1]);
        advance();
    }

    private static int[] pool(long seed) {
        int[] entropy = {(int) seed, (int) (seed >>> 32)};
        int[] pool = new int[POOL];
        int[] constant = {INIT_A};
        for (int i = 0; i < POOL; i++) {
            pool[i] = hash(i < entropy.length ? entropy[i] : 0, constant, MULTIPLIER_A);
        }
        for (int from = 0; from < POOL; from++) {
            for (int to = 0; to < POOL; to++) {
                if (from != to) {
                    pool[to] = mix(pool[to], hash(pool[from], constant, MULTIPLIER_A));
                }
            }
        }
        return pool;
    }

    private static int hash(int value, int[] constant, int multiplier) {
        int mixed = value ^ constant[0];
        constant[0] *= multiplier;
        mixed *= constant[0];
        return mixed ^ (mixed >>> 16);
    }

    private static int mix(int x, int y) {
        int mixed = x * MIX_LEFT - y * MIX_RIGHT;
        return mixed ^ (mixed >>> 16);
    }

    private static long[] stateWords(int[] pool) {
        int[] constant = {INIT_B};
        long[] words = new long[4];
        for (int i = 0; i < words.length; i++) {
            long low = Integer.toUnsignedLong(hash(pool[(2 * i) % POOL], constant, MULTIPLIER_B));
            long high = Integer.toUnsignedLong(hash(pool[(2 * i + 1) % POOL], constant, MULTIPLIER_B));
            words[i] = (high << 32) | low;
        }
        return words;
    }

    /** state = state * multiplier + increment, modulo 2^128. */
    private void advance() {
        // multiplyHigh is signed: it treats a factor of 2^63 or more as smaller by 2^64.
        long high = Math.multiplyHigh(state[1], PCG_LOW)
                + ((state[1] >> 63) & PCG_LOW)
                + state[0] * PCG_LOW
                + state[1] * PCG_HIGH;
        state[1] *= PCG_LOW;
        state[0] = high;
        add(state, increment[0], increment[1]);
    }

    private static void add(long[] to, long high, long low) {
        long sum = to[1] + low;
        to[0] += high + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
        to[1] = sum;
    }

    /** Returns 64 random bits. */
    long nextLong() {
        advance();
        return Long.rotateRight(state[0] ^ state[1], (int) (state[0] >>> 58));
    }

    /** Returns a multiple of 2^-53 in [0, 1). */
    double nextUniform() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Returns a draw from N(0, 1). */
    double nextNormal() {
        return Ziggurat.next(this);
    }

    /** Returns state and increment, each as upper and lower half. */
    long[] state() {
        return new long[] {state[0], state[1], increment[0], increment[1]};
    }
}
