package io.alchemi.training.sweep;

import io.alchemi.config.schema.MetricGoal;
import io.alchemi.config.schema.MetricStage;
import java.util.Comparator;

/**
 * The criterion for comparing trials: the last value of a metric.
 *
 * @param metric name of the metric
 * @param stage stage of the metric, which determines its file
 * @param goal which values are better
 */
record Objective(String metric, MetricStage stage, MetricGoal goal) {

    /** Returns the order of trials: finished ones first, the best of them before the others. */
    Comparator<TrialRecord> bestFirst() {
        Comparator<Double> values = goal == MetricGoal.MAXIMIZE ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing((TrialRecord trial) -> trial.state() != TrialState.FINISHED)
                .thenComparing(TrialRecord::objective, Comparator.nullsLast(values))
                .thenComparing(trial -> trial.trial().index());
    }
}
