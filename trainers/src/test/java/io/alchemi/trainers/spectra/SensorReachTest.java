package io.alchemi.trainers.spectra;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.schema.RecordSchema;
import io.alchemi.trainers.alignment.AlignmentExperimentLoader;
import io.alchemi.trainers.alignment.DataConfig;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The check of the configuration, {@link Sensor#isReachedBy}, matches the requirements of the projection. */
class SensorReachTest {
    @ParameterizedTest
    @EnumSource(Sensor.class)
    void onlyGridsThatReachTheSensorAreProjected(Sensor sensor) {
        double first = sensor.lowestNanometres();
        double end = sensor.highestNanometres();
        int reached = 0;
        int missed = 0;
        for (int num : new int[] {2, 9, 10, 20, 33, 64, 200}) {
            for (double more : new double[] {-300, -60, -21, -2, -1e-9, 0, 1e-9, 5, 70, 200}) {
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

    /** The rule's message has the ends in whole or half nanometres, rounded outwards; for EMIT these are its outer centres. */
    @ParameterizedTest
    @EnumSource(Sensor.class)
    void theMessageOfTheRuleHasTheEnds(Sensor sensor) {
        RecordSchema data = new AlignmentExperimentLoader().schema().records().get(DataConfig.class.getName());
        Matcher named = Pattern.compile(sensor.id() + " ([0-9.]+)-([0-9.]+)")
                .matcher(Objects.requireNonNull(data)
                        .rule("gridReachesTheSensor")
                        .sentence());
        assertThat(named.find()).isTrue();
        double lowest = Double.parseDouble(named.group(1));
        double highest = Double.parseDouble(named.group(2));

        if (sensor == Sensor.EMIT) {
            List<SensorBand> bands = sensor.usableBands();
            assertThat(lowest).isEqualTo(bands.get(0).center());
            assertThat(highest).isEqualTo(bands.get(bands.size() - 1).center());
        } else {
            assertThat(sensor.lowestNanometres() - lowest).isBetween(0.0, 1.0);
            assertThat(highest - sensor.highestNanometres()).isBetween(0.0, 1.0);
        }
    }

    @ParameterizedTest
    @EnumSource(Sensor.class)
    void theRuleOfTheContinuumWindowNamesTheOuterCentres(Sensor sensor) {
        RecordSchema root = new AlignmentExperimentLoader().schema().root();
        Matcher named = Pattern.compile(sensor.id() + " ([0-9.]+)-([0-9.]+)")
                .matcher(root.rule("windowIsOnBothAxes").sentence());
        assertThat(named.find()).isTrue();
        double lowest = Double.parseDouble(named.group(1));
        double highest = Double.parseDouble(named.group(2));

        assertThat(sensor.sees(lowest)).isTrue();
        assertThat(sensor.sees(lowest - 1)).isFalse();
        assertThat(sensor.sees(highest)).isTrue();
        assertThat(sensor.sees(highest + 1)).isFalse();
    }

    private static boolean canBeProjected(Sensor sensor, WavelengthGrid grid) {
        try {
            SensorProjection.of(sensor, grid);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
