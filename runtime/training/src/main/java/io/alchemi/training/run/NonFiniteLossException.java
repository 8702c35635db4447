package io.alchemi.training.run;

/** A figure that must be finite is NaN or infinite; the parameters were not updated with it. */
public final class NonFiniteLossException extends TrainingException {
    private static final long serialVersionUID = 1L;

    /**
     * Reports a figure.
     *
     * @param figure       its name in the user's words
     * @param step         the step, counted from 1
     * @param value        NaN or an infinity
     * @param learningRate the rate of the step
     */
    NonFiniteLossException(String figure, long step, double value, double learningRate) {
        super(figure + " of step " + step + " is " + value + " at learning rate " + learningRate
                + "; the run has diverged: use a smaller learning rate");
    }
}
