package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import io.alchemi.config.Loader;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.testing.KindSamples;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each kind of scalar in the catalogue, with each of its Java types, alone and in collections, through the generated loader. */
class EveryScalarTest {
    /** The components by name, in Java, with a default; {@code $V} is the value in YAML. */
    private final Map<String, String> components = new LinkedHashMap<>();

    private final Map<String, Object> expected = new LinkedHashMap<>();

    @Test
    void everyKindIsReadIntoItsJavaTypes() throws Exception {
        for (ScalarKind kind : ScalarKind.values()) {
            add(kind);
        }
        Compilation compilation = Compile.compile(source());
        assertThat(Compile.errors(compilation)).isEmpty();

        Loader<?> loader = (Loader<?>) new CompiledClasses(compilation)
                .loadClass("lab.EveryScalarLoader")
                .getConstructor()
                .newInstance();
        Object defaults = loader.defaults().value();

        for (RecordComponent component : defaults.getClass().getRecordComponents()) {
            Object value = component.getAccessor().invoke(defaults);
            assertThat(Arrays.deepToString(new Object[] {value}))
                    .as(component.getName())
                    .isEqualTo("[" + expected.get(component.getName()) + "]");
        }
    }

    private void add(ScalarKind kind) {
        String yaml = KindSamples.yaml(kind);
        Object value = kind.parse(KindSamples.text(kind));
        String type = kind.javaType().getName();
        String name = "a_" + kind.name().toLowerCase(Locale.ROOT);
        String input = kind == ScalarKind.INPUT ? "@Input " : "";
        for (Class<?> java : kind.javaTypes()) {
            String of = name + (java.isPrimitive() ? "_primitive" : "");
            add(of, input + java.getName(), yaml, value);
            add(of + "_array", input + java.getName() + "[]", "[" + yaml + "]", List.of(value));
        }
        add(name + "_list", input + "List<" + type + ">", "[" + yaml + "]", List.of(value));
        add(name + "_rows", input + "List<List<" + type + ">>", "[[" + yaml + "]]", List.of(List.of(value)));
        add(name + "_set", input + "Set<" + type + ">", "[" + yaml + "]", Set.of(value));
        add(name + "_map", input + "Map<String, " + type + ">", "{a: " + yaml + "}", Map.of("a", value));
        components.put(name + "_optional", input + "Optional<" + type + ">");
        expected.put(name + "_optional", Optional.empty());
    }

    private void add(String name, String type, String yaml, Object value) {
        components.put(name, "@Default(\"" + yaml + "\") " + type);
        expected.put(name, value);
    }

    private String source() {
        StringBuilder docs = new StringBuilder();
        StringBuilder declared = new StringBuilder();
        components.forEach((name, java) -> {
            docs.append(" * @param ").append(name).append(" a value\n");
            declared.append(declared.isEmpty() ? "" : ",\n")
                    .append(java)
                    .append(' ')
                    .append(name);
        });
        return "package lab;\nimport io.alchemi.schema.*;\nimport java.util.*;\n/**\n * All kinds.\n *\n" + docs
                + " */\n@ConfigSchema(id = \"scalars\")\npublic record EveryScalar(\n" + declared + ") {}\n";
    }
}
