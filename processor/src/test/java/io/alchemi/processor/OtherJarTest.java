package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.testing.compile.Compilation;
import io.alchemi.config.Loader;
import io.alchemi.config.generated.RecordBinder;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType.RecordType;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that are class files when the root is compiled: of another jar, or of an earlier build of this one. */
class OtherJarTest {
    private static final String OPTICS = """
            package optics;

            import io.alchemi.schema.*;
            import org.jspecify.annotations.Nullable;

            /**
             * A lens.
             *
             * @param focus length in millimetres
             * @param coating what it is coated with, or null
             * @param maker who made it
             */
            @ConfigRecord
            public record Lens(
                    @Default("50") @Range(min = 1) int focus,
                    @Nullable Coating coating,
                    Maker maker) {
                /** What a lens is coated with. */
                public enum Coating {
                    /** Silver. */
                    AG
                }

                /**
                 * A maker.
                 *
                 * @param name how it is called; "%s"
                 */
                public record Maker(@Example("Zeiss") String name) {}
            }
            """.replace("%s", "long ".repeat(40_000) + "\u00fc");

    private static final String CAMERA = """
            package lab;

            import io.alchemi.schema.*;

            /**
             * A camera.
             *
             * @param lens what it looks through
             */
            @ConfigSchema(id = "camera")
            public record Camera(
                    optics.Lens lens) {}
            """;

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
    void aRecordOfAnotherJarIsDescribedByItsGeneratedClass() throws Exception {
        compile(first, List.of(), OPTICS);
        compile(second, List.of(first), CAMERA);

        try (URLClassLoader classes = new URLClassLoader(
                new URL[] {first.toUri().toURL(), second.toUri().toURL()},
                getClass().getClassLoader())) {
            Schema schema = ((RecordBinder<?>) classes.loadClass("lab.CameraSchema")
                            .getField("INSTANCE")
                            .get(null))
                    .schema();
            RecordSchema lens = schema.record(new RecordType("optics.Lens"));
            KeySchema coating = lens.keys().get(1);
            assertThat(coating.nullable()).isTrue();
            assertThat(lens.keys().get(0).defaultText()).isEqualTo("50");
            assertThat(schema.docs(lens).ofKey("focus")).isEqualTo("length in millimetres");
            assertThat(schema.docs(schema.record(new RecordType("optics.Lens.Maker")))
                            .ofKey("name"))
                    .hasSize(200_001 + "how it is called; \"\"".length())
                    .endsWith("\u00fc\"");
        }
        assertThat(Files.readString(second.resolve("lab/camera.md")))
                .contains("length in millimetres", "Silver", "or null");
        assertThat(second.resolve("optics")).doesNotExist();
    }

    @Test
    void anUnchangedRecordOfTheSameModuleKeepsItsDocs() throws Exception {
        compile(first, List.of(), OPTICS, CAMERA);
        String page = Files.readString(first.resolve("lab/camera.md"));
        byte[] lens = Files.readAllBytes(first.resolve("optics/LensSchema.class"));

        compile(second, List.of(first), CAMERA);

        assertThat(Files.readString(second.resolve("lab/camera.md"))).isEqualTo(page);
        assertThat(Files.readString(second.resolve("lab/camera.schema.json")))
                .isEqualTo(Files.readString(first.resolve("lab/camera.schema.json")));
        assertThat(second.resolve("optics/LensSchema.class")).doesNotExist();
        assertThat(lens).isNotEmpty();
    }

    @Test
    void anUnchangedEnumOfTheSameModuleKeepsItsDocs() throws Exception {
        String mode = """
                package lab;

                public enum Mode {
                    /** Masks bands. */
                    MAE
                }
                """;
        compile(first, List.of(), mode, MODES);
        assertThat(Files.readString(first.resolve("lab/modes.md"))).contains("Masks bands");

        compile(second, List.of(first), MODES);

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
        compile(
                first,
                List.of(),
                "package lab;\nimport io.alchemi.schema.*;\n" + mode.formatted("/** Masks bands. */"));

        compile(second, List.of(first), MODES);

        assertThat(Files.readString(second.resolve("lab/modes.md"))).contains("Masks bands");
        assertThat(second.resolve("lab/ModeDocs.class")).doesNotExist();
    }

