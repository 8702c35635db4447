package io.alchemi.training.progress;

import io.alchemi.config.schema.RuntimeKey;
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
import java.util.function.Supplier;

/** Shows the progress of a training: a line that is rewritten on a terminal, whole lines in a pipe, and the log file. */
public final class Progress implements Closeable {
    /** The metric that is shown as {@code tokens/s}. */
    public static final String TOKENS_PER_SECOND = RuntimeKey.TOKENS_PER_SECOND.text();

    private static final long REFRESH_NANOS = 100_000_000;

    private final PrintStream out;
    private final Style style;
    private final PrintWriter log;
    private long started = System.nanoTime();
    private long done;
    private long steps;
    private long lastShown;
    private int shownWidth;

    /** How progress is shown. */
    public enum Style {
        /** A line that is rewritten. */
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

    /**
     * Begins to show steps.
     *
     * @param totalSteps   length of the loop
     * @param stepsPerLine steps between two lines of the log
     * @param done         steps that were done before
     */
    public void begin(long totalSteps, long stepsPerLine, long done) {
        this.steps = totalSteps;
        this.done = done;
        this.started = System.nanoTime();
        if (style == Style.PLAIN && totalSteps > done) {
            out.println(
                    totalSteps + " steps; a line every " + stepsPerLine + " steps has the means since the line before");
        }
    }

    /**
     * Shows a line of the log.
     *
     * @param step counted from 1
     * @param means by name, over the steps since the last line
     */
    public void line(long step, Map<String, Double> means) {
        String line = line("step ", step, means);
        log(line);
        if (style == Style.LINE) {
            lastShown = System.nanoTime();
            renew(line + remaining(step, lastShown));
        }
    }

    /**
     * Renews the line on a terminal now and then.
     *
     * @param step counted from 1
     * @param means by name, over the steps since the last line; asked for if they are shown
     */
    public void refresh(long step, Supplier<Map<String, Double>> means) {
        long now = System.nanoTime();
        if (style == Style.LINE && now - lastShown > REFRESH_NANOS) {
            lastShown = now;
            renew(line("step ", step, means.get()) + remaining(step, now));
        }
    }

    /**
     * Shows the metrics of an evaluation, whether a line is due or not.
     *
     * @param step the step before
     * @param metrics by name
     */
    public void evaluation(long step, Map<String, Double> metrics) {
        remark(line("eval ", step, metrics));
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

    private String line(String what, long step, Map<String, Double> metrics) {
        return what + step + '/' + steps + "  " + shown(metrics, "  ");
    }

    /** Metrics as people see them. */
    public static String shown(Map<String, Double> metrics, String separator) {
        StringJoiner shown = new StringJoiner(separator);
        metrics.forEach((name, value) -> shown.add(shown(name, value)));
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
        long seconds = (long) ((now - started) / 1e9 / (step - done) * (steps - step));
        return step == steps ? "" : String.format(Locale.ROOT, "  %d:%02d left", seconds / 60, seconds % 60);
    }

    /** Ends the line that is rewritten, and closes the log. */
    @Override
    public void close() {
        if (style == Style.LINE && shownWidth > 0) {
            out.println();
        }
        log.close();
    }
}
