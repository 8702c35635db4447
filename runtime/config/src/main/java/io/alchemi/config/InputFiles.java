package io.alchemi.config;

import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.generated.Binding;
import io.alchemi.config.generated.Construction;
import io.alchemi.config.layer.InputFile;
import io.alchemi.config.layer.InputPaths;
import io.alchemi.config.layer.Origin;
import io.alchemi.config.layer.Resolution;
import io.alchemi.config.layer.Source;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.Limits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Constructs a configuration and checks the files with a schema of their own that it names as inputs, the files that these name,
 * and so on, each file once.
 */
final class InputFiles {
    private final Limits limits;
    private final boolean wanted;
    private final List<Named> named = new ArrayList<>();
    private final List<Inputs.Read> read = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    /** A file, and the binding of the configuration that names it. */
    private record Named(Binding<?> by, String schema, InputFile input) {}

    /**
     * Judges nothing yet.
     *
     * @param limits of each document
     * @param wanted whether it is an error that a file is not there
     */
    InputFiles(Limits limits, boolean wanted) {
        this.limits = limits;
        this.wanted = wanted;
    }

    /** The files that were read, in the order in which they are named. */
    List<Inputs.Read> read() {
        return read;
    }

    /** The record of a configuration, or null; its diagnostics then hold all problems of all files. */
    <T> @Nullable T construct(Binding<T> binding, Resolution resolution) {
        Diagnostics problems = resolution.diagnostics();
        T value = constructAlone(binding, resolution);
        if (!named.isEmpty()) {
            for (Document document : problems.documents()) {
                if (document.kind() == Document.Kind.FILE) {
                    isNew(binding.schema().rootFacts().id(), Path.of(document.name()));
                }
            }
        }
        for (int i = 0; i < named.size(); i++) {
            check(named.get(i), problems);
        }
        return problems.hasErrors() ? null : value;
    }

    /** Files that are named by the way are put off. */
    private <T> @Nullable T constructAlone(Binding<T> binding, Resolution resolution) {
        T value = resolution.isValid() ? Construction.of(binding, resolution.tree(), resolution.diagnostics()) : null;
        for (InputFile input : resolution.inputFiles()) {
            String schema = input.schema();
            if (schema != null) {
                named.add(new Named(binding, schema, input));
            }
        }
        return value;
    }

    private void check(Named file, Diagnostics problems) {
        InputFile input = file.input();
        if (!Files.exists(input.file())) {
            if (wanted) {
                problems.add(InputPaths.missing(input.stated(), input.key()));
            }
        } else if (isNew(file.schema(), input.file())) {
            Binding<?> binding = file.by().input(file.schema());
            Resolution resolution = Resolution.of(binding.schema(), List.of(Source.file(input.file())), limits);
            Object value = constructAlone(binding, resolution);
            if (value != null) {
                read.add(new Inputs.Read(Inputs.real(input.file()), value, binding.schema(), resolution.stated()));
            }
            String origin = Origin.of(input.stated()).describe();
            problems.append(resolution.diagnostics(), "named by " + input.key() + " (" + origin + ")");
        }
    }

    /** Whether a file was not yet judged by a schema. */
    private boolean isNew(String schema, Path file) {
        return known.add(schema + " " + Inputs.real(file));
    }
}
