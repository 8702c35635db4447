package io.alchemi.training.session;

import io.alchemi.config.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the generated classes of the global block with the committed files. */
class GoldenTest {
    private static final Path GENERATED =
            Path.of("target", "generated-sources", "annotations", "io", "alchemi", "training", "session");

    @ParameterizedTest
    @ValueSource(strings = {"RuntimeConfigSchema", "RuntimeConfigMerge"})
    void theGeneratedClass(String name) throws IOException {
        Path golden = Path.of("src", "test", "resources", "golden", name + ".java");
        Golden.compare(golden, Files.readString(GENERATED.resolve(name + ".java")));
    }
}
