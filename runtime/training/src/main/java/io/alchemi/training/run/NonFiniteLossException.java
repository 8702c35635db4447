package io.alchemi.training.run;

/** The loss of a step or its gradient is NaN or infinite; the parameters were not updated with it. */
public final class NonFiniteLossException extends TrainingException {
    private static final long serialVersionUID = 1L;

    /** The step, counted from 1. */
    private final long step;

    /** What is not finite. */
    private final double loss;

    /**
     * Reports a loss.
     *
     * @param step the step, counted from 1
     * @param loss its loss
     */
    public NonFiniteLossException(long step, double loss) {
        this("the loss", step, loss);
    }

    private NonFiniteLossException(String what, long step, double loss) {
        super(what + " of step " + step + " is " + loss + "; the run has diverged: use a smaller learning rate");
        this.step = step;
        this.loss = loss;
    }

    /**
     * Reports the gradients of a loss that is finite itself.
     *
     * @param step the step, counted from 1
     * @param norm norm of the gradients, which {@link #loss} then returns
     * @return the exception, to be thrown
     */
    public static NonFiniteLossException ofGradients(long step, double norm) {
        return new NonFiniteLossException("the gradient norm", step, norm);
    }

    /**
     * Reports an evaluation after a step whose own loss was still finite.
     *
     * @param step the step before, counted from 1
     * @param loss the loss of the evaluation, which {@link #loss} then returns
     * @return the exception, to be thrown
     */
    public static NonFiniteLossException ofEvaluation(long step, double loss) {
        return new NonFiniteLossException("the held-out loss", step, loss);
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
