package io.alchemi.trainers.mae;

import javax.annotation.processing.Generated;

/**
 * Docs of the constants of {@link TrainConfig.Mode}. Generated; do not edit.
 */
@Generated("io.alchemi.processor.SchemaProcessor")
@SuppressWarnings({"exports"})
public final class TrainConfig_ModeDocs {
    static final String TEXT = "io.alchemi.trainers.mae.TrainConfig.Mode=mae\tan autoencoder on random tokens\n";

    private TrainConfig_ModeDocs() {
    }

    /**
     * Returns the docs.
     *
     * @return one line for each constant
     */
    public static String text() {
        return TEXT;
    }
}
