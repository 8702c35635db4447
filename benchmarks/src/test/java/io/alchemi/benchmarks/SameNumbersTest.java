package io.alchemi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

/**
 * Both ways do the same computation, or their ratio would mean nothing.
 *
 * <p>The first losses differ by rounding only. In later ones the rounding of gradients shows, which Adam makes large where they are
 * small, and that DJL's AdamW has another place for epsilon; other updates would show much more.
 */
class SameNumbersTest {
    private static final int STEPS = 10;
    private static final double FIRST_PERCENT = 1e-4;
    private static final double LATER_PERCENT = 0.02;

    @Test
    void alignment() {
        lossesAgree(Workload.alignment(0));
    }

    @Test
    void maskedAutoencoder() {
        lossesAgree(Workload.mae(8, 64, 0));
    }

    private static void lossesAgree(Workload both) {
        try (both) {
            for (int step = 1; step <= STEPS; step++) {
                double plain = both.plain().step();
                double ours = both.ours().step();
                assertThat(ours)
                        .as("loss of step %d", step)
                        .isCloseTo(plain, withinPercentage(step == 1 ? FIRST_PERCENT : LATER_PERCENT));
            }
        }
    }

    /** The comparison must be able to fail: with dropout both ways differ from the first step on. */
    @Test
    void dropoutIsOnInBothWays() {
        try (Workload dry = Workload.mae(8, 64, 0);
                Workload wet = Workload.mae(8, 64, 0.1)) {
            double loss = dry.ours().step();
            assertThat(wet.ours().step()).isNotCloseTo(loss, withinPercentage(FIRST_PERCENT));
            assertThat(wet.plain().step()).isNotCloseTo(loss, withinPercentage(FIRST_PERCENT));
        }
    }
}
