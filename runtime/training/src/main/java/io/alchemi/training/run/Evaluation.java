package io.alchemi.training.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The metrics of an evaluation, in display order, and the lines to print about it at the end of a run. */
public final class Evaluation {
    private final Map<String, Double> metrics = new LinkedHashMap<>();
    private final List<String> summary = new ArrayList<>();

    /** Creates an evaluation without metrics. */
    public Evaluation() {}

    /**
     * Adds a metric.
     *
     * @param name  its name, which the trainer declares with {@code @Metric}
     * @param value its value; if the metric has a goal and the value is not finite, the run has diverged
     * @return this evaluation
     */
    public Evaluation metric(String name, double value) {
        if (metrics.put(name, value) != null) {
            throw new IllegalArgumentException("the evaluation has two metrics called '" + name + "'; rename one");
        }
        return this;
    }

    /**
     * Adds a line that is printed at the end of the run if this is the last evaluation.
     *
     * @param line the line
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