    @Test
    void anEnumWhoseDocsWereNotKeptIsAWarningThatCanBeSuppressed() throws Exception {
        compile(first, List.of(), "-proc:none", "package lab;\npublic enum Mode { /** Masks bands. */ MAE }");

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
        compile(first, List.of(), "package lab;\npublic enum Mode { MAE }", MODES);

        compile(second, List.of(first), "-Xlint:all,-processing", "-Werror", MODES);

        assertThat(Files.readString(first.resolve("lab/ModeDocs.java")))
                .contains("final class ModeDocs")
                .doesNotContain("public", "TEXT");
        assertThat(Files.readString(first.resolve("lab/ModesSchema.java"))).doesNotContain("docsText", "Docs");
    }

    @Test
    void anEnumThatIsHandedToTheProcessorAsAClassFileKeepsItsDocs() throws Exception {
        compile(first, List.of(), "package lab;\npublic enum Mode { /** Masks bands. */ MAE }", MODES);

        compile(second, List.of(first), List.of("lab.Mode"), MODES);

        assertThat(second.resolve("lab/ModeDocs.class")).doesNotExist();
        assertThat(Files.readString(second.resolve("lab/modes.md"))).contains("Masks bands");
    }

    /** An older class of its docs is on the class path, as in a build that does not begin anew. */
    @Test
    void theDocsOfAnEnumThatIsCompiledAgainAreItsNewOnes() throws Exception {
        String mode = "package lab;\npublic enum Mode { /** Masks bands. */ MAE(1); private Mode(int x) {} }";
        compile(first, List.of(), mode, MODES);

        compile(second, List.of(first), mode.replace("bands", "pixels"), MODES);

        assertThat(Files.readString(second.resolve("lab/ModeDocs.java"))).contains("Masks pixels");
        assertThat(Files.readString(second.resolve("lab/modes.md"))).contains("Masks pixels");
    }

    @Test
    void commandsMayReceiveRecordsThatAreClassFiles() throws Exception {
        String options = """
                package lab;

                import io.alchemi.schema.*;
                import org.jspecify.annotations.Nullable;

                /**
                 * Print a text.
                 *
                 * @param text what is printed
                 * @param again what is printed after it
                 */
                @ConfigRecord
                public record Options(@Operand String text, @Operand @Nullable String again) {}
                """;
        String action = """
                package lab;

                import io.alchemi.command.*;
                import io.alchemi.schema.*;

                @Command("print")
                public class Print implements CommandAction<Options> {
                    @Override
                    public int run(Options options, CommandContext context) {
                        return 0;
                    }
                }
                """;
        compile(first, List.of(), Samples.EXPERIMENT, Samples.MODEL, Samples.RUNTIME_CONFIG, options);

        compile(
                second,
                List.of(first),
                Samples.TRAINER,
                Samples.TRAIN_COMMAND,
                Samples.PRETRAINER,
                Samples.COMMAND_ACTION,
                Samples.COMMAND_CONTEXT,
                Samples.ACTION_COMMAND,
                action);

        assertThat(Files.readString(second.resolve("META-INF/alchemi/index"))).isEqualTo("""
                        command "lab pretrain" lab.PretrainerMain lab.experiment
                        command print lab.PrintMain ""
                        """);
    }

    /** Gradle does this for the sake of the index. */
    @Test
    void classFilesThatAreHandedToTheProcessorAreLeftAsTheyAreAndIndexed() throws Exception {
        compile(first, List.of(), OPTICS, CAMERA);
        List<Path> before = files(first);

        compile(second, List.of(first), List.of("lab.Camera", "optics.Lens"), """
                package lab;

                import io.alchemi.schema.*;

                @ConfigSchema(id = "studio")
                record Studio(Camera camera) {}
                """);

        assertThat(Files.readString(second.resolve("META-INF/alchemi/index")))
                .isEqualTo("schema camera lab.CameraLoader\nschema studio lab.StudioLoader\n");
        assertThat(second.resolve("lab/CameraSchema.class")).doesNotExist();
        assertThat(Files.readString(second.resolve("lab/studio.md"))).contains("length in millimetres");
        assertThat(files(first)).isEqualTo(before);
    }

