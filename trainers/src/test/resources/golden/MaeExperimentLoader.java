package io.alchemi.trainers.mae;

import io.alchemi.config.Loader;
import java.io.InputStream;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * Loads {@link MaeExperiment} from YAML (schema {@code train.mae}). Generated; do not edit.
 */
@Generated("io.alchemi.processor.SchemaProcessor")
@SuppressWarnings({"exports"})
public final class MaeExperimentLoader extends Loader<MaeExperiment> {
    /**
     * Creates a loader.
     */
    public MaeExperimentLoader() {
        super(MaeExperimentSchema.INSTANCE);
    }

    @Override
    protected @Nullable InputStream open(String name) {
        return MaeExperimentLoader.class.getResourceAsStream(name);
    }
}
