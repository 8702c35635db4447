package io.alchemi.acceptance.editor;

import io.alchemi.command.index.ProgramIndex;
import io.alchemi.config.ConfigException;
import io.alchemi.config.Loader;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.schema.JarIndex.SchemaEntry;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.testing.TreeJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A schema in both of its forms: the loader with its description, which is right, and the file that an editor reads.
 *
 * @param loader the loader
 * @param file the JSON Schema
 */
record EditorSchema(Loader<?> loader, Path file) {
    private static final List<EditorSchema> ALL = new ArrayList<>();

    /** Returns every schema that is shipped, and one with a key of every type. */
    static synchronized List<EditorSchema> all() {
        if (ALL.isEmpty()) {
            for (SchemaEntry entry : ProgramIndex.ofProgram().schemas()) {
                ALL.add(of(ProgramIndex.loader(entry)));
            }
            ALL.add(of(EveryTypeLoader.compile()));
        }
        return ALL;
    }

    private static EditorSchema of(Loader<?> loader) {
        try {
            Path folder = Path.of("target", "editor").toAbsolutePath();
            Files.createDirectories(folder);
            Path file = folder.resolve(loader.schema().rootFacts().id() + ".schema.json");
            return new EditorSchema(loader, Files.writeString(file, loader.jsonSchema()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Schema schema() {
        return loader.schema();
    }

    String id() {
        return schema().rootFacts().id();
    }

    /** Returns all problems of a text. */
    List<Diagnostic> problems(String yaml) {
        try {
            return loader.load(yaml).warnings();
        } catch (ConfigException e) {
            return e.diagnostics();
        }
    }

    /** Returns the errors of a text. */
    List<Diagnostic> errors(String yaml) {
        return problems(yaml).stream().filter(Diagnostic::isError).toList();
    }

    /** Returns what a text means, to be compared with another one: its values, or else its errors. */
    String outcome(String yaml) {
        try {
            return TreeJson.of(loader.load(yaml).tree()).toString();
        } catch (ConfigException e) {
            List<String> errors = new ArrayList<>();
            e.diagnostics()
                    .forEach(error -> errors.add(error.id().code() + " " + error.key() + ": " + error.message()));
            return errors.toString();
        }
    }

    /** Returns true if an outcome holds values, or if only a rule over several keys does not hold. */
    static boolean isLoaded(String outcome) {
        return outcome.startsWith("{") || !outcome.contains("ALC2");
    }

    /** Returns an outcome for a failure, without all the values of a text that loads. */
    static String seen(String outcome) {
        return outcome.startsWith("{") ? " loads as another value" : " does not load: " + outcome;
    }

    @Override
    public String toString() {
        return id();
    }
}
