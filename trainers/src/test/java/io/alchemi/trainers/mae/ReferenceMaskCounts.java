package io.alchemi.trainers.mae;

/**
 * Mask counts of the Python implementation that Alchemi does not have: those of its harness, and those of a class that its harness does
 * not use, whose counts are rounded half to even and limited to n.
 */
final class ReferenceMaskCounts {
    private ReferenceMaskCounts() {}

    /** Returns the count of the harness, which the recorded loops used, before it is limited to n. */
    static int droppedByHarness(int n, double ratio) {
        return Math.max(1, (int) (n * ratio));
    }

    static int spatialDropped(int n, double ratio) {
        return (int) Math.max(0, Math.min(n, Math.rint(n * ratio)));
    }

    /** Returns the spectral count. A mask that would drop nothing drops one band if the ratio is positive. */
    static int spectralDropped(int n, double ratio) {
        int dropped = spatialDropped(n, ratio);
        return dropped == 0 && ratio > 0 ? 1 : dropped;
    }

    /** Returns the counts per group of neighbours. Grouping 0 is one group. The fallback of one band is visible in the last group. */
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
