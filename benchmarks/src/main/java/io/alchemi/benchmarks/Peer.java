package io.alchemi.benchmarks;

/** Another implementation of one of our trainings. */
interface Peer extends AutoCloseable {
    /** Returns the name to print. */
    String name();

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
