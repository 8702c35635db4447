package io.alchemi.training.run;

import io.alchemi.training.folder.RunFiles;
import io.alchemi.training.progress.Progress;
import io.alchemi.training.progress.ThroughputStats;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the metrics of a run: each step to {@code metrics.jsonl}, each evaluation to {@code evaluations.jsonl}, and in intervals the means
 * since the last line to the log.
 */
final class RunLog implements Closeable {
    private final Path folder;
    private final MetricsFile steps;
    private @Nullable MetricsFile evaluations;
    private final Progress progress;
    private final Map<String, Mean> sinceLastLine = new LinkedHashMap<>();
    private final List<ThroughputStats> throughput = new ArrayList<>();
    private Map<String, Double> latest = Map.of();
    private int latestSteps;
    private @Nullable Evaluation evaluation;
    private @Nullable String best;
    private long logEvery = 1;
    private long lastStep;
    private double tokens;
    private double seconds;

    /** The sum of a metric and the number of steps that have it. */
    private record Mean(double sum, int count) {
        Mean plus(Mean other) {
            return new Mean(sum + other.sum, count + other.count);
        }

        double value() {
            return sum / count;
        }
    }

    /**
     * Opens the files of a run.
     *
     * @param progress shows the metrics; closed together with the files
     * @param resumed  the checkpoint to resume from, or null; later lines are removed
     * @throws IOException if the folder cannot be written, or has the metrics of another run
     */
    RunLog(Path folder, Progress progress, @Nullable Checkpoint resumed) throws IOException {
        this.progress = progress;
        this.folder = folder;
        if (resumed == null) {
            this.steps = MetricsFile.open(folder.resolve(RunFiles.METRICS));
        } else {
            this.steps = MetricsFile.resume(folder.resolve(RunFiles.METRICS), resumed.bytes(RunFiles.METRICS));
            if (Files.exists(folder.resolve(RunFiles.EVALUATIONS))) {
                this.evaluations =
                        MetricsFile.resume(folder.resolve(RunFiles.EVALUATIONS), resumed.bytes(RunFiles.EVALUATIONS));
            }
        }
    }

    /** Forces the files to the disk, and adds their lengths to the metadata of a checkpoint. */
    void save(Map<String, String> state) throws IOException {
        state.put(RunFiles.METRICS, Long.toString(steps.force()));
        state.put(RunFiles.EVALUATIONS, Long.toString(evaluations == null ? 0 : evaluations.force()));
    }

    void begin(long maxSteps, long stepsPerLine, long done) {
        logEvery = stepsPerLine;
        lastStep = done;
        progress.begin(maxSteps, stepsPerLine, done);
    }

    /** Writes a completed step. */
    void step(Step step, boolean isLast) throws IOException {
        lastStep = step.number();
        steps.write(lastStep, step.metrics());
        step.shown().forEach((name, value) -> {
            if (!Double.isNaN(value)) {
                sinceLastLine.merge(name, new Mean(value, 1), Mean::plus);
            }
        });
        ThroughputStats measured = step.throughput();
        throughput.add(measured);
        tokens += measured.tokens();
        seconds += measured.stepTimeSeconds();
        if (lastStep % logEvery == 0 || isLast) {
            line();
        } else {
            progress.refresh(lastStep, this::means);
        }
        Evaluation made = step.evaluation();
        if (made != null) {
            evaluation = made;
            evaluations().write(lastStep, made.metrics());
            progress.evaluation(lastStep, made.metrics());
        }
    }

    private void line() {
        latest = means();
        latestSteps = throughput.size();
        progress.line(lastStep, latest);
        sinceLastLine.clear();
        throughput.clear();
    }

    private Map<String, Double> means() {
        Map<String, Double> means = new LinkedHashMap<>();
        sinceLastLine.forEach((name, mean) -> means.put(name, mean.value()));
        double rate = ThroughputStats.aggregate(throughput).tokensPerSecond();
        if (rate > 0) {
            means.put(Progress.TOKENS_PER_SECOND, rate);
        }
        return means;
    }

    /** Returns the file of the evaluations. It is created by the first evaluation. */
    private MetricsFile evaluations() throws IOException {
        if (evaluations == null) {
            evaluations = MetricsFile.open(folder.resolve(RunFiles.EVALUATIONS));
        }
        return evaluations;
    }

    /** Adds a remark to the log. */
    void remark(String remark) {
        progress.remark(remark);
    }

    /** Ends the loop. If there are steps since the last log line, writes a line for them. */
    void end(long step, @Nullable String best) {
        this.best = best;
        if (!throughput.isEmpty()) {
            line();
        }
        lastStep = step;
    }

    /** Returns the lines for the end of the run: the last means, the throughput of the whole run, the last and the best evaluation. */
    List<String> result() {
        List<String> lines = new ArrayList<>();
        Map<String, Double> means = new LinkedHashMap<>(latest);
        means.remove(Progress.TOKENS_PER_SECOND);
        lines.add("after " + lastStep + " steps"
                + (tokens > 0
                        ? " (" + Progress.shown(Map.of(Progress.TOKENS_PER_SECOND, tokens / seconds), "") + ")"
                        : "")
                + (means.isEmpty() ? "" : ": " + Progress.shown(means, ", "))
                + (latestSteps > 1 ? " (means of the last " + latestSteps + ")" : ""));
        if (evaluation != null) {
            lines.addAll(
                    evaluation.summary().isEmpty()
                            ? List.of("evaluation: " + Progress.shown(evaluation.metrics(), ", "))
                            : evaluation.summary());
        }
        if (best != null) {
            lines.add(best);
        }
        return lines;
    }

    @Override
    public void close() throws IOException {
        try (progress;
                steps) {
            if (evaluations != null) {
                evaluations.close();
            }
        }
    }
}
