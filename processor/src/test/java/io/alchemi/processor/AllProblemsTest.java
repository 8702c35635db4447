package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import io.alchemi.processor.Javac.JavacResult;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One compilation shows all problems, each once, in the order of the sources. */
class AllProblemsTest {
    private static final Pattern PROBLEM =
            Pattern.compile("(\\w+\\.java:\\d+): error: (?:.*\\[(ALC\\d+)]|(cannot find symbol))");

    private static final String HEAD = """
            package lab;

            import io.alchemi.schema.*;
            import java.util.*;

            """;

    @TempDir
    private Path folder;

    @Test
    void release17ShowsAllProblemsInTheirOrder() throws Exception {
        assertShowsAll(Javac.of(17));
    }

    @Test
    void release25ShowsAllProblemsInTheirOrder() throws Exception {
        assertShowsAll(Javac.of(25));
    }

    private void assertShowsAll(Javac compiler) throws Exception {
        String[] sources = ManyMistakes.SOURCES.toArray(String[]::new);

        JavacResult result = compiler.attempt(folder.resolve("out"), List.of(), false, Javac.sources(sources));

        List<String> problems = PROBLEM.matcher(result.output())
                .results()
                .map(found -> found.group(1) + " " + (found.group(2) == null ? found.group(3) : found.group(2)))
                .toList();
        assertThat(problems.subList(0, 4))
                .containsExactly(
                        "Instrument.java:7 cannot find symbol",
                        "Instrument.java:13 cannot find symbol",
                        "Instrument.java:25 cannot find symbol",
                        "Instrument.java:17 cannot find symbol");
        assertThat(problems.subList(4, problems.size())).isEqualTo(ManyMistakes.PROBLEMS);
        assertThat(result.output()).contains(problems.size() + " errors").doesNotContain("ALC900", " warning");
    }

    @Test
    void aMissingTypeHidesNoProblemOfAnotherRecord() {
        assertThat(problems(HEAD + """
                @ConfigSchema(id = "root")
                record Root(Part part, @Default("many") int steps) {}
                """, HEAD + """
                record Part(
                        Missing missing,
                        @Default("maybe") boolean fast) {}
                """))
                .containsExactly("Root.java:7 ALC102", "Part.java:7 ALC126", "Part.java:8 ALC102");
    }

    @Test
    void aValueIsCheckedAsFarAsTheTypesInsideAreSound() {
        assertThat(problems(HEAD + """
                @ConfigSchema(id = "root")
                record Root(
                        @Default("{missing: 3, letter: {}, narrow: 7, bad: 1, fine: many}") Part part,
                        @Example("[{}, {missing: [1], fine: 2}]") List<Part> parts,
                        @Default("{a: {missing: 1, wrong: 2}}") Map<String, Part> named) {}

                record Part(
                        @Default("a") Missing missing,
                        @Default("[1]") char letter,
                        @Default("1") @Range(min = 3, max = 2) int narrow,
                        @Default("much") int bad,
                        @Default("1") int fine) {}
                """))
                .containsExactly(
                        "Root.java:8 ALC102",
                        "Root.java:10 ALC102",
                        "Root.java:13 ALC126",
                        "Root.java:14 ALC101",
                        "Root.java:15 ALC105",
                        "Root.java:16 ALC102");
    }

    @Test
    void anUnknownTypeCausesNoProblemElsewhere() {
        assertThat(problems(HEAD + """
                @ConfigSchema(id = "root")
                @Moved(from = "a", to = "missing.b")
                @Moved(from = "missing.a", to = "tree")
                record Root(
                        Missing missing,
                        @Default("{type: gone}") Tree tree,
                        @Default("3") Choice choice) {
                    @Rule("r")
                    static boolean rule(Missing missing, int tree) { return true; }
                }

                @Discriminator("type")
                sealed interface Tree permits Gone, Branch {}

                record Branch(@Example("{type: gone}") Tree left) implements Tree {}

                sealed interface Choice {
                    record One(Missing one) implements Choice {}

                    record Two(@Default("1") int one, @Default("1") int two) implements Choice {}
                }
                """))
                .containsExactly(
                        "Root.java:10 ALC126",
                        "Root.java:11 ALC126",
                        "Root.java:14 ALC110",
                        "Root.java:20 ALC126",
                        "Root.java:23 ALC126");
    }

    @Test
    void anAnnotationThatNamesNothingHidesNoOtherComponent() {
        assertThat(problems(HEAD + """
                @ConfigSchema(id = Gone.ID)
                record Root(
                        @Default(Gone.TEXT) @Key(Gone.KEY) @Range(min = Gone.MIN) int first,
                        @Default("many") int second) {
                    @Rule("r")
                    static boolean rule(int first) { return true; }
                }
                """))
                .containsExactly("Root.java:7 ALC126", "Root.java:8 ALC126", "Root.java:9 ALC102");
    }

