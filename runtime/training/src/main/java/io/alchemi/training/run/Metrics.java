package io.alchemi.training.run;

import io.alchemi.training.progress.ThroughputStats;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The figures of one step, in the order in which they are shown. */
public final class Metrics {
    private final long step;
    private final Map<String, Double> figures = new LinkedHashMap<>();
    private final Map<String, Double> evaluation = new LinkedHashMap<>();
    private final Set<String> details = new HashSet<>();

    /** The figures of a step, counted from 1. */
    public Metrics(long step) {
        this.step = step;
    }

    /** Adds a figure. */
    public Metrics with(String name, double value) {
        figures.put(name, value);
        return this;
    }

    /** Adds throughput; only the tokens per second are shown. */
    public Metrics with(ThroughputStats throughput) {
        throughput.asRecord().forEach(this::detail);
        details.remove("tokens_per_s");
        return this;
    }

    /** Adds a figure that {@code metrics.jsonl} keeps and no line of the log shows. */
    public Metrics detail(String name, double value) {
        details.add(name);
        return with(name, value);
    }

    /**
     * Adds the figures of an evaluation after the step. {@code metrics.jsonl} keeps them in the line of the step, with {@code eval_}
     * before their names; the log shows them in a line of their own.
     */
    public Metrics evaluation(Map<String, Double> figures) {
        evaluation.putAll(figures);
        return this;
    }

    /** The step, counted from 1. */
    public long step() {
        return step;
    }

    /** All figures by name. */
    public Map<String, Double> figures() {
        Map<String, Double> all = new LinkedHashMap<>(figures);
        evaluation.forEach((name, value) -> all.put("eval_" + name, value));
        return all;
    }

    /** The figures of the step that are shown, by name. */
    Map<String, Double> shown() {
        Map<String, Double> shown = new LinkedHashMap<>(figures);
        shown.keySet().removeAll(details);
        return shown;
    }

    /** The figures of an evaluation after the step, by name; none if there was none. */
    Map<String, Double> evaluation() {
        return evaluation;
    }
}
