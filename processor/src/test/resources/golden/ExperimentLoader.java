package lab;

import io.alchemi.config.Loader;
import java.io.InputStream;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * Loads {@link Experiment} from YAML (schema {@code lab.experiment}). Generated; do not edit.
 */
@Generated("io.alchemi.processor.SchemaProcessor")
public final class ExperimentLoader extends Loader<Experiment> {
    /**
     * Creates a loader.
     */
    public ExperimentLoader() {
        super(ExperimentSchema.INSTANCE);
    }

    @Override
    protected @Nullable InputStream open(String name) {
        return ExperimentLoader.class.getResourceAsStream(name);
    }
}
