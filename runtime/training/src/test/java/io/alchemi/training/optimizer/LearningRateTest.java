package io.alchemi.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.alchemi.training.optimizer.LearningRate.Schedule;
import org.junit.jupiter.api.Test;

class LearningRateTest {
    @Test
    void warmsUpLinearlyThenStaysConstant() {
        LearningRate rate = new LearningRate(0.8, 4, Schedule.CONSTANT, 10);
        double[] expected = {0.2, 0.4, 0.6, 0.8, 0.8, 0.8};
        for (int step = 1; step <= expected.length; step++) {
            assertThat(rate.at(step)).isCloseTo(expected[step - 1], within(1e-15));
        }
        assertThat(rate.at(1_000_000)).isEqualTo(0.8);
    }

    @Test
    void withoutWarmupTheFirstStepHasTheMaximumRate() {
        assertThat(new LearningRate(0.8, 0, Schedule.CONSTANT, 10).at(1)).isEqualTo(0.8);
        assertThat(new LearningRate(0.8, 0, Schedule.COSINE, 10).at(1)).isEqualTo(0.8);
    }

    @Test
    void fallsAsHalfACosineWithAPositiveRateInEveryStep() {
        LearningRate rate = new LearningRate(1, 2, Schedule.COSINE, 10);
        assertThat(rate.at(2)).isEqualTo(1);
        assertThat(rate.at(3)).isEqualTo(1);
        assertThat(rate.at(5)).isCloseTo(0.5 * (1 + Math.cos(Math.PI / 4)), within(1e-15));
        assertThat(rate.at(7)).isCloseTo(0.5, within(1e-15));
        assertThat(rate.at(10)).isCloseTo(0.5 * (1 + Math.cos(Math.PI * 7 / 8)), within(1e-15));
        assertThat(rate.at(11)).isCloseTo(0, within(1e-15));
        assertThat(rate.at(50)).isCloseTo(0, within(1e-15));
    }

    @Test
    void aWarmupLongerThanTheRunIsAllowed() {
        LearningRate rate = new LearningRate(1, 20, Schedule.COSINE, 10);
        assertThat(rate.at(10)).isEqualTo(0.5);
        assertThat(rate.at(21)).isEqualTo(1);
    }

    @Test
    void numbersOutOfRangeAreNamed() {
        assertThatThrownBy(() -> new LearningRate(-1, 0, Schedule.CONSTANT, 1)).hasMessageContaining("-1.0");
        assertThatThrownBy(() -> new LearningRate(1, -1, Schedule.CONSTANT, 1)).hasMessageContaining("-1 steps");
        assertThatThrownBy(() -> new LearningRate(1, 0, Schedule.CONSTANT, -1)).hasMessageContaining("-1 steps");
    }

    /** A loop may have 0 steps. */
    @Test
    void aRunWithoutStepsIsAllowed() {
        assertThat(new LearningRate(1, 0, Schedule.COSINE, 0).at(1)).isEqualTo(1);
    }
}
