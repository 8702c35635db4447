package io.alchemi.trainers.mae;

import java.util.Arrays;

/**
 * The kept tokens and features of a step, the same for every sample of the batch.
 *
 * <p>The first k entries of a random permutation are dropped, with k = max(1, trunc(n ratio)). The Python implementation drops one
 * entry even at ratio 0, and all of them at ratio 1, which makes attention NaN. Here ratio 0 drops none, and one entry is always kept.
 */
public final class MaeMasks {
    private final boolean[] keptTokens;
    private final boolean[] keptFeatures;

    /**
     * Creates the masks.
     *
     * @param keptTokens   T entries, true where the token is kept
     * @param keptFeatures D entries, true where the feature is kept
     */
    MaeMasks(boolean[] keptTokens, boolean[] keptFeatures) {
        this.keptTokens = keptTokens.clone();
        this.keptFeatures = keptFeatures.clone();
    }

    /**
     * Returns the number of dropped entries.
     *
     * @param n     number of entries, at least 1
     * @param ratio share to drop, in [0, 1]
     * @return 0 for ratio 0, else max(1, trunc(n ratio)), but at most n - 1
     */
    public static int dropped(int n, double ratio) {
        return ratio == 0 ? 0 : Math.min(n - 1, Math.max(1, (int) (n * ratio)));
    }

    /**
     * Drops the first entries of a permutation.
     *
     * @param permutation the numbers 0 to n-1 in random order
     * @param dropped     number of entries to drop; more than n drops all
     * @return n entries, true where kept
     */
    static boolean[] keepAllBut(int[] permutation, int dropped) {
        boolean[] kept = new boolean[permutation.length];
        Arrays.fill(kept, true);
        for (int i = 0; i < Math.min(dropped, permutation.length); i++) {
            kept[permutation[i]] = false;
        }
        return kept;
    }

    /** Returns a mask that keeps everything, for disabled spatial masking. */
    static boolean[] keepAll(int n) {
        boolean[] kept = new boolean[n];
        Arrays.fill(kept, true);
        return kept;
    }

    /**
     * Returns the spatial mask.
     *
     * @return T entries, true where the token is kept; a copy
     */
    public boolean[] keptTokens() {
        return keptTokens.clone();
    }

    /**
     * Returns the spectral mask.
     *
     * @return D entries, true where the feature is kept; a copy
     */
    public boolean[] keptFeatures() {
        return keptFeatures.clone();
    }

    /**
     * Returns the number of kept elements, which the metrics call "tokens".
     *
     * @param batchSize B
     * @return B times kept tokens times kept features
     */
    public long activeElements(int batchSize) {
        return (long) batchSize * count(keptTokens) * count(keptFeatures);
    }

    private static int count(boolean[] kept) {
        int count = 0;
        for (boolean one : kept) {
            count += one ? 1 : 0;
        }
        return count;
    }
}
