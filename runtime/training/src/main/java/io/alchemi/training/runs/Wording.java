package io.alchemi.training.runs;

import io.alchemi.training.progress.ExpectedDuration;
import java.util.Locale;

/** How numbers of runs are shown to people. */
final class Wording {
    private static final double SMALL = 1e-3;
    private static final double LARGE = 1e3;
    private static final double HUGE = 1e7;

    private Wording() {}

    /** Returns a metric with the digits that people compare. */
    static String number(double value) {
        double size = Math.abs(value);
        boolean isPlain = value == 0 || (size >= SMALL && size < HUGE) || !Double.isFinite(value);
        return String.format(Locale.ROOT, !isPlain ? "%.3e" : size < LARGE ? "%.4f" : "%,.1f", value);
    }

    /** Returns a duration in the unit that people would take. */
    static String duration(double seconds) {
        return seconds > 0 ? ExpectedDuration.inWords(seconds) : "0 s";
    }
}