    /** A description that nobody wrote is no reason to throw at the compiler. */
    @Test
    void aFaultOfTheProcessorIsReportedAsOneAndOtherSchemasGoOn() throws IOException {
        compile(first, List.of(), "-proc:none", OPTICS, """
                package optics;

                class LensSchema {
                    static final String TEXT = "alchemi 1\\nrecord \\"x";
                }
                """);

        Compilation compilation = compilerWith(first).compile(Compile.source(CAMERA), Compile.source("""
                                package lab;

                                import io.alchemi.schema.*;

                                @ConfigSchema(id = "bad")
                                record Bad(char letter) {}
                                """));

        assertThat(Compile.errors(compilation))
                .anySatisfy(error -> assertThat(error)
                        .startsWith("Internal error in Alchemi, not in your code, while processing lab.Camera. Please"
                                + " report it with this stack trace:")
                        .contains("SchemaTextReader", "[ALC900]"))
                .anySatisfy(error -> assertThat(error).startsWith("Bad.java:6 letter: "))
                .hasSize(2);
    }

    @Test
    void aRecordThatWasCompiledWithoutTheProcessorIsAnError() throws IOException {
        compile(first, List.of(), "-proc:none", OPTICS);

        Compilation compilation = compilerWith(first).compile(Compile.source(CAMERA));

        assertThat(Compile.errors(compilation))
                .containsExactly("Camera.java:12 lens: Camera.lens uses optics.Lens, which was compiled without"
                        + " Alchemi's annotation processor, or before a schema reached it. Compile its module with the"
                        + " processor, and mark the record with @ConfigRecord. [ALC118]");
        assertThat(Compile.errors(compilerWith(first)
                        .compile(Compile.source(CAMERA.replace("optics.Lens", "@Flatten optics.Lens")))))
                .isEqualTo(Compile.errors(compilation));
    }

    @Test
    void anUnusableRecordOfAnotherJarDoesNotHideABadDefault() throws IOException {
        compile(first, List.of(), OPTICS);
        compile(first, List.of(), "-proc:none", "package optics;\npublic record Stand(int height) {}\n");

        Compilation compilation = compilerWith(first).compile(Compile.source("""
                package lab;

                import io.alchemi.schema.*;

                @ConfigSchema(id = "setup")
                record Setup(
                        optics.Stand stand,
                        @Default("{focus: 0}") optics.Lens lens) {}
                """));

        assertThat(Compile.errors(compilation))
                .satisfiesExactly(
                        error -> assertThat(error)
                                .startsWith("Setup.java:7 stand: ")
                                .endsWith("[ALC118]"),
                        error -> assertThat(error)
                                .startsWith("Setup.java:8 lens: ")
                                .endsWith("[ALC102]"));
    }

    @Test
    void aDescriptionOfANewerVersionIsAnErrorThatSaysWhatToDo() throws IOException {
        compile(first, List.of(), "-proc:none", OPTICS, """
                package optics;

                class LensSchema {
                    static final String TEXT = "alchemi 99\\n";
                }
                """);

        Compilation compilation = compilerWith(first).compile(Compile.source(CAMERA));

        assertThat(Compile.errors(compilation))
                .singleElement()
                .asString()
                .contains("alchemi 99", "update Alchemi", "ALC118");
    }

