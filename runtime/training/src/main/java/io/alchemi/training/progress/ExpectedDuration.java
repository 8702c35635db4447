package io.alchemi.training.progress;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Estimates the duration of a loop. The first step of the process is not measured, because it compiles code and allocates memory.
 *
 * <p>Times are those of {@link System#nanoTime}.
 */
public final class ExpectedDuration {
    /** Shorter durations are not announced. */
    private static final double LONG_SECONDS = 60;

    /** A first step of at least this length is announced. */
    private static final double LONG_FIRST_SECONDS = 10;

    /** Measured time before the mean is used. */
    private static final double SETTLED_SECONDS = 5;

    private static final double SECONDS_PER_MINUTE = 60;
    private static final double MINUTES_PER_HOUR = 60;
    private static final double HOURS_PER_DAY = 24;

    private final long done;
    private final long steps;
    private final long began;
    private long firstEnded;
    private boolean settled;

    /**
     * Starts measuring.
     *
     * @param done  steps done before
     * @param steps number of steps of the loop
     */
    ExpectedDuration(long done, long steps, long now) {
        this.done = done;
        this.steps = steps;
        this.began = now;
    }

    /**
     * Records the end of a step.
     *
     * @param step counted from 1
     * @return a sentence about the expected duration, or null if there is nothing to announce
     */
    @Nullable
    String ended(long step, long now) {
        if (step == done + 1) {
            firstEnded = now;
            return ofFirst((now - began) / 1e9);
        }
        double seconds = (now - firstEnded) / 1e9;
        if (settled || seconds < SETTLED_SECONDS || step >= steps) {
            return null;
        }
        settled = true;
        double each = seconds / (step - done - 1);
        double whole = each * (steps - done);
        return whole <= LONG_SECONDS ? null : count() + " of " + inWords(each) + ": about " + inWords(whole);
    }

    private @Nullable String ofFirst(double seconds) {
        double whole = seconds * (steps - done);
        return seconds < LONG_FIRST_SECONDS || steps == done + 1 || whole <= LONG_SECONDS
                ? null
                : "the first step took " + inWords(seconds) + "; " + count() + " may take about " + inWords(whole);
    }

    private String count() {
        return String.format(Locale.ROOT, done == 0 ? "%,d steps" : "%,d more steps", steps - done);
    }

    /** Returns the remaining time after a step in clock format, or an empty string if it is unknown. */
    String left(long step, long now) {
        if (step <= done + 1 || step >= steps) {
            return "";
        }
        long seconds = Math.round((now - firstEnded) / 1e9 / (step - done - 1) * (steps - step));
        long minutes = seconds / 60;
        return minutes < 60
                ? String.format(Locale.ROOT, "%d:%02d left", minutes, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d left", minutes / 60, minutes % 60, seconds % 60);
    }

    /**
     * Formats a duration with about two significant digits in a suitable unit.
     *
     * @param seconds the duration, s
     */
    public static String inWords(double seconds) {
        if (seconds <= 0) {
            return "0 s";
        } else if (seconds < 1) {
            return number(1000 * seconds) + " ms";
        } else if (seconds < 2 * SECONDS_PER_MINUTE) {
            return number(seconds) + " s";
        }
        double minutes = seconds / SECONDS_PER_MINUTE;
        if (minutes < 2 * MINUTES_PER_HOUR) {
            return number(minutes) + " min";
        }
        double hours = minutes / MINUTES_PER_HOUR;
        return hours < 2 * HOURS_PER_DAY ? number(hours) + " h" : number(hours / HOURS_PER_DAY) + " days";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 9.95 ? "%.1f" : "%,.0f", value);
    }
}
