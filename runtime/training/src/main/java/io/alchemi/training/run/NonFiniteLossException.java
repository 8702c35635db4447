package io.alchemi.training.run;

/** Thrown if a loss, a gradient or an evaluation metric is NaN or infinite. Such a loss or gradient does not update the parameters. */
public final class NonFiniteLossException extends TrainingException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception about a metric.
     *
     * @param metric       name of the metric, as shown to the user
     * @param step         the step, counted from 1
     * @param value        NaN or an infinity
     * @param learningRate learning rate of the step
     */
    NonFiniteLossException(String metric, long step, double value, double learningRate) {
        super(metric + " of step " + step + " is " + value + " at learning rate " + learningRate
                + "; the run has diverged: use a smaller learning rate");
    }
}
