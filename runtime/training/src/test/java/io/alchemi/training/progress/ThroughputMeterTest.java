package io.alchemi.training.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ThroughputMeterTest {
    private final AtomicLong nanos = new AtomicLong(1);
    private final ThroughputMeter meter = new ThroughputMeter(nanos::get);

    @Test
    void ratesAreOverTheTimeBetweenStartAndStop() {
        meter.start();
        nanos.addAndGet(500_000_000);
        ThroughputStats stats = meter.stop(10, 3_000_000_000L);
        assertThat(stats.stepTimeSeconds()).isEqualTo(0.5);
        assertThat(stats.tokensPerSecond()).isEqualTo(20);
        assertThat(stats.gbPerSecond()).isEqualTo(6);
        assertThat(stats.peakMemoryGb()).isEmpty();
    }

    @Test
    void aClockThatDoesNotMoveGivesFiniteRates() {
        meter.start();
        ThroughputStats stats = meter.stop(10, 10);
        assertThat(stats.stepTimeSeconds()).isEqualTo(1e-12);
        assertThat(stats.tokensPerSecond()).isEqualTo(10 / 1e-12);
    }

    @Test
    void stopTwiceIsAnError() {
        meter.start();
        meter.stop(1, 1);
        assertThatThrownBy(() -> meter.stop(1, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("before it was started");
    }
}
