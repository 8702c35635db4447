package io.alchemi.training.runs;

import io.alchemi.training.progress.ExpectedDuration;
import java.util.Locale;

/** How numbers of runs are shown to people. */
final class Wording {
    private static final double SMALL = 1e-3;
    private static final double LARGE = 1e6;

    private Wording() {}

    /** Returns a metric with four digits or so, as the log shows it. */
    static String number(double value) {
        double size = Math.abs(value);
        boolean isPlain = value == 0 || (size >= SMALL && size < LARGE) || !Double.isFinite(value);
        return String.format(Locale.ROOT, isPlain ? "%.4f" : "%.3e", value);
    }

    /** Returns a duration in the unit that people would take. */
    static String duration(double seconds) {
        return seconds == 0 ? "0 s" : ExpectedDuration.inWords(seconds);
    }
}
