package io.alchemi.trainers.spectra;

import java.util.Arrays;

/**
 * Population statistics of the bands of one spectrum, as numpy computes them.
 *
 * <p>Sums are pairwise, in numpy's order. The mean of equal numbers then has the same rounding error as in numpy, which matters where a
 * spread near zero is floored.
 */
final class BandStatistics {
    private static final int LANES = 8;
    private static final int BLOCK = 128;

    private BandStatistics() {}

    static double mean(double[] values) {
        return sum(values, 0, values.length) / values.length;
    }

    /** Returns the root mean squared distance from a given mean. */
    static double deviation(double[] values, double mean) {
        double[] squares = new double[values.length];
        for (int i = 0; i < squares.length; i++) {
            squares[i] = (values[i] - mean) * (values[i] - mean);
        }
        return Math.sqrt(mean(squares));
    }

    /** Returns the quantile for a share, interpolated linearly. */
    static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        double weight = place - below;
        double gap = sorted[above] - sorted[below];
        return weight < 0.5 ? sorted[below] + gap * weight : sorted[above] - gap * (1 - weight);
    }

    /** Returns the median; of an even number of values, the mean of the middle two. */
    static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Returns the median distance between neighbours. */
    static double medianSpacing(double[] axis) {
        double[] gaps = new double[axis.length - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = Math.abs(axis[i + 1] - axis[i]);
        }
        Arrays.sort(gaps);
        return median(gaps);
    }

    private static double sum(double[] values, int from, int count) {
        if (count < LANES) {
            double sum = 0;
            for (int i = 0; i < count; i++) {
                sum += values[from + i];
            }
            return sum;
        }
        if (count > BLOCK) {
            int half = count / 2 / LANES * LANES;
            return sum(values, from, half) + sum(values, from + half, count - half);
        }
        return sumOfBlock(values, from, count);
    }

    private static double sumOfBlock(double[] values, int from, int count) {
        double[] lane = Arrays.copyOfRange(values, from, from + LANES);
        int i = LANES;
        for (; i < count - count % LANES; i += LANES) {
            for (int j = 0; j < LANES; j++) {
                lane[j] += values[from + i + j];
            }
        }
        double sum = ((lane[0] + lane[1]) + (lane[2] + lane[3])) + ((lane[4] + lane[5]) + (lane[6] + lane[7]));
        for (; i < count; i++) {
            sum += values[from + i];
        }
        return sum;
    }
}
