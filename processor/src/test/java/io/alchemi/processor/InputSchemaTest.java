package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import io.alchemi.config.Loader;
import io.alchemi.config.diagnose.Diagnostic;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inputs whose files have a schema of their own (docs/design.md, rule 5.6). */
class InputSchemaTest {
    private static final String BANDS = """
            package optics;

            import io.alchemi.schema.*;
            import java.nio.file.Path;
            import org.jspecify.annotations.Nullable;

            /**
             * Bands.
             *
             * @param center middle
             * @param base what these are laid over
             */
            @ConfigSchema(id = "optics.bands")
            public record Bands(
                    @Default("550") @Range(min = 0) double center,
                    @Input(schema = Bands.class) @Nullable Path base) {}
            """;

    private static final String STUDY = """
            package lab;

            import io.alchemi.schema.*;
            import java.nio.file.Path;
            import java.util.*;
            import org.jspecify.annotations.Nullable;

            /**
             * A study.
             *
             * @param part a part
             * @param settings its own way
             * @param more others
             * @param table measured
             */
            @ConfigSchema(id = "lab.study")
            public record Study(
                    Part part,
                    @Input(schema = Study.Way.class) Optional<Path> settings,
                    @Input(schema = optics.Bands.class) @Default("[]") List<Path> more,
                    @Input @Nullable Path table) {
                /**
                 * A part.
                 *
                 * @param bands where they are
                 */
                public record Part(@Input(schema = optics.Bands.class) @Nullable Path bands) {}

                /**
                 * A way.
                 *
                 * @param steps how long
                 */
                @ConfigSchema(id = "lab.way")
                public record Way(@Default("1") int steps) {}
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void theGeneratedClassNamesTheBindingsOfItsInputs() throws Exception {
        Compilation compilation = Compile.compile(STUDY, BANDS);

        assertThat(Compile.errors(compilation)).isEmpty();
        assertThat(Compile.generated(compilation, "lab.StudySchema"))
                .contains("key settings settings inputof lab.way nullable", "key more more list inputof optics.bands")
                .contains("key table table input nullable")
                .contains("return new RecordBinder<?>[] {lab.Study_WaySchema.INSTANCE, optics.BandsSchema.INSTANCE};");
        assertThat(Compile.generated(compilation, "optics.BandsSchema"))
                .contains("return new RecordBinder<?>[] {optics.BandsSchema.INSTANCE};");
        assertThat(Compile.generated(compilation, "lab.Study_WaySchema")).doesNotContain("inputs()");
    }

    @Test
    void theSchemaOfAFileIsLoadedOnlyForAFile() throws Exception {
        Path study = Files.writeString(folder.resolve("study.yaml"), "part: {bands: bands.yaml}\n");
        CompiledClasses classes = new CompiledClasses(Compile.compile(STUDY, BANDS));
        Loader<?> loader = (Loader<?>)
                classes.loadClass("lab.StudyLoader").getConstructor().newInstance();

        loader.load(study);
        assertThat(classes.hasLoaded("lab.StudySchema")).isTrue();
        assertThat(classes.hasLoaded("optics.BandsSchema")).isFalse();

        Files.writeString(folder.resolve("bands.yaml"), "center: 1\n");
        loader.load(study);
        assertThat(classes.hasLoaded("optics.BandsSchema")).isTrue();
        assertThat(classes.hasLoaded("optics.Bands")).isTrue();
    }

    @Test
    void theSchemaMayBeOfAnotherJar() throws Exception {
        Path first = Javac.OWN.compile(folder.resolve("first"), List.of(), false, Javac.sources(BANDS));
        Path second = Javac.OWN.compile(folder.resolve("second"), List.of(first), false, Javac.sources(STUDY));
        Path study = Files.writeString(folder.resolve("study.yaml"), "part: {bands: bands.yaml}\nsettings: way.yaml\n");
        Files.writeString(folder.resolve("bands.yaml"), "center: -1\nbase: base.yaml\n");
        Files.writeString(folder.resolve("base.yaml"), "centre: 1\n");
        Files.writeString(folder.resolve("way.yaml"), "steps: many\n");

        try (URLClassLoader classes = new URLClassLoader(
                new URL[] {first.toUri().toURL(), second.toUri().toURL()},
                getClass().getClassLoader())) {
            Loader<?> loader = (Loader<?>)
                    classes.loadClass("lab.StudyLoader").getConstructor().newInstance();
            assertThat(loader.check(study).stream().map(InputSchemaTest::shown))
                    .containsExactly(
                            "bands.yaml:1 ALC204 referenced by part.bands (study.yaml:1:15)",
                            "way.yaml:1 ALC203 referenced by settings (study.yaml:2:11)",
                            "base.yaml:1 ALC201 referenced by base (bands.yaml:2:7)");
        }
    }

    private static String shown(Diagnostic problem) {
        Path file = Path.of(problem.place().document().name());
        String note = problem.notes().get(problem.notes().size() - 1);
        return file.getFileName() + ":" + problem.place().span().line() + " "
                + problem.id().code() + " "
                + note.replace(file.getParent() + "/", "");
    }

    @Test
    void whatIsNamedMustBeASchema() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import java.nio.file.Path;
                        import java.util.List;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                @Input(schema = Part.class) @Default("a") Path record,
                                @Default("[]")
                                @Input(schema = int.class)
                                List<Path> primitive,
                                @Input(schema = String.class) @Default("a") Path text,
                                @Input(schema = void.class) @Default("a") Path none,
                                @Input(schema = Bad.class) @Default("a") String noPath,
                                @Input(schema = Part.class) @Default("a") String neither) {
                            record Part(@Default("1") int x) {}
                        }
                        """))
                .containsExactly(
                        "Bad.java:9 record: @Input on Bad.record names Bad.Part as the schema of the file, but"
                                + " Bad.Part is not the root of a schema. Name a record with @ConfigSchema(id = \"…\"),"
                                + " or remove 'schema'. [ALC140]",
                        "Bad.java:12 primitive: @Input on Bad.primitive names int as the schema of the file,"
                                + " but int is not the root of a schema. Name a record with @ConfigSchema(id = \"…\"), or"
                                + " remove 'schema'. [ALC140]",
                        "Bad.java:13 text: @Input on Bad.text names String as the schema of the file, but"
                                + " String is not the root of a schema. Name a record with @ConfigSchema(id = \"…\"), or"
                                + " remove 'schema'. [ALC140]",
                        "Bad.java:15 noPath: @Input does not apply to Bad.noPath of type String, only to a"
                                + " java.nio.file.Path. Remove it. [ALC121]",
                        "Bad.java:16 neither: @Input does not apply to Bad.neither of type String, only to a"
                                + " java.nio.file.Path. Remove it. [ALC121]");
    }

    @Test
    void aSchemaThatIsNotSoundIsTheOnlyError() {
        assertThat(Compile.errors(STUDY, BANDS.replace("min = 0", "min = 5, max = 1")))
                .containsExactly("Bands.java:15 center: No value of Bands.center satisfies its range: ≥ 5 and ≤ 1. Swap"
                        + " min and max. [ALC105]");
    }

    @Test
    void aSchemaThatNobodyWritesIsReported() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import java.nio.file.Path;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                @Input(schema = Nowhere.class) @Default("a") Path bands) {}
                        """))
                .contains("Bad.java:8 bands: An annotation of Bad.bands refers to a constant or class that does"
                        + " not exist and was not generated by an annotation processor. Correct the name, or"
                        + " import it. [ALC126]");
    }

    @Test
    void aSchemaOfAJarWithoutGeneratedClassesIsReported() throws Exception {
        Path classes = Javac.OWN.compile(folder.resolve("plain"), List.of(), false, Javac.sources(BANDS));
        Files.delete(classes.resolve("optics/BandsSchema.class"));
        List<File> path = Stream.concat(Stream.of(classes.toFile()), ClassPath.files(ClassPath.ofSources()).stream())
                .toList();

        assertThat(Compile.errors(Compile.compiler().withClasspath(path).compile(Compile.source(STUDY))))
                .containsExactly(
                        "Study.java:20 more: @Input on Study.more names Bands as the schema of the file, but it"
                                + " was compiled without Alchemi's annotation processor. Compile its module with the"
                                + " processor. [ALC140]",
                        "Study.java:27 bands: @Input on Study.Part.bands names Bands as the schema of the file,"
                                + " but it was compiled without Alchemi's annotation processor. Compile its module with"
                                + " the processor. [ALC140]");
    }
}
