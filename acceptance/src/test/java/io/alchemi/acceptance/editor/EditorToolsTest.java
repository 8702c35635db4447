package io.alchemi.acceptance.editor;

import io.alchemi.config.schema.EnumSchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.UnionType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Other tools that read JSON Schemas take ours, and make types of it that bear the names of our records. */
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
    void quicktypeMakesTheRecordsAndEnums(EditorSchema schema) {
        names("quicktype", schema, LanguageServer.shared().quicktypeNames(schema.file()));
    }

    private static void names(String tool, EditorSchema schema, List<String> exported) {
        EditorReport report = new EditorReport(tool, schema);
        Set<String> types = typeNames(schema);
        for (String name : exported) {
            report.check("exported names", name, types.contains(name), "not among " + types);
        }
        report.check("count", exported.size(), exported.size() <= types.size(), exported + " for " + types);
        report.finish();
    }

    /** The simple names of all types in a description. */
    private static Set<String> typeNames(EditorSchema schema) {
        Set<String> names = new TreeSet<>();
        for (RecordSchema record : schema.schema().records().values()) {
            names.add(record.simpleName());
            record.enums().stream().map(EnumSchema::type).forEach(type -> names.add(simple(type)));
            record.keys().forEach(key -> {
                ValueType leaf = key.type().leaf();
                if (leaf instanceof UnionType union) {
                    names.add(union.simpleName());
                }
            });
        }
        return names;
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
