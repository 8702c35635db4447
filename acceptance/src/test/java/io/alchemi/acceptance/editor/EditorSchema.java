package io.alchemi.acceptance.editor;

import io.alchemi.command.index.ProgramIndex;
import io.alchemi.config.ConfigException;
import io.alchemi.config.Loaded;
import io.alchemi.config.Loader;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.layer.ConfigResolver;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.JarIndex.SchemaEntry;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.testing.TreeJson;
import io.alchemi.config.text.Limits;
import io.alchemi.config.tree.Mapping;
import io.alchemi.processor.emit.LanguageSchema;
import io.alchemi.processor.emit.jsonschema.JsonSchema;
import io.alchemi.processor.emit.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A schema in two forms: the description with its loader, which is the reference, and the JSON Schema file for editors.
 *
 * @param schema the description
 * @param file the JSON Schema
 * @param template the template
 * @param loader loads a document
 */
record EditorSchema(Schema schema, Path file, String template, Function<String, LoadResult> loader) {
    private static final List<EditorSchema> ALL = new ArrayList<>();

    /**
     * The result of loading a document.
     *
     * @param problems all problems
     * @param tree the values, or null if there is an error
     */
    record LoadResult(List<Diagnostic> problems, @Nullable Mapping tree) {}

    /** Returns all shipped schemas, and two with every type of value. */
    static synchronized List<EditorSchema> all() {
        if (ALL.isEmpty()) {
            ProgramIndex index = ProgramIndex.ofProgram();
            for (SchemaEntry entry : index.schemas()) {
                ALL.add(of(index.loader(entry)));
            }
            ALL.add(of(EveryTypeLoader.compile()));
            Schema language = LanguageSchema.get();
            ALL.add(of(language, JsonSchema.of(language), Template.of(language), yaml -> resolve(language, yaml)));
        }
        return ALL;
    }

    private static EditorSchema of(Loader<?> loader) {
        return of(loader.schema(), loader.jsonSchema(), loader.template(), yaml -> load(loader, yaml));
    }

    private static EditorSchema of(
            Schema schema, String jsonSchema, String template, Function<String, LoadResult> loader) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "editor").toAbsolutePath());
            Path file = folder.resolve(schema.rootFacts().id() + ".schema.json");
            return new EditorSchema(schema, Files.writeString(file, jsonSchema), template, loader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LoadResult load(Loader<?> loader, String yaml) {
        try {
            Loaded<?> loaded = loader.load(yaml);
            return new LoadResult(loaded.warnings(), loaded.tree());
        } catch (ConfigException e) {
            return new LoadResult(e.diagnostics(), null);
        }
    }

    private static LoadResult resolve(Schema schema, String yaml) {
        ConfigResolver resolution = ConfigResolver.of(schema, List.of(Source.text("text", yaml)), Limits.DEFAULT);
        return new LoadResult(resolution.problems(), resolution.isValid() ? resolution.tree() : null);
    }

    String id() {
        return schema.rootFacts().id();
    }

    /** Returns the errors of a document. */
    List<Diagnostic> errors(String yaml) {
        return loader.apply(yaml).problems().stream()
                .filter(Diagnostic::isError)
                .toList();
    }

    /** Returns the result of loading a document, for comparison: its values, or else its errors. */
    String outcome(String yaml) {
        LoadResult result = loader.apply(yaml);
        Mapping tree = result.tree();
        if (tree != null) {
            return TreeJson.of(tree).toString();
        }
        List<String> errors = new ArrayList<>();
        for (Diagnostic error : result.problems()) {
            errors.add(error.id().code() + " " + error.key() + ": " + error.message());
        }
        return errors.toString();
    }

    /** Returns true if an outcome has values, or if only a rule over several keys is violated. */
    static boolean isLoaded(String outcome) {
        return outcome.startsWith("{") || !outcome.contains("ALC2");
    }

    /** Returns an outcome for a failure message, without all the values of a document that loads. */
    static String seen(String outcome) {
        return outcome.startsWith("{") ? " loads as another value" : " does not load: " + outcome;
    }

    @Override
    public String toString() {
        return id();
    }
}