    @Test
    void aCommandIsCheckedThoughItsGlobalBlockIsMissing() {
        assertThat(problems(Samples.TRAINER, HEAD + """
                @TrainerCommand("Bad Words")
                final class Fit implements io.alchemi.training.run.Trainer<Fit.Config> {
                    @Override public void train(Config config) {}

                    @ConfigSchema(id = "fit")
                    record Config(
                            Missing global,
                            @Default("many") int steps) {}
                }
                """))
                .containsExactly("Fit.java:7 ALC124", "Fit.java:12 ALC126", "Fit.java:13 ALC102");
    }

    @Test
    void aRecordOfAJarWithoutADescriptionHidesNoOtherProblem() {
        assertThat(problems(HEAD + """
                @ConfigSchema(id = "root")
                @Moved(from = "old", to = "lost.inner.x")
                record Root(
                        @Default("{a: 1}") io.alchemi.config.schema.RuleSchema lost,
                        @Default("many") int steps) {}
                """)).containsExactly("Root.java:9 ALC118", "Root.java:10 ALC102");
    }

    @Test
    void problemsAreInTheOrderOfTheFilesAndNotOfTheRecords() {
        assertThat(problems(HEAD + """
                record Zulu(
                        @Default("a") int x,
                        Inner inner) {
                    record Inner(@Default("a") int y) {}
                }
                """, HEAD + """
                @ConfigSchema(id = "alpha", example = "none.yaml")
                record Alpha(
                        @Default("a") int x,
                        Zulu zulu,
                        @Default("a") char z) {}
                """))
                .containsExactly(
                        "Zulu.java:7 ALC102", "Zulu.java:9 ALC102", "Alpha.java:8 ALC102", "Alpha.java:10 ALC101");
    }

    @Test
    void aProblemOfAnotherRecordDoesNotKeepAGeneratedTypeFromBeingFound() {
        Compilation compilation = Compile.compiler()
                .withProcessors(
                        new SchemaProcessor(),
                        new IndexProcessor(),
                        new Generator("lab.First", """
                        package lab;

                        @Deprecated
                        record First(Second second, @io.alchemi.schema.Default("many") int x) {}
                        """),
                        new Generator("lab.Second", 1, """
                        package lab;

                        record Second(@io.alchemi.schema.Default("many") int y) {}
                        """))
                .compile(Compile.source(HEAD + """
                        @ConfigSchema(id = "root")
                        record Root(
                                First first,
                                @Default("many") int z) {}
                        """), Compile.source(HEAD + """
                        @ConfigSchema(id = "other")
                        record Other(@Default("many") int z) {}
                        """));

        assertThat(found(compilation))
                .containsExactly(
                        "Root.java:9 ALC102", "Other.java:7 ALC102", "First.java:4 ALC102", "Second.java:3 ALC102");
    }

    @Test
    void aWarningThatFailsTheBuildHidesNoProblem() {
        Compilation compilation = Compile.compiler().compile(Compile.source("""
                        package jakarta.validation.constraints;

                        public @interface Future {}
                        """), Compile.source(HEAD + """
                        @ConfigSchema(id = "root")
                        record Root(
                                Missing missing,
                                @jakarta.validation.constraints.Future @Default("2026-01-01") java.time.LocalDate day,
                                @jakarta.validation.constraints.Future Missing other,
                                @Default("many") int steps) {}
                        """));

        assertThat(found(compilation))
                .containsExactly("Root.java:8 ALC126", "Root.java:10 ALC126", "Root.java:11 ALC102");
        assertThat(compilation.warnings()).hasSize(1);
    }

    @Test
    void aDuplicateKeyIsNoDuplicateFlagBesides() {
        assertThat(problems(HEAD + """
                @GlobalBlock
                record Block(
                        @Default("1") int seed,
                        @Default("1") @Key("seed") int other) {}
                """)).containsExactly("Block.java:9 ALC103");
    }

    @Test
    void aMissingTypeIsReportedOnceThoughTwoSchemasHoldIt() {
        assertThat(problems(HEAD + """
                @ConfigSchema(id = "one")
                record One(Part part) {}
                """, HEAD + """
                @ConfigSchema(id = "two")
                record Two(Part part, List<Part> parts) {}
                """, HEAD + """
                @ConfigRecord
                record Part(Map<Missing, Missing> missing, @Default("many") int x) {}
                """))
                .containsExactly("Two.java:7 ALC117", "Part.java:7 ALC126", "Part.java:7 ALC102");
    }

    private static List<String> problems(String... sources) {
        return found(Compile.compile(sources));
    }

    /** The problems that the processor shows, as file, line and id. */
    private static List<String> found(Compilation compilation) {
        return Compile.errors(compilation).stream()
                .filter(error -> !ManyMistakes.id(error).isEmpty())
                .map(error -> error.substring(0, error.indexOf(' ')) + " " + ManyMistakes.id(error))
                .toList();
    }
}
