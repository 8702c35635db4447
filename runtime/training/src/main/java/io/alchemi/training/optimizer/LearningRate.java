package io.alchemi.training.optimizer;

import io.alchemi.schema.ConfigRecord;

/**
 * The learning rate over a run: a linear warmup, then a constant or a cosine decay towards zero (Loshchilov and Hutter, <i>SGDR:
 * stochastic gradient descent with warm restarts</i>, ICLR 2017, without restarts).
 *
 * @param peak        maximum rate, at least 0
 * @param warmupSteps steps of the warmup, at least 0; step t of W has the rate {@code peak t / W}
 * @param schedule    schedule after the warmup
 * @param steps       number of steps of the run, at least 0; used by the cosine
 */
public record LearningRate(double peak, long warmupSteps, Schedule schedule, long steps) {
    /** Schedule after the warmup. */
    @ConfigRecord
    public enum Schedule {
        /** the maximum rate */
        CONSTANT,
        /** half a cosine, nearly 0 in the last step */
        COSINE
    }

    /**
     * Validates the components.
     *
     * @throws IllegalArgumentException naming the component that is out of range
     */
    public LearningRate {
        if (!(peak >= 0 && Double.isFinite(peak))) {
            throw new IllegalArgumentException("learning rate is " + peak + "; it must be at least 0");
        }
        if (warmupSteps < 0) {
            throw new IllegalArgumentException("warm-up is " + warmupSteps + " steps; it must be at least 0");
        }
        if (steps < 0) {
            throw new IllegalArgumentException("the run has " + steps + " steps; it must have at least 0");
        }
    }

    /**
     * Creates a constant learning rate.
     *
     * @param rate the rate, at least 0
     * @return the same rate for every step
     */
    public static LearningRate constant(double rate) {
        return new LearningRate(rate, 0, Schedule.CONSTANT, 1);
    }

    /**
     * Returns the rate of a step.
     *
     * @param step the step, counted from 1; after the end of the run the cosine stays at 0
     * @return the rate, from 0 to the peak
     */
    public double at(long step) {
        if (step <= warmupSteps) {
            return peak * step / warmupSteps;
        }
        if (schedule == Schedule.CONSTANT) {
            return peak;
        }
        double falling = Math.max(1, steps - warmupSteps);
        double share = Math.min(1, (step - warmupSteps - 1) / falling);
        return peak * 0.5 * (1 + StrictMath.cos(Math.PI * share));
    }
}
