package io.alchemi.trainers.spectra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the configuration checks, {@link Sensor#isReachedBy}, is what the projection needs. */
class SensorReachTest {
    /** How much wider than needed a grid may have to be, nm: the ends of the sensors are rounded outwards. */
    private static final double ROUNDING = 1;

    @ParameterizedTest
    @EnumSource(Sensor.class)
    void aGridThatReachesTheSensorIsProjectedAndOneThatDoesNotIsNot(Sensor sensor) {
        double first = sensor.usableBands().get(0).nanometres()[0];
        double[] last =
                sensor.usableBands().get(sensor.usableBands().size() - 1).nanometres();
        double end = last[last.length - 1];
        int reached = 0;
        int missed = 0;
        for (int num : new int[] {2, 9, 10, 20, 33, 64, 200}) {
            for (double more : new double[] {-300, -60, -21, -2, ROUNDING, 5, 70, 200}) {
                WavelengthGrid grid = WavelengthGrid.even(first - more, end + more, num);
                boolean expected = canBeProjected(sensor, grid);
                assertThat(sensor.isReachedBy(grid))
                        .as("%s, %s samples from %s to %s nm", sensor, num, grid.lowest(), grid.highest())
                        .isEqualTo(expected);
                reached += expected ? 1 : 0;
                missed += expected ? 0 : 1;
            }
        }
        assertThat(reached).isGreaterThan(10);
        assertThat(missed).isGreaterThan(10);
    }

    private static boolean canBeProjected(Sensor sensor, WavelengthGrid grid) {
        try {
            SensorProjection projection = SensorProjection.of(sensor, grid);
            return IntStream.range(0, projection.bands()).allMatch(band -> Double.isFinite(projection.weight(band, 0)));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
