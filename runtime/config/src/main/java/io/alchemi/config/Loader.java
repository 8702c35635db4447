package io.alchemi.config;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.generated.Binding;
import io.alchemi.config.layer.Resolution;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.text.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Loads the configurations of one schema. Generated classes extend it.
 *
 * <p>A file that a configuration names as an input with a schema is checked too, if it is there: what is wrong with it is reported
 * together with what is wrong with the configuration. Only files state its values, neither variables nor arguments.
 *
 * @param <T> the root record
 */
public abstract class Loader<T> {
    private final Binding<T> binding;
    private Limits limits = Limits.DEFAULT;

    /** Called by generated classes. */
    protected Loader(Binding<T> binding) {
        this.binding = binding;
    }

    /** Opens a resource beside the generated class, or gives null if there is none. */
    protected abstract @Nullable InputStream open(String name);

    /** Sets how large documents may be. */
    public final Loader<T> withLimits(Limits wanted) {
        this.limits = wanted;
        return this;
    }

    /** The description of the schema. */
    public final Schema schema() {
        return binding.schema();
    }

    /**
     * Loads files, later ones laid over earlier ones.
     *
     * @throws ConfigException with all problems, if there is an error
     */
    public final Loaded<T> load(Path... files) {
        List<Source> sources = new ArrayList<>();
        for (Path file : files) {
            sources.add(Source.file(file));
        }
        return load(sources);
    }

    /**
     * Loads sources, lowest rank first.
     *
     * @throws ConfigException with all problems, if there is an error
     */
    public final Loaded<T> load(Source... sources) {
        return load(Arrays.asList(sources));
    }

    /**
     * Loads a YAML text.
     *
     * @throws ConfigException with all problems, if there is an error
     */
    public final Loaded<T> load(String yaml) {
        return load(Source.text("text", yaml));
    }

    /**
     * The configuration that states nothing.
     *
     * @throws ConfigException if a key is required
     */
    public final Loaded<T> defaults() {
        return load(List.of());
    }

    /**
     * Loads sources, lowest rank first.
     *
     * @throws ConfigException with all problems, if there is an error
     */
    public final Loaded<T> load(List<Source> sources) {
        Resolution resolution = Resolution.of(schema(), sources, limits);
        InputFiles files = new InputFiles(limits, false);
        T value = files.construct(binding, resolution);
        if (value == null) {
            throw new ConfigException(resolution.problems());
        }
        Inputs inputs = new Inputs(resolution.stated(), resolution.inputFiles(), files.read());
        return new Loaded<>(value, resolution.problems(), resolution.tree(), inputs);
    }

    /**
     * All that is wrong with a file, also that an input with a schema of its own is not there and so cannot be checked.
     *
     * @return all problems, none if the file is valid
     */
    public final List<Diagnostic> check(Path file) {
        Resolution resolution = Resolution.of(schema(), List.of(Source.file(file)), limits);
        new InputFiles(limits, true).construct(binding, resolution);
        return resolution.problems();
    }

    /** The JSON Schema for editors. */
    public final String jsonSchema() {
        return resource(".schema.json");
    }

    /** The commented template. */
    public final String template() {
        return resource(".yaml");
    }

    /** The reference page in Markdown. */
    public final String referencePage() {
        return resource(".md");
    }

    private String resource(String suffix) {
        String name = schema().rootFacts().id() + suffix;
        try (InputStream in = open(name)) {
            if (in == null) {
                throw new IllegalStateException(
                        name + " is missing beside " + getClass().getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
