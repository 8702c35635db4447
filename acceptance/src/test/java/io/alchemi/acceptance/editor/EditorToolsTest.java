package io.alchemi.acceptance.editor;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.alchemi.config.schema.EnumSchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.UnionType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Other JSON Schema tools accept our schemas, and generate types with the names of our records. */
class EditorToolsTest {
    @ParameterizedTest
    @MethodSource("io.alchemi.acceptance.editor.EditorSchema#all")
    void ajvCompilesInStrictMode(EditorSchema schema) {
        EditorReport report = new EditorReport("ajv", schema);
        List<String> messages = LanguageServer.shared().compile(schema.file());
        report.check("compiles", schema, messages.isEmpty(), messages);
        report.finish();
    }

    @ParameterizedTest
    @MethodSource("io.alchemi.acceptance.editor.EditorSchema#all")
    void jsonSchemaToTypescriptExportsTheRecordsAndEnums(EditorSchema schema) {
        names("typescript", schema, LanguageServer.shared().typescriptNames(schema.file()));
    }

    @ParameterizedTest
    @MethodSource("io.alchemi.acceptance.editor.EditorSchema#all")
    void quicktypeExportsTheRecordsAndEnums(EditorSchema schema) {
        assumeFalse(
                schema.id().equals("lab.study"),
                "quicktype overflows its stack at a list that can hold itself without a record between, in any form");
        names("quicktype", schema, LanguageServer.shared().quicktypeNames(schema.file()));
    }

    private static void names(String tool, EditorSchema schema, List<String> exported) {
        EditorReport report = new EditorReport(tool, schema);
        Set<String> types = typeNames(schema);
        for (String name : exported) {
            // A record that is used in several places has several docs, and so one numbered type for each.
            String base = name.replaceFirst("(OrNull)?[0-9]*$", "");
            report.check("exported names", name, types.contains(base), "not among " + types);
        }
        report.finish();
    }

    /** Returns the simple names of all types in a schema. */
    private static Set<String> typeNames(EditorSchema schema) {
        Set<String> names = new TreeSet<>();
        for (RecordSchema record : schema.schema().records().values()) {
            names.add(record.simpleName());
            record.enums().stream().map(EnumSchema::type).forEach(type -> names.add(simple(type)));
            record.keys().forEach(key -> {
                // Tools name the types of keys without a title after the keys.
                String word = Arrays.stream(key.name().split("_"))
                        .map(EditorToolsTest::capitalized)
                        .collect(Collectors.joining());
                names.add(word);
                names.add(word + "Element");
                ValueType leaf = key.type().leaf();
                if (leaf instanceof UnionType union) {
                    names.add(union.simpleName());
                    names.add(union.discriminator().isEmpty() ? word : capitalized(union.discriminator()));
                }
            });
        }
        return names;
    }

    private static String capitalized(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
