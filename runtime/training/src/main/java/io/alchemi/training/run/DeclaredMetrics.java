package io.alchemi.training.run;

import io.alchemi.config.schema.MetricGoal;
import io.alchemi.config.schema.MetricSchema;
import io.alchemi.config.schema.MetricStage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The metrics that a trainer declares. */
final class DeclaredMetrics {
    private final List<MetricSchema> metrics;

    /**
     * Creates the object from the declarations of a command.
     *
     * @throws IllegalArgumentException if a declaration is invalid; the annotation processor reports this for generated commands
     */
    DeclaredMetrics(List<MetricSchema> metrics) {
        for (MetricSchema metric : metrics) {
            requireValid(metric);
        }
        this.metrics = List.copyOf(metrics);
    }

    private static void requireValid(MetricSchema metric) {
        String fault = metric.fault();
        if (fault != null) {
            throw new IllegalArgumentException("the metric '" + metric.name() + "' " + fault);
        }
    }

    /**
     * Requires that a metric is declared.
     *
     * @throws IllegalArgumentException if it is not; the message says what to write
     */
    void require(MetricStage stage, String name) {
        if (find(stage, name) == null) {
            requireValid(new MetricSchema(name, stage, MetricGoal.NONE, "", "any"));
            throw new IllegalArgumentException("the trainer records the metric '" + name + "' in "
                    + (stage == MetricStage.STEP ? "a step" : "an evaluation")
                    + ", but does not declare it; write @Metric(name = \"" + name + "\", stage = Metric.Stage." + stage
                    + ", doc = \"…\") on its class");
        }
    }

    /** Returns which values of an evaluation metric are better. */
    MetricGoal goal(String name) {
        MetricSchema metric = find(MetricStage.EVALUATION, name);
        return metric == null ? MetricGoal.NONE : metric.goal();
    }

    private @Nullable MetricSchema find(MetricStage stage, String name) {
        for (MetricSchema metric : metrics) {
            if (metric.stage() == stage && metric.name().equals(name)) {
                return metric;
            }
        }
        return null;
    }

    /** Returns the evaluation metrics that have a goal, so that evaluations can be compared by them. */
    List<MetricSchema> comparable() {
        List<MetricSchema> comparable = new ArrayList<>();
        for (MetricSchema metric : metrics) {
            if (metric.stage() == MetricStage.EVALUATION && metric.goal() != MetricGoal.NONE) {
                comparable.add(metric);
            }
        }
        return comparable;
    }

    /** Returns the names of {@link #comparable}. */
    List<String> comparableNames() {
        List<String> names = new ArrayList<>();
        comparable().forEach(metric -> names.add(metric.name()));
        return names;
    }

    /** Returns names and descriptions for the help text of a command. */
    String[][] help(MetricStage stage) {
        List<String[]> entries = new ArrayList<>();
        for (MetricSchema metric : metrics) {
            if (metric.stage() == stage) {
                entries.add(new String[] {metric.name(), describe(metric)});
            }
        }
        return entries.toArray(new String[0][]);
    }

    /** Returns the description of a metric with its unit and goal. */
    static String describe(MetricSchema metric) {
        String goal =
                metric.goal() == MetricGoal.NONE ? "" : metric.goal().name().toLowerCase(Locale.ROOT);
        String details = metric.unit().isEmpty() || goal.isEmpty() ? metric.unit() + goal : metric.unit() + ", " + goal;
        return details.isEmpty() ? metric.doc() : metric.doc() + " (" + details + ")";
    }
}
