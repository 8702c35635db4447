package io.alchemi.training.run;

import java.util.LinkedHashMap;
import java.util.Map;

/** The figures of one step, in the order in which they are shown. */
public final class Metrics {
    private final long step;
    private final Map<String, Double> figures = new LinkedHashMap<>();

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

    /** The step, counted from 1. */
    public long step() {
        return step;
    }

    /** The figures by name. */
    public Map<String, Double> figures() {
        return figures;
    }
}
