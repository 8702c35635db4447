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
import java.io.IOException;
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
    private final Set<String> known = new HashSet<>();

    /** A file, and the binding of the configuration that names it. */
    private record Named(Binding<?> by, InputFile input) {}

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
            named.add(new Named(binding, input));
        }
        return value;
    }

    private void check(Named file, Diagnostics problems) {
        InputFile input = file.input();
        if (!Files.exists(input.file())) {
            if (wanted) {
                problems.add(InputPaths.missing(input.stated(), input.key()));
            }
        } else if (isNew(input.schema(), input.file())) {
            Binding<?> binding = file.by().input(input.schema());
            Resolution resolution = Resolution.of(binding.schema(), List.of(Source.file(input.file())), limits);
            constructAlone(binding, resolution);
            String origin = Origin.of(input.stated()).describe();
            problems.append(resolution.diagnostics(), "named by " + input.key() + " (" + origin + ")");
        }
    }

    /** Whether a file was not yet judged by a schema. */
    private boolean isNew(String schema, Path file) {
        return known.add(schema + " " + real(file));
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file.toAbsolutePath().normalize();
        }
    }
}
