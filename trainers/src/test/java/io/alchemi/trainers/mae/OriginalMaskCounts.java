package io.alchemi.trainers.mae;

/**
 * Mask counts of the Python implementation that ours does not have: those of its harness, and those of a class that its harness does
 * not use, whose counts are rounded half to even and limited to n.
 */
final class OriginalMaskCounts {
    private OriginalMaskCounts() {}

    /** The count of the harness, before it is limited to n: recorded loops were made with it. */
    static int droppedByHarness(int n, double ratio) {
        return Math.max(1, (int) (n * ratio));
    }

    static int spatialDropped(int n, double ratio) {
        return (int) Math.max(0, Math.min(n, Math.rint(n * ratio)));
    }

    /** A spectral mask that would drop nothing drops one band, if the ratio is positive. */
    static int spectralDropped(int n, double ratio) {
        int dropped = spatialDropped(n, ratio);
        return dropped == 0 && ratio > 0 ? 1 : dropped;
    }

    /** Counts per group of neighbours; grouping 0 is one group. The fallback of one band is seen in the last group. */
    static int[] droppedPerGroup(int n, double ratio, int grouping) {
        int size = grouping == 0 ? n : grouping;
        int groups = (n + size - 1) / size;
        int[] dropped = new int[groups];
        int total = 0;
        for (int group = 0; group < groups; group++) {
            dropped[group] = spatialDropped(Math.min(size, n - group * size), ratio);
            total += dropped[group];
        }
        if (total == 0 && ratio > 0) {
            dropped[groups - 1] = 1;
        }
        return dropped;
    }
}