    @Test
    void theProblemOfARecordOfAnotherJarIsReportedWhereItIsUsed() throws IOException {
        compile(first, List.of(), """
                package optics;

                import io.alchemi.schema.*;

                /**
                 * A source.
                 *
                 * @param seed where noise begins
                 */
                @ConfigRecord
                public record Source(@Default("1") int seed) {}
                """);

        Compilation compilation = compilerWith(first).compile(Compile.source("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                Run global,
                                Part part) {
                            @GlobalBlock
                            record Run(@Default("1") int seed) {}

                            record Part(
                                    optics.Source source) {}
                        }
                        """));

        assertThat(Compile.errors(compilation))
                .singleElement()
                .asString()
                .startsWith("Bad.java:13 source: Source.seed declares 'part.source.seed', but 'seed' is a run-wide");
    }

    @Test
    void theProblemOfAnApplicationOfAGenericRecordOfAnotherJarIsReportedWhereItIsUsed() throws IOException {
        compile(first, List.of(), """
                package optics;

                import io.alchemi.schema.*;

                /**
                 * A limit.
                 *
                 * @param value what is allowed
                 */
                public record Limit<T>(@Default("1") @Range(min = 0) T value) {
                    @Rule("value must be even")
                    static <T> boolean even(T value) {
                        return value.hashCode() % 2 == 0;
                    }
                }
                """);

        Compilation compilation = compilerWith(first).compile(Compile.source("""
                        package lab;

                        import io.alchemi.schema.*;
                        import java.util.*;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                optics.Limit<Integer> right,
                                optics.Limit<String> wrong) {}
                        """));

        assertThat(Compile.errors(compilation))
                .containsExactly(
                        "Bad.java:9 wrong: @Range does not apply to Limit<String>.value of type String, only to numbers. Remove"
                                + " it. [ALC121]",
                        "Bad.java:9 wrong: The default '1' of Limit<String>.value is invalid: 'value' must be a string, but is"
                                + " the number 1; write '1' in quotes. [ALC102]");
    }

    @Test
    void aRecordWhosePartHasChangedIsToBeCompiledAgain() throws Exception {
        String limits = """
                package optics;

                import io.alchemi.schema.*;

                /**
                 * Limits.
                 *
                 * @param low the first
                 */
                @ConfigRecord
                public record Limits(@Default("1") int low) {}
                """;
        String range = """
                package optics;

                import io.alchemi.schema.*;

                /**
                 * A range.
                 *
                 * @param low the first
                 */
                @ConfigRecord
                public record Span<T>(@Default("1") T low) {}
                """;
        compile(first, List.of(), limits, range);
        compile(second, List.of(first), """
                package lab;

                import io.alchemi.schema.*;

                /**
                 * A lamp.
                 *
                 * @param limits of it
                 */
                @ConfigSchema(id = "lamp")
                public record Lamp(@Flatten optics.Limits limits) {}
                """, """
                package lab;

                import io.alchemi.schema.*;

                /**
                 * A lens.
                 *
                 * @param span of it
                 */
                @ConfigSchema(id = "lens")
                public record Lens(optics.Span<Integer> span) {}
                """);
        compile(first, List.of(), longer(limits), longer(range));

        assertThat(loadError("lab.LampLoader"))
                .startsWith(
                        "text:1:1: error: the configuration cannot be validated: Limits has changed since Lamp was compiled"
                                + " [ALC311]")
                .contains("compile Lamp again, and the other records that contain or flatten Limits");
        assertThat(loadError("lab.LensLoader"))
                .contains(
                        "error: 'span' cannot be validated: Span<Integer> has changed since Lens was compiled [ALC311]");
    }

    /** Returns a record with one more component. */
    private static String longer(String record) {
        return record.replace(" * @param low the first", " * @param low the first\n * @param high the last")
                .replace(" low) {}", " low, @Default(\"2\") int high) {}");
    }

    private String loadError(String loader) throws Exception {
        try (URLClassLoader classes = new URLClassLoader(
                new URL[] {first.toUri().toURL(), second.toUri().toURL()},
                getClass().getClassLoader())) {
            Loader<?> made =
                    (Loader<?>) classes.loadClass(loader).getConstructor().newInstance();
            Throwable error = catchThrowable(() -> made.load("{}"));
            return String.valueOf(error.getMessage());
        }
    }

    private static com.google.testing.compile.Compiler compilerWith(Path jar) {
        List<File> path = new ArrayList<>(List.of(jar.toFile()));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            path.add(new File(entry));
        }
        return Compile.compiler().withClasspath(path);
    }

    /** Compiles to a folder, since class files of a compilation in memory cannot be read by another one. */
    private static void compile(Path out, List<Path> path, String... optionsAndSources) throws IOException {
        compile(out, path, List.of(), optionsAndSources);
    }

    private static void compile(Path out, List<Path> path, List<String> classes, String... optionsAndSources)
            throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringBuilder classPath = new StringBuilder(System.getProperty("java.class.path"));
        path.forEach(entry -> classPath.append(File.pathSeparator).append(entry));
        List<String> options = new ArrayList<>(List.of("-d", out.toString(), "-cp", classPath.toString()));
        var sources = new ArrayList<javax.tools.JavaFileObject>();
        Arrays.stream(optionsAndSources).filter(text -> text.startsWith("-")).forEach(options::add);
        Arrays.stream(optionsAndSources)
                .filter(text -> !text.startsWith("-"))
                .forEach(text -> sources.add(Compile.source(text)));
        JavaCompiler.CompilationTask task =
                compiler.getTask(null, null, null, options, classes.isEmpty() ? null : classes, sources);
        if (!options.contains("-proc:none")) {
            task.setProcessors(List.of(new SchemaProcessor(), new IndexProcessor()));
        }
        assertThat(task.call()).isTrue();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
