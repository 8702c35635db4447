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
     * Returns the number of steps between two lines of the log.
     *
     * @return at least 1
     */
    int logEvery();

    /**
     * Returns the number of steps between two evaluations; there is always one after the last step.
     *
     * @return at least 0; with 0 only the last step is evaluated
     */
    int evalEvery();

    /**
     * Returns the number of steps between two checkpoints.
     *
     * @return at least 0; with 0 there is one at the end only
     */
    int saveEvery();

    /**
     * Returns how many of the latest checkpoints are kept.
     *
     * @return at least 1
     */
    default int keepLast() {
        return 3;
    }

    /**
     * Returns the metric of evaluations by which the best parameters are kept, in {@code checkpoints/best.safetensors}.
     *
     * @return a metric that the trainer declares for evaluations, with a goal, or null to keep none
     */
    default @Nullable String bestBy() {
        return null;
    }

    /**
     * Returns the number of evaluations without improvement after which the loop ends early.
     *
     * @return at least 1, or null not to end early
     */
    default @Nullable Integer patience() {
        return null;
    }

    /**
     * Returns the largest norm of all gradients together; larger ones are scaled down to it.
     *
     * @return above 0, or null not to clip
     */
    default @Nullable Double gradClipNorm() {
        return null;
    }
}
