package io.alchemi.benchmarks;

/** A training that does one step after the other. */
interface BenchmarkTraining extends AutoCloseable {
    /** Does the next step and returns its loss before the update. */
    double step();

    @Override
    void close();
}
