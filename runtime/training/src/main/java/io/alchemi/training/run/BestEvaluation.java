package io.alchemi.training.run;

import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Remembers the best evaluation of a run by one of its figures. */
final class BestEvaluation {
    private final @Nullable String figure;
    private final @Nullable Integer patience;
    private double value = Double.NaN;
    private long step;
    private int withoutImprovement;

    /**
     * Starts without an evaluation.
     *
     * @param figure   what is compared, or null to compare nothing
     * @param patience evaluations without improvement that exhaust it, or null if none do
     */
    BestEvaluation(@Nullable String figure, @Nullable Integer patience) {
        this.figure = figure;
        this.patience = patience;
    }

    /** Takes an evaluation and returns true if it is better than all before. */
    boolean improvedBy(Evaluation evaluation, long atStep) {
        if (figure == null) {
            return false;
        }
        Evaluation.Goal goal = evaluation.goals().get(figure);
        if (goal == null) {
            throw new TrainingException("best_by is '" + figure + "', but evaluations have "
                    + (evaluation.goals().isEmpty()
                            ? "no figure that is maximized or minimized"
                            : "only "
                                    + String.join(
                                            ", ",
                                            new TreeSet<>(evaluation.goals().keySet())))
                    + "; write one of these, or null");
        }
        double found = Objects.requireNonNull(evaluation.figures().get(figure));
        if (step == 0 || goal.isBetter(found, value)) {
            value = found;
            step = atStep;
            withoutImprovement = 0;
            return true;
        }
        withoutImprovement++;
        return false;
    }

    boolean isExhausted() {
        return patience != null && withoutImprovement >= patience;
    }

    String reasonToStop(long atStep) {
        return "stopped after step " + atStep + ": " + figure + " has not improved in " + patience
                + (Objects.requireNonNull(patience) == 1 ? " evaluation" : " evaluations") + " since step " + step;
    }
}
