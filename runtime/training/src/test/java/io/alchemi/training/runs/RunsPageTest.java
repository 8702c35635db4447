package io.alchemi.training.runs;

import io.alchemi.config.testing.Page;
import io.alchemi.config.testing.Page.Block;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the page on runs: {@code console} blocks are commands with their output, about the runs of this test. */
class RunsPageTest {
    private static final Path PAGE = Path.of(System.getProperty("alchemi.root")).resolve("docs/runs.md");

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    @TempDir
    private Path folder;

    private final TimeZone zone = TimeZone.getDefault();

    @BeforeEach
    void timesInDocumentsAreUtc() {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    }

    @AfterEach
    void usualZone() {
        TimeZone.setDefault(zone);
    }

    @Test
    void everyCommandMatchesThePage() throws IOException {
        WrittenRuns runs = new WrittenRuns(folder.resolve("runs"));
        write(runs);
        Page page = new Page(PAGE);
        Map<Block, String> printed = new HashMap<>();
        for (Block block : page.blocks()) {
            if (block.language().equals("console")) {
                printed.put(block, session(runs, page.text(block)));
            }
        }
        page.compare(printed);
    }

    private static void write(WrittenRuns runs) {
        write(runs, "align-train/20251127-094100-ab3d-lr-high", "1e-3", "finished", 1000, "0.2500", 200);
        write(runs, "align-train/20251127-151207-k2m9-lr-low", "1e-5", "finished", 1000, "2.4127", 1312);
        write(runs, "align-train/20251128-083015-c0de-warm", "1e-3", "finished", 1000, "0.1875", 1290);
        write(runs, "pretrain-mae/20251128-110000-7p3y", "1e-3", "failed", 17, "null", 48);
        write(runs, "pretrain-mae/20251128-113300-z9vo", "1e-3", "running", 640, "0.0713", 3900);
        runs.write("align-train/20251128-120000-x1x1/status.json", "{\"state\":\"fini");
        write(runs, "pretrain-mae/20251128-140000-q8wr", "1e-3", "interrupted", 700, "0.0688", 4260);
    }

    /** Writes a run whose files agree: the last metrics and the last line of the log are those of its status. */
    private static void write(
            WrittenRuns runs, String run, String rate, String state, int step, String loss, int seconds) {
        runs.write(run);
        String command = run.startsWith("align") ? "align train" : "pretrain-mae";
        runs.status(run, command, state, step, loss, seconds);
        runs.write(
                run + "/config.yaml",
                WrittenRuns.CONFIG
                        .replace("lr: 1e-3 ", "lr: " + rate + " ")
                        .replace("--set optimizer.lr=1e-3", "--lr")
                        .replace("ALCHEMI_OPTIMIZER_BETAS", "ALCHEMI_ALIGNMENT_OPTIMIZER__BETAS"));
        runs.write(
                run + "/inputs/command.txt", "alchemi " + command + " configs/train.yaml --seed 7 --lr " + rate + "\n");
        double pace = (double) seconds / step;
        runs.write(run + "/metrics.jsonl", metrics(run, rate, step, loss, pace));
        runs.write(
                run + "/evaluations.jsonl", evaluation(run, 1, pace, "0.0156") + evaluation(run, step, pace, "0.7500"));
        runs.write(
                run + "/log.txt",
                "step %d/1000  loss 0.3125\nstep %d/1000  loss %s\n".formatted(Math.max(1, step - 100), step, loss));
    }

    /** Returns a line for each step. The loss of the second one was not finite. */
    private static String metrics(String run, String rate, int last, String loss, double pace) {
        StringBuilder lines = new StringBuilder();
        for (int step = 1; step <= last; step++) {
            String value = step == 2 ? "null" : step == last ? loss : "2.5";
            lines.append("{\"step\":%d,\"time\":\"%s\",\"loss\":%s,\"lr\":%s}%n"
                    .formatted(step, time(run, step, pace), value, Double.parseDouble(rate)));
        }
        return lines.toString();
    }

    private static String evaluation(String run, int step, double pace, String recall) {
        return "{\"step\":%d,\"time\":\"%s\",\"recall\":%s}%n".formatted(step, time(run, step, pace), recall);
    }

    /** Returns the time at the end of a step, for a number of seconds per step. */
    private static String time(String run, int step, double pace) {
        Instant started =
                LocalDateTime.parse(run.split("/")[1].substring(0, 15), NAME).toInstant(ZoneOffset.UTC);
        return started.plusMillis(Math.round(1000 * step * pace) + 23).toString();
    }

    /** Runs the commands of a block. {@code | head -N} is the only other program supported. */
    private static String session(WrittenRuns runs, String text) {
        StringBuilder seen = new StringBuilder();
        for (String line : text.lines().filter(line -> line.startsWith("$ ")).toList()) {
            String[] pipe = line.split(" \\| head -", 2);
            List<String> words = List.of(pipe[0].split(" "));
            String answer = runs.alchemi(words.subList(2, words.size()).toArray(new String[0]));
            List<String> lines = answer.lines().toList();
            int shown = pipe.length == 1 ? lines.size() - 1 : Integer.parseInt(pipe[1]);
            seen.append(line).append('\n');
            lines.subList(0, shown).forEach(printed -> seen.append(printed).append('\n'));
        }
        return seen.toString();
    }
}
