package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.testing.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Compiles and runs every example of the guide to the schema language. A block of Java or YAML that no output follows must be
 * fine; the others must print what the page says.
 */
class SchemaLanguageTest {
    private static final Path GUIDE = Path.of("../docs/schema-language.md");

    @Test
    void everyExampleDoesWhatThePageSays(@TempDir Path folder) throws Exception {
        new Page(GUIDE).run(new Examples(folder));
    }

    @Test
    void everyAnnotationIsExplained() throws IOException {
        String guide = Files.readString(GUIDE);
        try (Stream<Path> files = Files.list(Path.of("../schema-annotations/src/main/java/io/alchemi/schema"))) {
            List<String> names = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .filter(name -> !name.equals("package-info"))
                    .toList();
            assertThat(names)
                    .hasSizeGreaterThan(15)
                    .allSatisfy(name -> assertThat(guide).contains("`@" + name));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyScalarTypeIsNamed(ScalarKind kind) throws IOException {
        for (Class<?> type : kind.javaTypes()) {
            boolean isBox = type == kind.javaType() && kind.javaTypes().size() > 1;
            assertThat(Files.readString(GUIDE)).contains(isBox ? "boxes" : type.getSimpleName());
        }
    }
}
