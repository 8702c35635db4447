package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Enums that are class files when the root is compiled: their docs are kept in a class beside them. */
class EnumOfOtherJarTest {
    private static final String MODES = """
            package lab;

            import io.alchemi.schema.*;

            @ConfigSchema(id = "modes")
            record Modes(@Default("mae") Mode mode) {}
            """;

    @TempDir
    private Path first;

    @TempDir
    private Path second;

    @Test
    void anUnchangedEnumOfTheSameModuleKeepsItsDocs() throws Exception {
        String mode = """
                package lab;

                public enum Mode {
                    /** Masks bands. */
                    MAE
                }
                """;
        Compile.toFolder(first, List.of(), mode, MODES);
        assertThat(Files.readString(first.resolve("lab/modes.md"))).contains("Masks bands");

        Compile.toFolder(second, List.of(first), MODES);

        assertThat(Files.readString(second.resolve("lab/ModesSchema.java")))
                .isEqualTo(Files.readString(first.resolve("lab/ModesSchema.java")));
        assertThat(second.resolve("lab/ModeDocs.class")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "enum Mode { %s MAE }",
                "@ConfigRecord\nenum Mode { %s MAE }",
                "@IgnoreCase\nenum Mode { %s MAE }",
                "enum Mode { %s @Key(\"mae\") MAE }",
                "enum Mode { %s @Alias(\"auto\") MAE }"
            })
    void theDocsOfAnEnumAreKeptWhereNoRecordOfItsModuleUsesIt(String mode) throws Exception {
        Compile.toFolder(
                first,
                List.of(),
                "package lab;\nimport io.alchemi.schema.*;\n" + mode.formatted("/** Masks bands. */"));

        Compile.toFolder(second, List.of(first), MODES);

        assertThat(Files.readString(second.resolve("lab/modes.md"))).contains("Masks bands");
        assertThat(second.resolve("lab/ModeDocs.class")).doesNotExist();
    }

    @Test
    void anEnumWhoseDocsWereNotKeptIsAWarningThatCanBeSuppressed() throws Exception {
        Compile.toFolder(first, List.of(), "-proc:none", "package lab;\npublic enum Mode { /** Masks bands. */ MAE }");

        Compilation compilation = Compile.with(first).compile(Compile.source("""
                        package lab;

                        import io.alchemi.schema.*;
                        import java.util.*;

                        @ConfigSchema(id = "modes")
                        record Modes(
                                @Default("mae") @SuppressWarnings("ALC141") Mode mode,
                                @Default("[]")
                                        List<Mode> modes) {}
                        """));

        assertThat(Compile.warnings(compilation))
                .containsExactly("Modes.java:10 modes: The enum constants of Modes.modes have no documentation: the"
                        + " module of lab.Mode was compiled without Alchemi's annotation processor. Compile its"
                        + " module with the processor; if it is not yours, suppress this warning with"
                        + " @SuppressWarnings(\"ALC141\"). [ALC141]");
    }

    @Test
    void anEnumWithoutDocsIsNoWarningInALaterCompilation() throws Exception {
        Compile.toFolder(first, List.of(), "package lab;\npublic enum Mode { MAE }", MODES);

        Compile.toFolder(second, List.of(first), "-Xlint:all,-processing", "-Werror", MODES);

        assertThat(Files.readString(first.resolve("lab/ModeDocs.java")))
                .contains("final class ModeDocs")
                .doesNotContain("public", "TEXT");
        assertThat(Files.readString(first.resolve("lab/ModesSchema.java"))).doesNotContain("docsText", "Docs");
    }

    @Test
    void anEnumThatIsHandedToTheProcessorAsAClassFileKeepsItsDocs() throws Exception {
        Compile.toFolder(first, List.of(), "package lab;\npublic enum Mode { /** Masks bands. */ MAE }", MODES);

        Compile.toFolder(second, List.of(first), List.of("lab.Mode"), MODES);

        assertThat(second.resolve("lab/ModeDocs.class")).doesNotExist();
        assertThat(Files.readString(second.resolve("lab/modes.md"))).contains("Masks bands");
    }

    /** An older class of its docs is on the class path, as in a build that does not begin anew. */
    @Test
    void theDocsOfAnEnumThatIsCompiledAgainAreItsNewOnes() throws Exception {
        String mode = "package lab;\npublic enum Mode { /** Masks bands. */ MAE(1); private Mode(int x) {} }";
        Compile.toFolder(first, List.of(), mode, MODES);

        Compile.toFolder(second, List.of(first), mode.replace("bands", "pixels"), MODES);

        assertThat(Files.readString(second.resolve("lab/ModeDocs.java"))).contains("Masks pixels");
        assertThat(Files.readString(second.resolve("lab/modes.md"))).contains("Masks pixels");
    }
}
