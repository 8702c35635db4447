package io.alchemi.training.run;

import io.alchemi.config.schema.MetricGoal;
import io.alchemi.training.progress.Progress;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tracks the best evaluation of a run by one metric. */
final class BestEvaluation {
    private static final String VALUE = "best_value";
    private static final String STEP = "best_step";
    private static final String WITHOUT_IMPROVEMENT = "evaluations_without_improvement";

    private final @Nullable String metric;
    private final MetricGoal goal;
    private final @Nullable Integer patience;
    private double value = Double.NaN;
    private long step;
    private int withoutImprovement;

    /**
     * Creates the object without an evaluation.
     *
     * @param settings settings with the metric to compare and the patience
     * @throws TrainingException if the metric is not declared for evaluations, or has no goal
     */
    BestEvaluation(LoopSettings settings, DeclaredMetrics metrics) {
        this.metric = settings.bestBy();
        this.goal = metric == null ? MetricGoal.NONE : metrics.goal(metric);
        if (metric != null && goal == MetricGoal.NONE) {
            throw new TrainingException(
                    "best_by is '" + metric + "', but must be a declared metric of evaluations that has"
                            + " a goal, one of " + metrics.comparableNames() + ", or null");
        }
        this.patience = settings.patience();
    }

    /** Restores the state from the metadata of a checkpoint. */
    void restore(Map<String, String> metadata) {
        Long saved = step(metadata);
        if (saved != null) {
            step = saved;
            value = Double.parseDouble(Objects.requireNonNull(metadata.get(VALUE)));
            withoutImprovement = Integer.parseInt(Objects.requireNonNull(metadata.get(WITHOUT_IMPROVEMENT)));
        }
    }

    /** Returns the step of the best evaluation in the metadata of a checkpoint, or null if there is none. */
    static @Nullable Long step(Map<String, String> metadata) {
        String saved = metadata.get(STEP);
        return saved == null ? null : Long.valueOf(saved);
    }

    /** Adds the state for {@link #restore} to the metadata of a checkpoint. */
    void save(Map<String, String> metadata) {
        if (step > 0) {
            metadata.put(STEP, Long.toString(step));
            metadata.put(VALUE, Double.toString(value));
            metadata.put(WITHOUT_IMPROVEMENT, Integer.toString(withoutImprovement));
        }
    }

    /**
     * Records the evaluation of a step.
     *
     * @param evaluation the evaluation, or null if there was none
     * @param due        true if the step must be evaluated
     * @return true if it is the best so far
     * @throws TrainingException if an evaluation is due but missing, or does not have the metric
     */
    boolean record(@Nullable Evaluation evaluation, long atStep, boolean due) {
        if (metric == null) {
            return false;
        } else if (evaluation == null) {
            if (due) {
                throw new TrainingException("best_by is '" + metric + "', but the trainer does not evaluate step "
                        + atStep + "; write null");
            }
            return false;
        }
        Double found = evaluation.metrics().get(metric);
        if (found == null) {
            throw new TrainingException("best_by is '" + metric + "', but the evaluation of step " + atStep
                    + " does not have it; record it in every evaluation, or write null");
        }
        boolean improved = step == 0 || goal.isBetter(found, value);
        if (improved) {
            value = found;
            step = atStep;
        }
        withoutImprovement = improved ? 0 : withoutImprovement + 1;
        return improved;
    }

    boolean isExhausted() {
        return patience != null && withoutImprovement >= patience;
    }

    /** Returns a line about the best evaluation, or null if there is none. */
    @Nullable
    String summary() {
        return metric == null || step == 0
                ? null
                : "best " + Progress.shown(Map.of(metric, value), "") + " after step " + step
                        + ", in checkpoints/best.safetensors";
    }

    String reasonToStop(long atStep) {
        return "stopped after step " + atStep + ": " + metric + " has not improved in " + patience
                + (Objects.requireNonNull(patience) == 1 ? " evaluation" : " evaluations") + " since step " + step;
    }
}
