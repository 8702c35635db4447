package lab;

import javax.annotation.processing.Generated;

/**
 * Docs of the constants of {@link Experiment.Mode}. Generated; do not edit.
 */
@Generated("io.alchemi.processor.SchemaProcessor")
public final class Experiment_ModeDocs {
    static final String TEXT = "lab.Experiment.Mode=mae\tBands, as in `MAE`.\n"
            + "lab.Experiment.Mode=plain\tNothing.\n";

    private Experiment_ModeDocs() {
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
