package io.alchemi.trainers.spectra;

/** Sampled curves: even grids, linear interpolation, areas. */
final class Curves {
    private Curves() {}

    /** Returns evenly spaced numbers, both ends included, bit for bit those of numpy's {@code linspace}. */
    static double[] even(double start, double stop, int count) {
        double[] values = new double[Math.max(0, count)];
        double step = (stop - start) / (count - 1);
        for (int i = 0; i < count; i++) {
            values[i] = start + i * step;
        }
        if (count > 1) {
            values[count - 1] = stop;
        }
        return values;
    }

    /** Interpolates linearly. Outside the samples, returns the nearest value. */
    static double interpolate(double x, double[] xs, double[] ys) {
        int last = xs.length - 1;
        if (x <= xs[0]) {
            return ys[0];
        }
        if (x >= xs[last]) {
            return ys[last];
        }
        int left = segment(x, xs);
        double slope = (ys[left + 1] - ys[left]) / (xs[left + 1] - xs[left]);
        return ys[left] + slope * (x - xs[left]);
    }

    /** Returns the last index whose sample is at most x, for x inside the samples. */
    static int segment(double x, double[] xs) {
        int low = 0;
        int high = xs.length - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (xs[middle] <= x) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns the weight of each sample in the area under a curve, by the trapezoid rule. */
    static double[] trapezoidWeights(double[] xs) {
        double[] weights = new double[xs.length];
        for (int i = 0; i + 1 < xs.length; i++) {
            double half = (xs[i + 1] - xs[i]) / 2;
            weights[i] += half;
            weights[i + 1] += half;
        }
        return weights;
    }

    /** Returns the dot product. */
    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
