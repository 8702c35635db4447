package io.alchemi.training.run;

/** A loss, a gradient or a metric of an evaluation is NaN or infinite. A loss or gradient has not updated the parameters. */
public final class NonFiniteLossException extends TrainingException {
    private static final long serialVersionUID = 1L;

    /**
     * Reports a metric.
     *
     * @param metric       its name in the user's words
     * @param step         the step, counted from 1
     * @param value        NaN or an infinity
     * @param learningRate the rate of the step
     */
    NonFiniteLossException(String metric, long step, double value, double learningRate) {
        super(metric + " of step " + step + " is " + value + " at learning rate " + learningRate
                + "; the run has diverged: use a smaller learning rate");
    }
}
