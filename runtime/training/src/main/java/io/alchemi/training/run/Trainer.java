package io.alchemi.training.run;

import java.io.IOException;

/**
 * Trains a model from a loaded record. The runtime provides everything around it: options, folder, loop, metrics, progress.
 *
 * @param <C> the root record of its schema
 */
public interface Trainer<C> {
    /**
     * Trains.
     *
     * @param config the configuration, checked
     * @param run where to compute, and where results go
     * @throws IOException if a file cannot be read or written
     * @throws TrainingException if training cannot go on
     */
    void train(C config, Run run) throws IOException;
}
