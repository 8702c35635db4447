package io.alchemi.trainers.mae;

import io.alchemi.training.run.TrainingException;

/** The loss of a step is NaN or infinite; the parameters were not updated with it. */
public final class NonFiniteLossException extends TrainingException {
    private static final long serialVersionUID = 1L;

    /** The step, counted from 1. */
    private final long step;

    /** NaN or an infinity. */
    private final double loss;

    /**
     * Reports a loss.
     *
     * @param step the step, counted from 1
     * @param loss its loss
     */
    public NonFiniteLossException(long step, double loss) {
        super("the loss of step " + step + " is " + loss + "; the run has diverged: use a smaller learning rate");
        this.step = step;
        this.loss = loss;
    }

    /**
     * Returns the step.
     *
     * @return counted from 1
     */
    public long step() {
        return step;
    }

    /**
     * Returns the loss.
     *
     * @return NaN or an infinity
     */
    public double loss() {
        return loss;
    }
}
