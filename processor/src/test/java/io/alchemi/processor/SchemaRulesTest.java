package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules about whole schemas: the global block, moves, example files and commands. */
class SchemaRulesTest {
    private static final String BLOCK = """
            package lab;

            import io.alchemi.schema.*;

            @GlobalBlock
            record Run(@Default("42") int seed, @Default("cpu") String device, @Default("x") String place) {}
            """;

    @Test
    void aKeyOfTheGlobalBlockStandsNowhereElse() {
        assertThat(Compile.errors(BLOCK, """
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                Run global,
                                @Default("1") int seed,
                                Outer outer) {
                            record Outer(Inner inner) {}

                            record Inner(
                                    @Default("true") @Key("use-cuda") boolean cuda,
                                    @Default("1") @Alias("random_seed") int start,
                                    @Default("1") int place,
                                    @Default("a") String dtype,
                                    @Default("1") int projectionSeed,
                                    @Default("false") boolean useAmp,
                                    @Default("1") @SuppressWarnings("ALC108") int gpu,
                                    @Default("a") @SuppressWarnings("ALC108") String ampDtype,
                                    Suppressed suppressed) {}

                            @SuppressWarnings("ALC108")
                            record Suppressed(@Default("high") String precision) {}
                        }
                        """))
                .containsExactly(
                        "Bad.java:8 seed: Bad.seed declares 'seed', but 'seed' is a run-wide setting that"
                                + " belongs in 'global'. Remove it, and add @Moved(from = \"seed\", to = \"global.seed\")"
                                + " to the root if existing files use it. [ALC107]",
                        "Bad.java:13 cuda: Bad.Inner.cuda declares 'outer.inner.use-cuda', but 'use-cuda' is a"
                                + " synonym of a run-wide setting in 'global'. Remove it, or suppress this error if it"
                                + " means something else: @SuppressWarnings(\"ALC108\"). [ALC108]",
                        "Bad.java:14 start: Bad.Inner.start declares 'outer.inner.start', but 'random_seed' is"
                                + " a synonym of a run-wide setting in 'global'. Remove it, or suppress this error if it"
                                + " means something else: @SuppressWarnings(\"ALC108\"). [ALC108]",
                        "Bad.java:16 dtype: Bad.Inner.dtype declares 'outer.inner.dtype', but 'dtype' is a"
                                + " run-wide setting that belongs in 'global'. Remove it, or rename it; a setting of the"
                                + " whole run is a key of Run. [ALC107]",
                        "Bad.java:20 ampDtype: Bad.Inner.ampDtype declares 'outer.inner.amp_dtype', but"
                                + " 'amp_dtype' is a run-wide setting that belongs in 'global'. Remove it, or rename it;"
                                + " a setting of the whole run is a key of Run. [ALC107]");
    }

    @Test
    void aGlobalBlockOfOnesOwnReservesTheKeysThatItNames() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @GlobalBlock(variables = "SERVICE", reserved = {"log-level", "Name"})
                        record Shared(
                                @Default("a") String name,
                                @Default("1") int timeout,
                                @Default("true") boolean enabled,
                                @Default("info") @Key("log-level") String logLevel) {}
                        """, """
                        package lab;

