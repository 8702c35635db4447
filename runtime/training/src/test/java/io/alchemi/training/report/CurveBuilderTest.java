package io.alchemi.training.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.alchemi.training.report.Curve.Point;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thinning out a curve must not change how it looks. */
class CurveBuilderTest {
    private static final int MOST = 2000;

    @Test
    void keepsEveryPointOfAShortCurve() {
        CurveBuilder builder = new CurveBuilder(MOST);
        for (int step = 1; step <= MOST; step++) {
            builder.add(step * 10L, Math.sin(step));
        }
        Curve curve = builder.build();
        assertThat(curve.isComplete()).isTrue();
        assertThat(curve.points()).hasSize(MOST);
        assertThat(curve.points().get(6)).isEqualTo(new Point(70, Math.sin(7), Math.sin(7)));
        assertThat(curve.last()).isEqualTo(Math.sin(MOST));
    }

    @ParameterizedTest
    @ValueSource(ints = {2_001, 2_665, 5_327, 100_003, 1_000_000})
    void keepsExtremesOfALongCurve(int steps) {
        CurveBuilder builder = new CurveBuilder(MOST);
        Random random = new Random(7);
        int low = random.nextInt(steps) + 1;
        int high = random.nextInt(steps) + 1;
        double sum = 0;
        for (int step = 1; step <= steps; step++) {
            double value = step == low ? -50 : step == high ? 70 : random.nextDouble();
            sum += value;
            builder.add(step, value);
        }
        Curve curve = builder.build();
        assertThat(curve.isComplete()).isFalse();
        assertThat(curve.points()).hasSizeBetween(MOST / 4, MOST);
        assertThat(curve.points()).anyMatch(point -> point.step() == low && point.value() == -50);
        assertThat(curve.points()).anyMatch(point -> point.step() == high && point.value() == 70);
        assertThat(curve.points()).isSortedAccordingTo((a, b) -> Long.compare(a.step(), b.step()));
        assertThat(curve.min()).extracting(Point::step, Point::value).containsExactly((long) low, -50.0);
        assertThat(curve.max()).extracting(Point::step, Point::value).containsExactly((long) high, 70.0);
        assertThat(curve.count()).isEqualTo(steps);
        double[] means = curve.points().stream()
                .mapToDouble(Point::mean)
                .filter(Double::isFinite)
                .toArray();
        assertThat(means).hasSizeBetween(MOST / 6, MOST / 3);
        // All intervals except the last one have the same length.
        assertThat(java.util.Arrays.stream(means).average().orElseThrow()).isCloseTo(sum / steps, within(0.02));
    }

    @Test
    void keepsGaps() {
        CurveBuilder builder = new CurveBuilder(MOST);
        for (int step = 1; step <= 500_000; step++) {
            boolean gap = step == 123_456 || step >= 490_000;
            builder.add(step, gap ? Double.NaN : step);
        }
        Curve curve = builder.build();
        assertThat(curve.points())
                .filteredOn(point -> Double.isNaN(point.value()))
                .satisfies(gaps -> {
                    assertThat(gaps.get(0).step()).isEqualTo(123_456);
                    assertThat(gaps.get(1).step()).isEqualTo(490_000);
                    assertThat(gaps).hasSizeGreaterThan(5);
                });
        assertThat(curve.gap()).isEqualTo(123_456);
        assertThat(curve.last()).isNull();
        assertThat(curve.max()).isEqualTo(new Point(489_999, 489_999, Double.NaN));
    }

    /** The worst case: every interval has a gap. */
    @Test
    void staysBelowTheLimitWithManyGaps() {
        CurveBuilder builder = new CurveBuilder(MOST);
        for (int step = 1; step <= 77_777; step++) {
            builder.add(step, step % 3 == 0 ? Double.POSITIVE_INFINITY : step % 7);
        }
        assertThat(builder.build().points()).hasSizeLessThanOrEqualTo(MOST);
    }

    @Test
    void ignoresStepsThatGoBack() {
        CurveBuilder builder = new CurveBuilder(MOST);
        builder.add(1, 1);
        builder.add(2, 2);
        builder.add(2, 3);
        builder.add(1, 4);
        builder.add(3, 5);
        assertThat(builder.build().points()).extracting(Point::value).containsExactly(1.0, 2.0, 5.0);
    }

    @Test
    void recognizesConstantCurves() {
        CurveBuilder builder = new CurveBuilder(MOST);
        assertThat(builder.build().constant()).isNull();
        builder.add(1, 8);
        assertThat(builder.build().constant()).isNull();
        builder.add(2, 8);
        assertThat(builder.build().constant()).isEqualTo(8);
        builder.add(3, Double.NaN);
        assertThat(builder.build().constant()).isNull();
    }
}
