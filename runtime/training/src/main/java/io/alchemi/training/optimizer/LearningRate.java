package io.alchemi.training.optimizer;

import io.alchemi.schema.ConfigRecord;

/**
 * How the learning rate changes over a run: a linear rise, then a constant or a cosine that falls towards zero (Loshchilov and
 * Hutter, <i>SGDR: stochastic gradient descent with warm restarts</i>, ICLR 2017, without restarts).
 *
 * @param peak        the highest rate, at least 0
 * @param warmupSteps steps of the rise, at least 0: step t of W has {@code peak t / W}
 * @param schedule    what follows the rise
 * @param steps       length of the run, which the cosine needs; at least 0
 */
public record LearningRate(double peak, long warmupSteps, Schedule schedule, long steps) {
    /** What follows the rise. */
    @ConfigRecord
    public enum Schedule {
        /** it stays */
        CONSTANT,
        /** it falls along half a cosine, to nearly 0 in the last step */
        COSINE
    }

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException naming the one that is out of its range
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
     * Makes a rate that never changes.
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
     * @param step counted from 1; after the end of the run the cosine stays at 0
     * @return the rate, 0 to the peak
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
