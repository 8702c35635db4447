package io.alchemi.training.run;

import io.alchemi.command.ExitCode;
import io.alchemi.training.process.Signals;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stops a training when the process receives a signal or its time is over. The loop calls {@link #get} after each step and before each
 * batch of an evaluation. A second signal ends the process at once.
 */
final class Interruption implements Supplier<@Nullable Stop>, AutoCloseable {
    /** Share of the time limit that is reserved for saving, up to {@link #LARGEST_RESERVE}. */
    private static final double RESERVE = 0.05;

    private static final Duration LARGEST_RESERVE = Duration.ofSeconds(10);

    private final PrintStream err;
    private final Signals signals = new Signals();
    private final @Nullable Instant deadline;
    private @Nullable Instant lastAsked;
    private Duration longest = Duration.ZERO;
    private volatile @Nullable Stop stop;
    private volatile @Nullable Instant signalled;

    /**
     * Starts listening for signals.
     *
     * @param maxTime time limit, counted from the start of the process, within which the run must be saved, or null for no limit
     */
    Interruption(PrintStream err, @Nullable Duration maxTime) {
        this.err = err;
        this.deadline = maxTime == null ? null : started().plus(maxTime).minus(reserve(maxTime));
        listen("INT", ExitCode.INTERRUPTED);
        listen("TERM", ExitCode.TERMINATED);
        listen("HUP", ExitCode.HUNG_UP);
        listen("USR1", ExitCode.SAVED);
    }

    private static Instant started() {
        return ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
    }

    private static Duration reserve(Duration maxTime) {
        Duration part = Duration.ofNanos((long) (maxTime.toNanos() * RESERVE));
        return part.compareTo(LARGEST_RESERVE) < 0 ? part : LARGEST_RESERVE;
    }

    private void listen(String name, int exitCode) {
        Stop asked = new Stop("SIG" + name, exitCode);
        signals.handle(name, () -> receive(asked));
    }

    private void receive(Stop asked) {
        Instant first = signalled;
        if (first != null && Duration.between(first, Instant.now()).compareTo(Signals.SAME) < 0) {
            return;
        } else if (first != null) {
            err.println("stopping at once, without saving");
            Runtime.getRuntime().halt(asked.exitCode());
        }
        signalled = Instant.now();
        stop = asked;
        err.println("stopping after the current step; a second signal stops at once, without saving");
    }

    /** Returns why to stop, or null to continue. */
    @Override
    public @Nullable Stop get() {
        Instant now = Instant.now();
        Duration since = lastAsked == null ? Duration.ZERO : Duration.between(lastAsked, now);
        longest = since.compareTo(longest) > 0 ? since : longest;
        lastAsked = now;
        if (stop == null && deadline != null && now.plus(longest).isAfter(deadline)) {
            stop = new Stop("--max-time", ExitCode.SAVED);
        }
        return stop;
    }

    /** Restores the previous signal handlers. */
    @Override
    public void close() {
        signals.close();
    }
}
