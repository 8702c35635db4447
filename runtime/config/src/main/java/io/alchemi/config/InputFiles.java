package io.alchemi.config;

import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.generated.Construction;
import io.alchemi.config.generated.RecordBinder;
import io.alchemi.config.layer.ConfigResolver;
import io.alchemi.config.layer.InputFile;
import io.alchemi.config.layer.InputPaths;
import io.alchemi.config.layer.Origin;
import io.alchemi.config.layer.Secrets;
import io.alchemi.config.layer.Source;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.Limits;
import io.alchemi.config.text.Mask;
import io.alchemi.config.tree.Mapping;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Constructs a configuration and validates its input files that have a schema, recursively. Validates each file once.
 */
final class InputFiles {
    private final Limits limits;
    private final boolean required;
    private final List<Named> named = new ArrayList<>();
    private final List<Inputs.Read> read = new ArrayList<>();
    private final Mask mask = new Mask();
    private final Set<String> known = new HashSet<>();

    /** Input file, with the binding of the configuration that references it. */
    private record Named(RecordBinder<?> by, String schema, InputFile input) {}

    /**
     * Creates a validator of input files.
     *
     * @param limits size limits of each document
     * @param required true to report missing files as errors
     */
    InputFiles(Limits limits, boolean required) {
        this.limits = limits;
        this.required = required;
    }

    /** Returns the files that were read, in the order of their references. */
    List<Inputs.Read> read() {
        return read;
    }

    /** Returns the mask of the secrets in all files. */
    Mask mask() {
        return mask;
    }

    /** Returns the record of a configuration, or null on errors. Adds the problems of all files to its diagnostics. */
    <T> @Nullable T construct(RecordBinder<T> binding, ConfigResolver resolution) {
        Diagnostics problems = resolution.diagnostics();
        T value = constructAlone(binding, resolution);
        String own = named.isEmpty() ? "" : binding.schema().rootFacts().id();
        List<Document> sources = new ArrayList<>(problems.documents());
        for (int i = 0; i < named.size(); i++) {
            if (named.get(i).schema().equals(own)) {
                markAsRead(sources, own);
                sources.clear();
            }
            check(named.get(i), problems);
        }
        resolution.secrets().mask().addAll(mask);
        return problems.hasErrors() ? null : value;
    }

    /** Keeps the files of the configuration itself from being read again, if it or an input file names them. */
    private void markAsRead(List<Document> sources, String schema) {
        for (Document document : sources) {
            if (document.kind() == Document.Kind.FILE) {
                isNew(schema, Path.of(document.name()));
            }
        }
    }

    /** Constructs a configuration and defers the validation of the files that it references. */
    private <T> @Nullable T constructAlone(RecordBinder<T> binding, ConfigResolver resolution) {
        T value = resolution.isValid() ? constructed(binding, resolution) : null;
        mask.addAll(resolution.secrets().mask());
        for (InputFile input : resolution.inputFiles()) {
            String schema = input.schema();
            if (schema != null) {
                named.add(new Named(binding, schema, input));
            }
        }
        return value;
    }

    /** Validation does not need the files of secrets, which exist only where the program runs. */
    private <T> @Nullable T constructed(RecordBinder<T> binding, ConfigResolver resolution) {
        Secrets secrets = resolution.secrets();
        Diagnostics problems = resolution.diagnostics();
        Mapping tree = required && secrets.isFileMissing(resolution.tree())
                ? null
                : secrets.read(resolution.tree(), limits, problems);
        return tree == null ? null : Construction.of(binding, tree, secrets.mask(), problems);
    }

    private void check(Named file, Diagnostics problems) {
        InputFile input = file.input();
        if (!Files.exists(input.file())) {
            if (required) {
                problems.add(InputPaths.missing(input.stated(), input.key()));
            }
        } else if (isNew(file.schema(), input.file())) {
            RecordBinder<?> binding = file.by().input(file.schema());
            ConfigResolver resolution = ConfigResolver.of(binding.schema(), List.of(Source.file(input.file())), limits);
            Object value = constructAlone(binding, resolution);
            if (value != null) {
                read.add(new Inputs.Read(Inputs.real(input.file()), value, binding.schema(), resolution.stated()));
            }
            String origin = Origin.of(input.stated()).describe();
            problems.append(resolution.diagnostics(), "referenced by " + input.key() + " (" + origin + ")");
        }
    }

    /** Returns true if a file has not been validated by a schema yet. */
    private boolean isNew(String schema, Path file) {
        return known.add(schema + " " + Inputs.real(file));
    }
}
