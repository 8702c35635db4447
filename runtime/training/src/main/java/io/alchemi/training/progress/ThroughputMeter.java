package io.alchemi.training.progress;

import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/**
 * A stopwatch around the timed part of a step.
 *
 * <p>Reading a value of the loss waits for the device, so that a step which ends with such a reading is timed whole. Public DJL
 * offers no peak of device memory; it is therefore always absent.
 */
public final class ThroughputMeter {
    private static final double NANOS_PER_SECOND = 1e9;

    private final LongSupplier nanoClock;
    private boolean running;
    private long startedAt;

    /** Makes a meter on the system's monotonic clock. */
    public ThroughputMeter() {
        this(System::nanoTime);
    }

    ThroughputMeter(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /** Starts the clock, again if it runs. */
    public void start() {
        running = true;
        startedAt = nanoClock.getAsLong();
    }

    /**
     * Stops the clock.
     *
     * @param tokens tokens worked on since {@link #start}
     * @param bytes  bytes worked on since {@link #start}
     * @return what was done, and how fast
     * @throws IllegalStateException if the clock does not run
     */
    public ThroughputStats stop(long tokens, long bytes) {
        if (!running) {
            throw new IllegalStateException("the throughput meter was stopped before it was started");
        }
        running = false;
        double seconds = (nanoClock.getAsLong() - startedAt) / NANOS_PER_SECOND;
        return ThroughputStats.of(tokens, bytes, seconds, OptionalDouble.empty());
    }
}
