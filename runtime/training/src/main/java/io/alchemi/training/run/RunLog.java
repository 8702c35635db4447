package io.alchemi.training.run;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.alchemi.training.progress.Progress;
import io.alchemi.training.progress.ThroughputStats;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes the figures of a run: each step into {@code metrics.jsonl}, each evaluation into {@code evaluations.jsonl}, and now and then
 * the means since the last line into the log.
 */
final class RunLog implements Closeable {
    private static final Gson JSON =
            new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

    private final BufferedWriter steps;
    private final BufferedWriter evaluations;
    private final Progress progress;
    private final Map<String, Double> sums = new LinkedHashMap<>();
    private final List<ThroughputStats> throughput = new ArrayList<>();
    private final List<ThroughputStats> sinceLastLine = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private Map<String, Double> latest = Map.of();
    private @Nullable Evaluation evaluation;
    private long logEvery = 1;
    private long lastStep;
    private int latestSteps;

    RunLog(Path folder, Progress progress) throws IOException {
        this.progress = progress;
        this.steps = Files.newBufferedWriter(folder.resolve("metrics.jsonl"), StandardCharsets.UTF_8);
        this.evaluations = Files.newBufferedWriter(folder.resolve("evaluations.jsonl"), StandardCharsets.UTF_8);
    }

    void begin(long maxSteps, long stepsPerLine) {
        logEvery = stepsPerLine;
        progress.begin(maxSteps, stepsPerLine);
    }

    /** Writes a step that has ended. */
    void step(Step step, boolean isLast) throws IOException {
        write(steps, step.number(), step.figures());
        step.shown().forEach((name, value) -> sums.merge(name, value, Double::sum));
        ThroughputStats measured = Objects.requireNonNull(step.throughput());
        throughput.add(measured);
        sinceLastLine.add(measured);
        boolean line = step.number() % logEvery == 0 || isLast;
        progress.step(step.number(), means(), line);
        if (line) {
            latest = means();
            latestSteps = sinceLastLine.size();
            sums.clear();
            sinceLastLine.clear();
        }
        Evaluation made = step.evaluation();
        if (made != null) {
            evaluation = made;
            write(evaluations, step.number(), made.figures());
            progress.evaluation(step.number(), made.figures());
        }
    }

    private Map<String, Double> means() {
        Map<String, Double> means = new LinkedHashMap<>();
        sums.forEach((name, sum) -> means.put(name, sum / sinceLastLine.size()));
        addRate(means, sinceLastLine);
        return means;
    }

    private static void addRate(Map<String, Double> figures, List<ThroughputStats> steps) {
        double rate = ThroughputStats.aggregate(steps).tokensPerSecond();
        if (rate > 0) {
            figures.put(Progress.TOKENS_PER_SECOND, rate);
        }
    }

    private static void write(BufferedWriter file, long step, Map<String, Double> figures) throws IOException {
        JsonObject line = new JsonObject();
        line.addProperty("step", step);
        figures.forEach(
                (name, value) -> line.add(name, Double.isFinite(value) ? new JsonPrimitive(value) : JsonNull.INSTANCE));
        file.write(JSON.toJson(line));
        file.write('\n');
        file.flush();
    }

    /** Adds a remark to the log and to what is printed at the end. */
    void say(String remark) {
        remarks.add(remark);
        progress.remark(remark);
    }

    void end(long step) {
        lastStep = step;
    }

    /** Returns what is printed at the end: the figures of the last line with the throughput of the whole run, then the evaluation. */
    List<String> result() {
        List<String> lines = new ArrayList<>(remarks);
        Map<String, Double> rate = new LinkedHashMap<>();
        addRate(rate, throughput);
        Map<String, Double> means = new LinkedHashMap<>(latest);
        means.remove(Progress.TOKENS_PER_SECOND);
        lines.add("after " + lastStep + " steps"
                + (rate.isEmpty() ? "" : " (" + Progress.shown(rate, "") + ")")
                + (means.isEmpty() ? "" : ": " + Progress.shown(means, ", "))
                + (latestSteps > 1 ? " (means of the last " + latestSteps + ")" : ""));
        if (evaluation != null) {
            lines.addAll(
                    evaluation.summary().isEmpty()
                            ? List.of("evaluation: " + Progress.shown(evaluation.figures(), ", "))
                            : evaluation.summary());
        }
        return lines;
    }

    @Override
    public void close() throws IOException {
        try (steps) {
            evaluations.close();
        }
    }
}
