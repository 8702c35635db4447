package io.alchemi.config;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.generated.Construction;
import io.alchemi.config.generated.RecordBinder;
import io.alchemi.config.layer.ConfigResolver;
import io.alchemi.config.layer.ResolvedYaml;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.text.Limits;
import io.alchemi.config.text.Mask;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Loads configurations of one schema. Generated classes extend it.
 *
 * <p>Immutable and thread-safe.
 *
 * <p>An existing input file with a schema is validated together with the configuration that references it. Environment variables
 * and arguments do not override its values.
 *
 * @param <T> the root record
 */
public abstract class Loader<T> {
    private final RecordBinder<T> binding;
    private final Limits limits;

    /** Called by generated classes. */
    protected Loader(RecordBinder<T> binding) {
        this(binding, Limits.DEFAULT);
    }

    private Loader(RecordBinder<T> binding, Limits limits) {
        this.binding = binding;
        this.limits = limits;
    }

    /** Opens a resource in the package of the generated class. Returns null if it does not exist. */
    protected abstract @Nullable InputStream open(String name);

    /** Returns a loader with other size limits of documents. */
    public final Loader<T> withLimits(Limits wanted) {
        return new Limited<>(this, wanted);
    }

    /** Returns the schema. */
    public final Schema schema() {
        return binding.schema();
    }

    /**
     * Loads files. Later files override earlier ones.
     *
     * @throws ConfigException with all diagnostics, if there is an error
     */
    public final Loaded<T> load(Path... files) {
        List<Source> sources = new ArrayList<>();
        for (Path file : Objects.requireNonNull(files, "files")) {
            sources.add(Source.file(file));
        }
        return load(sources);
    }

    /**
     * Loads sources, lowest precedence first.
     *
     * @throws ConfigException with all diagnostics, if there is an error
     */
    public final Loaded<T> load(Source... sources) {
        return load(Arrays.asList(Objects.requireNonNull(sources, "sources")));
    }

    /**
     * Loads a YAML string.
     *
     * @throws ConfigException with all diagnostics, if there is an error
     */
    public final Loaded<T> load(String yaml) {
        return load(Source.text("text", yaml));
    }

    /**
     * Loads the defaults.
     *
     * @throws ConfigException if a key is required
     */
    public final Loaded<T> defaults() {
        return load(List.of());
    }

    /**
     * Loads sources, lowest precedence first.
     *
     * @throws ConfigException with all diagnostics, if there is an error
     */
    public final Loaded<T> load(List<Source> sources) {
        for (Source source : Objects.requireNonNull(sources, "sources")) {
            Objects.requireNonNull(source, "source");
        }
        ConfigResolver resolution = ConfigResolver.of(schema(), sources, limits);
        InputFiles files = new InputFiles(limits, false);
        T value = files.construct(binding, resolution);
        if (value == null) {
            throw new ConfigException(resolution.problems());
        }
        Inputs inputs = new Inputs(resolution.stated(), resolution.inputFiles(), files.read());
        return new Loaded<>(value, resolution.problems(), resolution.tree(), inputs, files.mask());
    }

    /**
     * Validates a file and its input files that have a schema. Unlike {@code load}, reports such input files as errors if they do
     * not exist.
     *
     * @return all diagnostics, none if the file is valid
     */
    public final List<Diagnostic> check(Path file) {
        return check(List.of(Source.file(file)));
    }

    /**
     * Validates sources, lowest precedence first, like {@link #check(Path)}.
     *
     * @return all diagnostics, none if the configuration is valid
     */
    public final List<Diagnostic> check(List<Source> sources) {
        ConfigResolver resolution = ConfigResolver.of(schema(), sources, limits);
        new InputFiles(limits, true).construct(binding, resolution);
        return resolution.problems();
    }

    /**
     * Returns a configuration as YAML that loads as an equal one, with the description of each key as a comment. A secret is written
     * as {@code {masked: true}}, which does not load.
     *
     * @throws ConfigException with all diagnostics, if the record is not a valid configuration
     */
    public final String write(T configuration) {
        ConfigResolver resolution = ConfigResolver.of(schema(), List.of(binding.source(configuration)), limits);
        Mask mask = resolution.secrets().mask();
        if (!resolution.isValid()
                || Construction.of(binding, resolution.tree(), mask, resolution.diagnostics()) == null) {
            throw new ConfigException(resolution.problems());
        }
        return ResolvedYaml.writeWithDocs(schema(), resolution.stated());
    }

    /** Returns the JSON Schema for editors. */
    public final String jsonSchema() {
        return resource(".schema.json");
    }

    /** Returns the commented template. */
    public final String template() {
        return resource(".yaml");
    }

    /** Returns the reference page in Markdown. */
    public final String referencePage() {
        return resource(".md");
    }

    private String resource(String suffix) {
        String name = schema().rootFacts().id() + suffix;
        try (InputStream in = open(name)) {
            if (in == null) {
                throw new IllegalStateException(
                        "resource " + name + " not found beside " + getClass().getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Limited<T> extends Loader<T> {
        private final Loader<T> loader;

        Limited(Loader<T> loader, Limits limits) {
            super(loader.binding, limits);
            this.loader = loader;
        }

        @Override
        protected @Nullable InputStream open(String name) {
            return loader.open(name);
        }
    }
}
