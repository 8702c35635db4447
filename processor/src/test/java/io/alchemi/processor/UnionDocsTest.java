package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doc comment of a sealed interface is shown like that of a record. */
class UnionDocsTest {
    private static final String GRID = """
            package optics;

            import io.alchemi.schema.*;

            /** Where it is measured. In nanometres. */
            @Discriminator("type")
            public sealed interface Grid {
                /** One. */
                @ConfigRecord
                record One() implements Grid {}

                /** Two. */
                @ConfigRecord
                record Two() implements Grid {}
            }
            """;
    private static final String CAMERA = """
            package lab;

            import io.alchemi.schema.*;
            import java.util.*;
            import org.jspecify.annotations.Nullable;

            /**
             * A camera.
             *
             * @param first where it looks
             * @param others elsewhere
             */
            @ConfigSchema(id = "camera")
            public record Camera(
                    @Default("{type: one}") optics.Grid first,
                    @Default("[]") List<optics.Grid> others,
                    @Flatten Inner inner) {
                record Inner(optics.@Nullable Grid silent) {}
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void thePageAndTheJsonSchemaShowIt() throws Exception {
        Map<String, String> files = Compile.generated(Compile.compile(GRID, CAMERA));

        assertShown(files.getOrDefault("lab/camera.md", ""), files.getOrDefault("lab/camera.schema.json", ""));
    }

    @Test
    void itIsKeptInTheJarOfTheInterface() throws Exception {
        Path first = Javac.OWN.compile(folder.resolve("first"), List.of(), false, Javac.sources(GRID));
        Path second = Javac.OWN.compile(folder.resolve("second"), List.of(first), false, Javac.sources(CAMERA));

        assertShown(
                Files.readString(second.resolve("lab/camera.md")),
                Files.readString(second.resolve("lab/camera.schema.json")));
    }

    private static void assertShown(String page, String schema) {
        assertThat(page)
                .contains(
                        "## Grid\n\nUsed at `first`, `others[]`, `silent`.\n\nWhere it is measured. In nanometres.\n");
        assertThat(schema.split("Where it is measured\\. In nanometres\\.", -1)).hasSizeGreaterThan(2);
        assertThat(schema)
                .contains("default {type: one}: where it looks\"", "or null, default null: Where it is measured.\"");
    }
}
