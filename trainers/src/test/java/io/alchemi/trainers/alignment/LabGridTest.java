package io.alchemi.trainers.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.alchemi.config.ConfigException;
import org.junit.jupiter.api.Test;

class LabGridTest {
    @Test
    void wavelengthsTooCloseToIncreaseViolateTheRule() {
        ConfigException refused = catchThrowableOfType(
                ConfigException.class,
                () -> new AlignmentExperimentLoader()
                        .load("data: {lab_grid_nm: {start: 380, stop: 380.00000000000006, num: 256}}"));

        assertThat(refused.diagnostics())
                .extracting(problem -> problem.id().code() + " " + problem.message())
                .containsExactly("ALC305 'data.lab_grid_nm': "
                        + "start must be below stop, far enough apart for num different wavelengths");
    }

    @Test
    void theClosestAllowedWavelengthsIncrease() {
        for (double start : new double[] {1e-9, 0.1, 380, 511.9999999999, 13257}) {
            for (int num = 2; num < 3000; num = num * 3 / 2 + 1) {
                double stop = start;
                double step = Math.ulp(start);
                while (!LabGrid.Even.wavelengthsIncrease(start, stop, num)) {
                    step *= 1.01;
                    stop = start + step;
                }
                assertThat(new LabGrid.Even(start, stop, num).wavelengths().size())
                        .isEqualTo(num);
            }
        }
    }
}
