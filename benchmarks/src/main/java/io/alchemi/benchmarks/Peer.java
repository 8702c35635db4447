package io.alchemi.benchmarks;

/** Another way to do the steps of one of our trainings. */
interface Peer extends AutoCloseable {
    /** Returns what to print. */
    String name();

    /** Does the next step. */
    Took step();

    @Override
    void close();

    /**
     * What a step took.
     *
     * @param loss      its loss, before the update
     * @param millis    time
     * @param cpuMillis time of the processor, of all threads together
     */
    record Took(double loss, double millis, double cpuMillis) {}
}
