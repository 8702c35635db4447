package io.alchemi.training.progress;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** Shows how a training goes: a line that renews itself on a terminal, whole lines in a pipe, and the log file. */
public final class Progress implements Closeable {
    /** The figure that is shown as {@code tokens/s}. */
    public static final String TOKENS_PER_SECOND = "tokens_per_s";

    private static final long REFRESH_NANOS = 100_000_000;

    private final PrintStream out;
    private final Style style;
    private final PrintWriter log;
    private final long started = System.nanoTime();
    private long steps;
    private long logEvery = 1;
    private long lastShown;
    private int shownWidth;

    /** How progress is shown. */
    public enum Style {
        /** A line that renews itself. */
        LINE,
        /** A line for each line of the log. */
        PLAIN,
        /** Not at all. */
        NONE
    }

    /**
     * Begins a log.
     *
     * @param out where progress is shown
     * @param log the log file
     */
    public Progress(PrintStream out, Style style, Path log) throws IOException {
        this.out = out;
        this.style = style;
        this.log = new PrintWriter(Files.newBufferedWriter(log, StandardCharsets.UTF_8), true);
    }

    /** Says how long the training will be and how often a line is logged. */
    public void begin(long totalSteps, long stepsPerLine) {
        this.steps = totalSteps;
        this.logEvery = Math.max(1, stepsPerLine);
        if (style == Style.PLAIN && totalSteps > 0) {
            out.println(totalSteps + " steps; a line every " + logEvery + " steps has the means since the line before");
        }
    }

    /**
     * Shows the figures of a step.
     *
     * @param step counted from 1
     * @param means by name, over the steps since the last line
     * @param line whether a line of the log is due
     */
    public void step(long step, Map<String, Double> means, boolean line) {
        if (line) {
            log(line("step ", step, means));
        }
        long now = System.nanoTime();
        if (style == Style.LINE && (now - lastShown > REFRESH_NANOS || step == steps)) {
            lastShown = now;
            renew(line("step ", step, means) + remaining(step, now));
        }
    }

    /**
     * Shows the figures of an evaluation, whether a line is due or not.
     *
     * @param step the step before
     * @param figures by name
     */
    public void evaluation(long step, Map<String, Double> figures) {
        remark(line("eval ", step, figures));
    }

    /**
     * Shows a line that stays.
     *
     * @param remark the line
     */
    public void remark(String remark) {
        log(remark);
        if (style == Style.LINE) {
            renew(remark);
            out.println();
            shownWidth = 0;
        }
    }

    private void log(String line) {
        log.println(line);
        if (style == Style.PLAIN) {
            out.println(line);
        }
    }

    private void renew(String line) {
        out.print("\r" + line + " ".repeat(Math.max(0, shownWidth - line.length())));
        out.flush();
        shownWidth = line.length();
    }

    private String line(String what, long step, Map<String, Double> figures) {
        return what + step + '/' + steps + "  " + shown(figures, "  ");
    }

    /** Figures as people see them. */
    public static String shown(Map<String, Double> figures, String separator) {
        StringJoiner shown = new StringJoiner(separator);
        figures.forEach((name, value) -> shown.add(shown(name, value)));
        return shown.toString();
    }

    private static String shown(String name, double value) {
        return name.equals(TOKENS_PER_SECOND)
                ? String.format(Locale.ROOT, "%,.0f tokens/s", value)
                : name + " " + String.format(Locale.ROOT, isSmall(value) ? "%.3e" : "%.4f", value);
    }

    private static boolean isSmall(double value) {
        return value != 0 && Math.abs(value) < 1e-3;
    }

    private String remaining(long step, long now) {
        long seconds = (long) ((now - started) / 1e9 / step * (steps - step));
        return step == steps ? "" : String.format(Locale.ROOT, "  %d:%02d left", seconds / 60, seconds % 60);
    }

    /** Ends the renewing line and the log. */
    @Override
    public void close() {
        if (style == Style.LINE && shownWidth > 0) {
            out.println();
        }
        log.close();
    }
}
