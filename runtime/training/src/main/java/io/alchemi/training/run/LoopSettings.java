package io.alchemi.training.run;

import org.jspecify.annotations.Nullable;

/** The keys of a training loop, see {@link Run#steps}. A new schema gets them with one component of type {@link LoopConfig}. */
public interface LoopSettings {
    /**
     * Returns the number of steps.
     *
     * @return at least 0; with 0 only the initial parameters are written
     */
    int maxSteps();

    /**
     * Returns the number of steps between log lines.
     *
     * @return at least 1
     */
    int logEvery();

    /**
     * Returns the number of steps between evaluations. The last step is always evaluated.
     *
     * @return at least 0; with 0 only the last step is evaluated
     */
    int evalEvery();

    /**
     * Returns the number of steps between checkpoints.
     *
     * @return at least 0; with 0 the state is saved only at the end
     */
    int saveEvery();

    /**
     * Returns the number of checkpoints to keep, the newest ones.
     *
     * @return at least 1
     */
    default int keepLast() {
        return 3;
    }

    /**
     * Returns the evaluation metric that selects the best parameters, which are kept in {@code checkpoints/best.safetensors}.
     *
     * @return a metric that the trainer declares for evaluations, with a goal, or null to keep none
     */
    default @Nullable String bestBy() {
        return null;
    }

    /**
     * Returns the number of evaluations without improvement after which the loop ends early.
     *
     * @return at least 1, or null for no early stopping
     */
    default @Nullable Integer patience() {
        return null;
    }

    /**
     * Returns the maximum norm of all gradients together. Gradients with a larger norm are scaled down to it.
     *
     * @return above 0, or null to disable clipping
     */
    default @Nullable Double gradClipNorm() {
        return null;
    }
}
