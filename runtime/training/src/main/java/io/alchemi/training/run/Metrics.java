package io.alchemi.training.run;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The figures of one step, in the order in which they are shown. */
public final class Metrics {
    private final long step;
    private final Map<String, Double> figures = new LinkedHashMap<>();
    private final Set<String> details = new HashSet<>();
    private boolean logged;

    /** The figures of a step, counted from 1. */
    public Metrics(long step) {
        this.step = step;
    }

    /** Adds a figure. */
    public Metrics with(String name, double value) {
        figures.put(name, value);
        return this;
    }

    /** Adds figures. */
    public Metrics with(Map<String, Double> more) {
        figures.putAll(more);
        return this;
    }

    /** Adds a figure that {@code metrics.jsonl} keeps and no line of the log shows. */
    public Metrics detail(String name, double value) {
        details.add(name);
        return with(name, value);
    }

    /** Has the step logged, also between two lines that are due. */
    public Metrics logged() {
        logged = true;
        return this;
    }

    /** The step, counted from 1. */
    public long step() {
        return step;
    }

    /** The figures by name. */
    public Map<String, Double> figures() {
        return figures;
    }

    /** Whether the step is logged in any case. */
    boolean isLogged() {
        return logged;
    }

    /** The figures that are shown, by name. */
    Map<String, Double> shown() {
        Map<String, Double> shown = new LinkedHashMap<>(figures);
        shown.keySet().removeAll(details);
        return shown;
    }
}
