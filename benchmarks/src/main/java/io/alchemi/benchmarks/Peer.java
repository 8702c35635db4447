package io.alchemi.benchmarks;

/** Another implementation of one of our trainings. */
interface Peer extends AutoCloseable {
    /** Returns the name to print. */
    String name();

    /** Returns true if steps have a loss, and false if they are only a part of the computation. */
    default boolean hasLoss() {
        return true;
    }

    /** Runs the next step. */
    StepCost step();

    @Override
    void close();

    /**
     * The cost of a step.
     *
     * @param loss      loss before the update
     * @param millis    elapsed time, ms
     * @param cpuMillis processor time of all threads, ms
     */
    record StepCost(double loss, double millis, double cpuMillis) {}
}
