package io.alchemi.training.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The points of a metric, thinned out if there are too many.
 *
 * @param points points in the order of their steps
 * @param count number of values before thinning, finite or not
 * @param last the last value, or null if it is not finite
 * @param min the smallest finite value, or null if there is none
 * @param max the largest finite value, or null if there is none
 * @param gap first step with a non-finite value, or null if there is none
 */
record Curve(
        List<Point> points,
        long count,
        @Nullable Double last,
        @Nullable Point min,
        @Nullable Point max,
        @Nullable Long gap) {

    /**
     * A value of a curve.
     *
     * @param step the step
     * @param value NaN if it is not finite
     * @param mean mean of the interval of the point; NaN at all but one point of an interval
     */
    record Point(long step, double value, double mean) {}

    /** Returns true if the curve was not thinned out. */
    boolean isComplete() {
        return points.size() == count;
    }

    /** Returns the value of a constant curve, or null if the curve is not constant. */
    @Nullable
    Double constant() {
        return gap == null && min != null && max != null && count > 1 && min.value() == max.value()
                ? min.value()
                : null;
    }
}
