package io.alchemi.training.run;

import java.io.IOException;

/**
 * Trains a model from a loaded record. The runtime provides everything else: options, folder, loop, metrics, progress.
 *
 * @param <C> the root record of its schema
 */
public interface Trainer<C> {
    /**
     * Trains the model.
     *
     * @param config the validated configuration
     * @param run the run: device, parameters, loop and outputs
     * @throws IOException if a file cannot be read or written
     * @throws TrainingException if training cannot continue
     */
    void train(C config, Run run) throws IOException;
}
