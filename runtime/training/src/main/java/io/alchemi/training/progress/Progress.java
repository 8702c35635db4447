package io.alchemi.training.progress;

import io.alchemi.config.schema.RuntimeKey;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Shows the progress of a training: on a terminal, one line that is updated in place and never wraps; in a pipe, whole lines. Also writes
 * the log file.
 */
public final class Progress implements Closeable {
    /** The metric shown as {@code tokens/s}. */
    public static final String TOKENS_PER_SECOND = RuntimeKey.TOKENS_PER_SECOND.text();

    private static final long REFRESH_NANOS = 100_000_000;

    private static final double SMALL = 1e-3;
    private static final double MANY_DIGITS = 1e3;
    private static final double LARGE = 1e9;

    /** Shown in place of metrics that do not fit. */
    private static final String MORE = " …";

    private final PrintStream out;
    private final Style style;
    private final PrintWriter log;
    private final IntSupplier width;
    private final LongSupplier clock;
    private ExpectedDuration expected;
    private long steps;
    private long lastShown;
    private int shownWidth;

    /** How progress is shown. */
    public enum Style {
        /** One line that is updated in place. */
        LINE,
        /** Whole lines, as in the log. */
        PLAIN,
        /** Nothing. */
        NONE
    }

    /**
     * Opens a log file to append to it.
     *
     * @param out receives the progress
     * @param log the log file
     */
    public Progress(PrintStream out, Style style, Path log) throws IOException {
        this(
                out,
                style,
                new PrintWriter(
                        Files.newBufferedWriter(
                                log, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                        true),
                style == Style.LINE ? new TerminalWidth(System.getenv()) : () -> 0,
                System::nanoTime);
    }

    /**
     * Opens a log file without showing progress.
     *
     * @param log the log file
     */
    public static Progress silent(Path log) throws IOException {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Progress(nowhere, Style.NONE, log);
    }

    /**
     * Creates the object.
     *
     * @param width returns the current width of the terminal
     * @param clock returns nanoseconds
     */
    Progress(PrintStream out, Style style, PrintWriter log, IntSupplier width, LongSupplier clock) {
        this.out = out;
        this.style = style;
        this.log = log;
        this.width = width;
        this.clock = clock;
        this.expected = new ExpectedDuration(0, 0, clock.getAsLong());
    }

    /**
     * Starts a loop.
     *
     * @param totalSteps   number of steps of the loop
     * @param stepsPerLine steps between log lines
     * @param done         steps done before
     */
    public void begin(long totalSteps, long stepsPerLine, long done) {
        this.steps = totalSteps;
        this.expected = new ExpectedDuration(done, totalSteps, clock.getAsLong());
        if (totalSteps <= done) {
            return;
        } else if (style == Style.PLAIN) {
            out.println(
                    totalSteps + " steps; a line every " + stepsPerLine + " steps has the means since the line before");
        } else if (style == Style.LINE) {
            renew(done, Map.of(), clock.getAsLong());
        }
    }

    /**
     * Shows a completed step, as a log line.
     *
     * @param step counted from 1
     * @param means means over the steps since the last line, by name
     */
    public void line(long step, Map<String, Double> means) {
        long now = clock.getAsLong();
        announce(step, now);
        log(line("step ", step, means));
        if (style == Style.LINE) {
            renew(step, means, now);
        }
    }

    /**
     * Shows a completed step without a log line. Updates the line on a terminal now and then.
     *
     * @param step counted from 1
     * @param means supplies the means over the steps since the last line, by name; called only if they are shown
     */
    public void refresh(long step, Supplier<Map<String, Double>> means) {
        long now = clock.getAsLong();
        announce(step, now);
        if (style == Style.LINE && now - lastShown > REFRESH_NANOS) {
            renew(step, means.get(), now);
        }
    }

    /** Prints how long the loop will take, as soon as that is known. */
    private void announce(long step, long now) {
        String sentence = expected.ended(step, now);
        if (sentence != null) {
            remark(sentence);
        }
    }

    /**
     * Shows the metrics of an evaluation, even if no log line is due.
     *
     * @param step the step that was evaluated
     * @param metrics metrics by name
     */
    public void evaluation(long step, Map<String, Double> metrics) {
        remark(line("eval ", step, metrics));
    }

    /**
     * Prints a permanent line.
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

    /** Updates the line on a terminal. Leaves out metrics that do not fit, because a wrapped line cannot be updated. */
    private void renew(long step, Map<String, Double> means, long now) {
        lastShown = now;
        int columns = columns();
        String left = expected.left(step, now);
        StringBuilder line = new StringBuilder("step " + step + '/' + steps + (left.isEmpty() ? "" : "  " + left));
        int remaining = means.size();
        for (Map.Entry<String, Double> metric : means.entrySet()) {
            String shown = "  " + shown(metric.getKey(), metric.getValue());
            remaining--;
            int needed = DisplayWidth.of(line + shown) + (remaining == 0 ? 0 : DisplayWidth.of(MORE));
            if (needed > columns) {
                line.append(MORE);
                break;
            }
            line.append(shown);
        }
        renew(DisplayWidth.cut(line.toString(), columns));
    }

    private void renew(String line) {
        int shown = DisplayWidth.of(line);
        out.print("\r" + line + " ".repeat(Math.max(0, Math.min(shownWidth, columns()) - shown)));
        out.flush();
        shownWidth = shown;
    }

    /** Returns the usable columns. The last one stays empty, because terminals differ in when they wrap a full line. */
    private int columns() {
        return Math.max(1, width.getAsInt() - 1);
    }

    private String line(String what, long step, Map<String, Double> metrics) {
        return what + step + '/' + steps + "  " + shown(metrics, "  ");
    }

    /** Formats metrics for people. */
    public static String shown(Map<String, Double> metrics, String separator) {
        StringJoiner shown = new StringJoiner(separator);
        metrics.forEach((name, value) -> shown.add(shown(name, value)));
        return shown.toString();
    }

    private static String shown(String name, double value) {
        return name.equals(TOKENS_PER_SECOND)
                ? String.format(Locale.ROOT, "%,.0f tokens/s", value)
                : name + " " + number(value);
    }

    /** Formats a metric with the digits that matter in comparisons. */
    public static String number(double value) {
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < LARGE) {
            return Long.toString((long) value);
        }
        boolean isPlain = !Double.isFinite(value) || (size >= SMALL && size < LARGE);
        return String.format(Locale.ROOT, !isPlain ? "%.3e" : size < MANY_DIGITS ? "%.4f" : "%,.1f", value);
    }

    /** Ends the line that is updated in place, and closes the log. */
    @Override
    public void close() {
        if (style == Style.LINE && shownWidth > 0) {
            out.println();
        }
        log.close();
    }
}
