package io.alchemi.training.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressTest {
    private static final Map<String, Double> MEANS = new LinkedHashMap<>();

    static {
        MEANS.put("loss", 2.2092);
        MEANS.put("tau", 0.0619);
        MEANS.put("info_nce", 2.0707);
        MEANS.put("cycle_loss", 0.2544);
        MEANS.put("banddepth_loss", 0.1121);
        MEANS.put("tokens_per_s", 59051.0);
    }

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final StringWriter log = new StringWriter();
    private int columns = 80;
    private long now;

    private Progress progress(Progress.Style style) {
        return new Progress(
                new PrintStream(shown, true, StandardCharsets.UTF_8),
                style,
                new PrintWriter(log),
                () -> columns,
                () -> now);
    }

    private void step(Progress progress, long step, double seconds) {
        now += (long) (seconds * 1e9);
        progress.refresh(step, () -> MEANS);
    }

    /** Returns the text after each carriage return. */
    private List<String> renewed() {
        return Stream.of(shown.toString(StandardCharsets.UTF_8).split("\r"))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private List<String> logged() {
        return log.toString().lines().toList();
    }

    @Test
    void theLineIsCutAfterStepAndTimeLeft() {
        try (Progress progress = progress(Progress.Style.LINE)) {
            progress.begin(2500, 50, 0);
            step(progress, 1, 1);
            step(progress, 2, 0.5);
        }
        assertThat(renewed())
                .containsExactly(
                        "step 0/2500",
                        "step 1/2500  loss 2.2092  tau 0.0619  info_nce 2.0707  cycle_loss 0.2544 …",
                        "step 2/2500  20:49 left  loss 2.2092  tau 0.0619  info_nce 2.0707 …       \n");
    }

    @Test
    void aWideTerminalShowsAll() {
        columns = 130;
        try (Progress progress = progress(Progress.Style.LINE)) {
            progress.begin(2500, 50, 0);
            step(progress, 1, 1);
            step(progress, 2, 0.5);
        }
        assertThat(renewed())
                .last()
                .asString()
                .isEqualTo("step 2/2500  20:49 left  loss 2.2092  tau 0.0619  info_nce 2.0707  cycle_loss 0.2544"
                        + "  banddepth_loss 0.1121  59,051 tokens/s\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 20, 24, 25, 40, 79, 80, 81, 115, 116, 117, 200})
    void theLineNeverWrapsAtAnyWidth(int wide) {
        columns = wide;
        try (Progress progress = progress(Progress.Style.LINE)) {
            progress.begin(1_000_000, 50, 0);
            for (long step = 1; step <= 20; step++) {
                step(progress, step, 0.2);
                columns = Math.max(1, wide - (int) step); // the user makes the terminal narrower
                progress.line(step, MEANS);
                int fits = columns - 1;
                assertThat(renewed())
                        .last()
                        .satisfies(line -> assertThat(DisplayWidth.of(line)).isLessThanOrEqualTo(Math.max(1, fits)));
            }
        }
    }

    @Test
    void aRemarkStaysAboveTheLine() {
        try (Progress progress = progress(Progress.Style.LINE)) {
            progress.begin(10, 50, 0);
            step(progress, 1, 1);
            progress.remark("日本 remark");
        }
        assertThat(renewed()).last().asString().isEqualTo("日本 remark" + " ".repeat(72 - 11) + "\n");
    }

    /** The first step compiles code and allocates memory. Its 60 seconds do not predict the other steps of one second each. */
    @Test
    void theFirstStepIsExcludedFromTheTimeLeft() {
        try (Progress progress = progress(Progress.Style.LINE)) {
            progress.begin(20, 50, 10);
            step(progress, 11, 60);
            step(progress, 12, 1);
            step(progress, 13, 1);
        }
        assertThat(renewed()).last().asString().startsWith("step 13/20  0:07 left  loss ");
    }

    @Test
    void aPipeGetsWholeLines() {
        try (Progress progress = progress(Progress.Style.PLAIN)) {
            progress.begin(4, 2, 0);
            step(progress, 1, 1);
            now += 1_000_000_000;
            progress.line(2, Map.of("loss", 0.5));
            progress.evaluation(2, Map.of("accuracy", 0.25));
        }
        String lines = "step 2/4  loss 0.5000\neval 2/4  accuracy 0.2500\n";
        assertThat(shown.toString(StandardCharsets.UTF_8))
                .isEqualTo("4 steps; a line every 2 steps has the means since the line before\n" + lines);
        assertThat(log).hasToString(lines);
    }

    @Test
    void quietShowsNothingAndLogsAll() {
        try (Progress progress = progress(Progress.Style.NONE)) {
            progress.begin(1000, 50, 0);
            step(progress, 1, 95);
            now += 95_000_000_000L;
            progress.line(2, Map.of("loss", 0.5));
        }
        assertThat(shown.size()).isZero();
        assertThat(logged())
                .containsExactly(
                        "the first step took 95 s; 1,000 steps may take about 26 h",
                        "1,000 steps of 95 s: about 26 h",
                        "step 2/1000  loss 0.5000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1000 |   0 | 3    | 2.1  | 4 | 1,000 steps of 2.1 s: about 35 min",
                "1000 | 120 | 3    | 2.1  | 4 | 880 more steps of 2.1 s: about 31 min",
                "1000 |   0 | 3    | 6    | 2 | 1,000 steps of 6.0 s: about 100 min",
                "1000 |   0 | 3    | 200  | 2 | 1,000 steps of 3.3 min: about 2.3 days",
                "9999 |   0 | 0.02 | 0.01 | 501 | 9,999 steps of 10 ms: about 100 s",
            })
    void theDurationIsPrintedOnceStepTimesAreStable(
            long steps, long done, double first, double others, long after, String sentence) {
        try (Progress progress = progress(Progress.Style.PLAIN)) {
            progress.begin(steps, 50, done);
            step(progress, done + 1, first);
            for (long step = 2; step < after; step++) {
                step(progress, done + step, others);
            }
            assertThat(logged()).isEmpty();
            step(progress, done + after, others);
            assertThat(logged()).containsExactly(sentence);
            step(progress, done + after + 1, others);
        }
        assertThat(logged()).containsExactly(sentence);
        assertThat(shown.toString(StandardCharsets.UTF_8)).endsWith("before\n" + sentence + "\n");
    }

    /** No duration is printed for a minute or for a single step. */
    @ParameterizedTest
    @CsvSource({"50, 1, 1", "9, 2, 6", "1, 1000, 0", "5, 11, 11"})
    void shortTrainingsPrintNoDuration(long steps, double first, double others) {
        try (Progress progress = progress(Progress.Style.PLAIN)) {
            progress.begin(steps, 50, 0);
            step(progress, 1, first);
            for (long step = 2; step <= steps; step++) {
                step(progress, step, others);
            }
        }
        assertThat(logged()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a, 1", "é, 1", "e\u0301, 1", "日本, 4", "한국어, 6", "🙂, 2", "τ…, 2"})
    void widthsAreThoseOfTerminals(String text, int width) {
        assertThat(DisplayWidth.of(text)).isEqualTo(width);
    }

    @Test
    void aWideCharacterIsNotCutInTwo() {
        assertThat(DisplayWidth.cut("a日本", 4)).isEqualTo("a日");
        assertThat(DisplayWidth.cut("a日本", 5)).isEqualTo("a日本");
    }

    @ParameterizedTest
    @CsvSource({"132, 132", "0, 80", "-1, 80", "wide, 80", "'', 80"})
    void withoutATerminalTheVariableIsUsed(String variable, int width) {
        // The standard output of the test is a pipe.
        assertThat(new TerminalWidth(Map.of("COLUMNS", variable)).getAsInt()).isEqualTo(width);
    }
}
