package io.alchemi.processor.check;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.TextFormat;
import io.alchemi.config.layer.ConfigResolver;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.RootSchema;
import io.alchemi.processor.extract.ExtractedSchema;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Validates the example file of a root, except for rules and constructors, which never run inside a compiler. */
public final class ExampleFileCheck {
    /** The compiler option with the root folder of the project. */
    public static final String ROOT = "alchemi.root";

    private final @Nullable String root;

    /**
     * Creates the check.
     *
     * @param options the compiler options
     */
    public ExampleFileCheck(Map<String, String> options) {
        this.root = options.get(ROOT);
    }

    /** Returns true if a schema has an example file that cannot be checked because the option is missing. */
    public boolean lacksRoot(ExtractedSchema schema) {
        return root == null && !example(schema).isEmpty();
    }

    /** Returns the problems of the example file of a valid schema. */
    public Report check(ExtractedSchema schema) {
        Report problems = new Report();
        String example = example(schema);
        if (root == null || example.isEmpty()) {
            return problems;
        }
        TypeElement element = schema.root().element();
        try {
            check(schema, element, Path.of(root), example, problems);
        } catch (InvalidPathException invalid) {
            problems.report(element, SchemaWording.noExampleFile(element, example, root));
        }
        return problems;
    }

    private static String example(ExtractedSchema schema) {
        RootSchema facts = schema.root().schema().root();
        return facts == null ? "" : facts.example();
    }

    private static void check(
            ExtractedSchema schema, TypeElement element, Path folder, String example, Report problems) {
        Path file = folder.resolve(example);
        if (!Files.isRegularFile(file)) {
            problems.report(element, SchemaWording.noExampleFile(element, example, folder.toString()));
            return;
        }
        for (Diagnostic problem : ConfigResolver.check(schema.described(), Source.file(file))) {
            if (problem.isError()) {
                String rendered = TextFormat.render(problem).replace(folder + File.separator, "");
                problems.report(element, SchemaWording.badExampleFile(element, rendered.stripTrailing()));
            }
        }
    }
}
