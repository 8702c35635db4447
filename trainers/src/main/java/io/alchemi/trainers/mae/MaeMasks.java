package io.alchemi.trainers.mae;

import java.util.Arrays;

/**
 * Which tokens and which features of a step are kept; the same for every sample of the batch.
 *
 * <p>The first k entries of a random permutation are dropped, with k = max(1, trunc(n ratio)). The original drops one entry even at
 * ratio 0, and all of them at ratio 1, which makes attention not a number. Here ratio 0 drops none, and one entry is always kept.
 */
public final class MaeMasks {
    private final boolean[] keptTokens;
    private final boolean[] keptFeatures;

    /**
     * Takes two masks.
     *
     * @param keptTokens   T entries, true where the token is kept
     * @param keptFeatures D entries, true where the feature is kept
     */
    MaeMasks(boolean[] keptTokens, boolean[] keptFeatures) {
        this.keptTokens = keptTokens.clone();
        this.keptFeatures = keptFeatures.clone();
    }

    /**
     * Says how many entries are dropped.
     *
     * @param n     how many there are, at least 1
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
     * @param dropped     how many to drop; more than n drops all
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

    /** Keeps everything: spatial masking is off. */
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
     * Counts what is called "tokens" in the metrics, although it counts elements.
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
