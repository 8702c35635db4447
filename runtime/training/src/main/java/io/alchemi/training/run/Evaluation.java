package io.alchemi.training.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The metrics of an evaluation, in the order in which they are shown, and what is said about them at the end of a run. */
public final class Evaluation {
    private final Map<String, Double> metrics = new LinkedHashMap<>();
    private final Map<String, Goal> goals = new LinkedHashMap<>();
    private final List<String> summary = new ArrayList<>();

    /** Which values of a metric are better. */
    enum Goal {
        MAXIMIZE,
        MINIMIZE;

        boolean isBetter(double value, double than) {
            return this == MAXIMIZE ? value > than : value < than;
        }
    }

    /** Starts without metrics. */
    public Evaluation() {}

    /**
     * Adds a metric of which more is better, such as an accuracy.
     *
     * @param name  its name
     * @param value its value; the run has diverged if it is not finite
     * @return this evaluation
     */
    public Evaluation maximize(String name, double value) {
        goals.put(name, Goal.MAXIMIZE);
        return metric(name, value);
    }

    /**
     * Adds a metric of which less is better, such as a loss.
     *
     * @param name  its name
     * @param value its value; the run has diverged if it is not finite
     * @return this evaluation
     */
    public Evaluation minimize(String name, double value) {
        goals.put(name, Goal.MINIMIZE);
        return metric(name, value);
    }

    /**
     * Adds a metric that is only recorded.
     *
     * @param name  its name
     * @param value its value
     * @return this evaluation
     */
    public Evaluation metric(String name, double value) {
        if (metrics.put(MetricNames.require(name), value) != null) {
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

    Map<String, Goal> goals() {
        return goals;
    }

    List<String> summary() {
        return summary;
    }
}
