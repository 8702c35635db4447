package io.alchemi.training.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The metrics of an evaluation, in the order in which they are shown, and what is said about them at the end of a run. */
public final class Evaluation {
    private final Map<String, Double> metrics = new LinkedHashMap<>();
    private final List<String> summary = new ArrayList<>();

    /** Starts without metrics. */
    public Evaluation() {}

    /**
     * Adds a metric.
     *
     * @param name  its name, which the trainer declares with {@code @Metric}
     * @param value its value; the run has diverged if it is not finite and the metric has a goal
     * @return this evaluation
     */
    public Evaluation metric(String name, double value) {
        if (metrics.put(name, value) != null) {
            throw new IllegalArgumentException("the evaluation has two metrics called '" + name + "'; rename one");
        }
        return this;
    }

    /**
     * Adds a line to what is printed at the end of the run if this is its last evaluation.
     *
     * @param line a line of text
     * @return this evaluation
     */
    public Evaluation summary(String line) {
        summary.add(line);
        return this;
    }

    Map<String, Double> metrics() {
        return metrics;
    }

    List<String> summary() {
        return summary;
    }
}
