package io.alchemi.training.report;

import io.alchemi.training.report.Curve.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Thins out a metric of any length while it is read. Values are collected in intervals of equal length. When there are too many intervals,
 * neighbours are merged. The smallest, the largest and the first non-finite value of each interval are kept.
 */
final class CurveBuilder {
    private static final int POINTS_OF_INTERVAL = 3;

    private final int mostPoints;
    private List<Interval> intervals = new ArrayList<>();
    private int length = 1;
    private long count;
    private long lastStep = Long.MIN_VALUE;
    private double last = Double.NaN;

    /** Values of neighbouring steps. */
    private static final class Interval {
        private @Nullable Point min;
        private @Nullable Point max;
        private long gap = -1;
        private double sum;
        private int finite;
        private int all;

        void add(long step, double value) {
            all++;
            if (!Double.isFinite(value)) {
                gap = gap < 0 ? step : gap;
                return;
            }
            sum += value;
            finite++;
            Point point = new Point(step, value, Double.NaN);
            min = smaller(min, point);
            max = larger(max, point);
        }

        void add(Interval next) {
            all += next.all;
            sum += next.sum;
            finite += next.finite;
            gap = gap < 0 ? next.gap : gap;
            min = smaller(min, next.min);
            max = larger(max, next.max);
        }

        private static @Nullable Point smaller(@Nullable Point first, @Nullable Point second) {
            return first == null || (second != null && second.value() < first.value()) ? second : first;
        }

        private static @Nullable Point larger(@Nullable Point first, @Nullable Point second) {
            return first == null || (second != null && second.value() > first.value()) ? second : first;
        }

        void addTo(List<Point> points) {
            List<Point> own = new ArrayList<>();
            if (min != null && max != null) {
                own.add(min);
                if (max.step() != min.step()) {
                    own.add(max);
                }
            }
            own.sort(Comparator.comparingLong(Point::step));
            if (!own.isEmpty()) {
                Point first = own.get(0);
                own.set(0, new Point(first.step(), first.value(), sum / finite));
            }
            if (gap >= 0) {
                own.add(new Point(gap, Double.NaN, Double.NaN));
                own.sort(Comparator.comparingLong(Point::step));
            }
            points.addAll(own);
        }
    }

    /** @param mostPoints maximum number of points of the curve, at least 6 */
    CurveBuilder(int mostPoints) {
        this.mostPoints = mostPoints;
    }

    /** Adds a value. Steps must increase; a value at an earlier step is ignored. */
    void add(long step, double value) {
        if (step > lastStep) {
            lastStep = step;
            last = value;
            count++;
            open().add(step, value);
        }
    }

    /** Returns the interval for the next value. */
    private Interval open() {
        if (allFull()) {
            while (intervals.size() >= (length == 1 ? mostPoints : mostPoints / POINTS_OF_INTERVAL)) {
                joinNeighbours();
            }
            if (allFull()) {
                intervals.add(new Interval());
            }
        }
        return intervals.get(intervals.size() - 1);
    }

    private boolean allFull() {
        return intervals.isEmpty() || intervals.get(intervals.size() - 1).all == length;
    }

    private void joinNeighbours() {
        List<Interval> joined = new ArrayList<>();
        for (int i = 0; i < intervals.size(); i += 2) {
            Interval interval = intervals.get(i);
            if (i + 1 < intervals.size()) {
                interval.add(intervals.get(i + 1));
            }
            joined.add(interval);
        }
        intervals = joined;
        length *= 2;
    }

    /** Returns the curve of all values so far. */
    Curve build() {
        List<Point> points = new ArrayList<>();
        Interval whole = new Interval();
        for (Interval interval : intervals) {
            interval.addTo(points);
            whole.add(interval);
        }
        return new Curve(
                List.copyOf(points),
                count,
                Double.isFinite(last) ? last : null,
                whole.min,
                whole.max,
                whole.gap < 0 ? null : whole.gap);
    }
}