                        import io.alchemi.schema.*;
                        import java.util.List;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                Shared global,
                                @Default("a") String name,
                                @Default("[]") List<Part> parts,
                                Inner inner) {
                            record Part(@Default("a") String name, @Default("true") boolean enabled) {}

                            record Inner(
                                    @Default("1") int timeout,
                                    @Default("info") String logLevel) {}
                        }
                        """))
                .containsExactly(
                        "Shared.java:6 record: @GlobalBlock of Shared reserves 'Name', which is not a key of it. Did you"
                                + " mean 'name'? Write the name of one of its keys, or remove it. [ALC144]",
                        "Bad.java:9 name: Bad.name declares 'name', but 'name' is a run-wide setting that belongs in"
                                + " 'global'. Remove it, and add @Moved(from = \"name\", to = \"global.name\") to the root"
                                + " if existing files use it. [ALC107]",
                        "Bad.java:12 name: Bad.Part.name declares 'parts[].name', but 'name' is a run-wide setting that"
                                + " belongs in 'global'. Remove it. [ALC107]",
                        "Bad.java:16 logLevel: Bad.Inner.logLevel declares 'inner.log_level', but 'log_level' is a"
                                + " run-wide setting that belongs in 'global'. Remove it, and add @Moved(from ="
                                + " \"inner.log_level\", to = \"global.log-level\") to the root if existing files use it."
                                + " [ALC107]");
    }

    @Test
    void aSchemaWithoutAGlobalBlockMayUseItsWords() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "fine")
                        record Fine(@Default("1") int seed, @Default("1") int gpu) {}
                        """)).isEmpty();
    }

    @Test
    void aSchemaHasOneGlobalBlock() {
        assertThat(Compile.errors(BLOCK, """
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                Run global,
                                Part part) {
                            record Part(Run again) {}
                        }
                        """))
                .containsExactly(
                        "Bad.java:9 again: 'part.again' is a second global block besides 'global', but a schema"
                                + " can have only one. Remove one of the two. [ALC113]");
    }

    @Test
    void aSchemaHasAProperPrefixOfVariables() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "bad", env = "lab-")
                        record Bad(@Default("1") int x) {}
                        """))
                .containsExactly("Bad.java:6 record: The environment variable prefix 'lab-' of Bad is invalid. Use"
                        + " uppercase letters, digits and underscores, without an underscore at the end:"
                        + " \"ACME_GLOBAL\". [ALC124]");
    }

    @Test
    void aGlobalBlockHasSingleValuesAndAProperPrefix() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @GlobalBlock(variables = "my_")
                        record Bad(
                                Part part) {
                            record Part(@Default("1") int x) {}
                        }
                        """))
                .containsExactly(
                        "Bad.java:6 record: The environment variable prefix 'my_' of Bad is invalid. Use"
                                + " uppercase letters, digits and underscores, without an underscore at the end:"
                                + " \"ACME_GLOBAL\". [ALC124]",
                        "Bad.java:7 part: Bad.part is not a single value, but each key of a global block is"
                                + " also a flag and an environment variable. Declare its parts as components of Bad"
                                + " instead. [ALC129]");
    }

    @Test
    void aKeyMovesFromWhereNothingIsToWhereItStands() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "bad")
                        @Moved(from = "a", to = "part.stesp")
                        @Moved(from = "part.steps", to = "part.old")
                        @Moved(from = "old", to = "part.steps")
                        @Moved(from = "old", to = "part")
                        record Bad(Part part) {
                            record Part(@Default("1") @Alias("old") int steps) {}
                        }
                        """))
                .containsExactly(
                        "Bad.java:10 record: @Moved(from = \"a\", to = \"part.stesp\") on Bad: unknown key"
                                + " 'part.stesp'. Did you mean 'part.steps'? [ALC109]",
                        "Bad.java:10 record: @Moved(from = \"part.steps\", to = \"part.old\") on Bad: unknown"
                                + " key 'part.old'. [ALC109]",
                        "Bad.java:10 record: @Moved(from = \"part.steps\", to = \"part.old\") on Bad:"
                                + " 'part.steps' is still a key. Remove the key or this @Moved. [ALC109]",
                        "Bad.java:10 record: @Moved(from = \"old\", to = \"part\") on Bad: 'old' is already"
                                + " moved by another @Moved. Remove one of the two. [ALC109]");
    }

    @Test
    void anExampleFileLoads(@TempDir Path root) throws IOException {
        assertThat(exampleErrors(root, "steps: many\nbtach: 3\n")).containsExactly("""
                        Bad.java:6 record: The example file of Bad is invalid.
                          configs/bad.yaml:1:8: error: 'steps' must be an integer, but is the string 'many' [ALC203]
                            |
                          1 | steps: many
                            |        ^^^^ write an integer
                            = steps: integer, default 1
                          [ALC112]""", """
                        Bad.java:6 record: The example file of Bad is invalid.
                          configs/bad.yaml:2:1: error: unknown key 'btach' at the top level [ALC201]
                            |
                          2 | btach: 3
                            | ^^^^^ did you mean 'batch'?
                            = batch: integer, default 1
                          [ALC112]""");
    }

    @Test
    void everyKindOfMistakeInAnExampleFileIsReported(@TempDir Path root) throws IOException {
        assertThat(exampleErrors(root, "steps: [1\n"))
                .singleElement()
                .asString()
                .contains("bad.yaml:", "ALC112");
        assertThat(exampleErrors(root, "steps: 1\nsteps: 2\n"))
                .singleElement()
                .asString()
                .contains("bad.yaml:2:1");
        assertThat(exampleErrors(root, "extends: none.yaml\n"))
                .singleElement()
                .asString()
                .contains("none.yaml");
        Files.write(root.resolve("configs/bad.yaml"), new byte[] {'a', ':', (byte) 0xff});
        assertThat(exampleErrors(root)).singleElement().asString().contains("configs/bad.yaml", "ALC112");
        Files.delete(root.resolve("configs/bad.yaml"));
        assertThat(exampleErrors(root))
                .containsExactly("Bad.java:6 record: The example file 'configs/bad.yaml' of Bad does not exist in "
                        + root + ". Write its path relative to the root of the project. [ALC112]");
    }

    @Test
    void aSoundExampleFileIsSilent(@TempDir Path root) throws IOException {
        assertThat(exampleErrors(root, "steps: 3\n")).isEmpty();
    }

    @Test
    void withoutTheRootTheExampleIsNotCheckedAndTheCompilerSaysSoOnce() {
        Compilation compilation = Compile.compile(example("First"), example("Second"));

        assertThat(Compile.errors(compilation)).isEmpty();
        assertThat(compilation.notes())
                .extracting(note -> note.getMessage(null))
                .containsExactly("Example files are not checked, since the root of the project is unknown. Set the"
                        + " compiler option -Aalchemi.root=DIR.");
    }

    private static List<String> exampleErrors(Path root, String yaml) throws IOException {
        Path file = root.resolve("configs/bad.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, yaml, StandardCharsets.UTF_8);
        return exampleErrors(root);
    }

    private static List<String> exampleErrors(Path root) {
        return Compile.errors(
                Compile.compiler().withOptions("-Aalchemi.root=" + root).compile(Compile.source(example("Bad"))));
    }

    private static String example(String name) {
        return """
                package lab;

                import io.alchemi.schema.*;

                @ConfigSchema(id = "ID", example = "configs/bad.yaml")
                record NAME(@Default("1") int steps, @Default("1") int batch) {}
                """.replace("NAME", name).replace("ID", name.toLowerCase(java.util.Locale.ROOT));
    }
}
