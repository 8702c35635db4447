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
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @TempDir
    private Path first;

    @TempDir
    private Path second;

    @Test
    void aRecordOfAnotherJarIsDescribedByItsGeneratedClass() throws Exception {
        Compile.toFolder(first, List.of(), OPTICS);
        Compile.toFolder(second, List.of(first), CAMERA);

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
        Compile.toFolder(first, List.of(), OPTICS, CAMERA);
        String page = Files.readString(first.resolve("lab/camera.md"));
        byte[] lens = Files.readAllBytes(first.resolve("optics/LensSchema.class"));

        Compile.toFolder(second, List.of(first), CAMERA);

        assertThat(Files.readString(second.resolve("lab/camera.md"))).isEqualTo(page);
        assertThat(Files.readString(second.resolve("lab/camera.schema.json")))
                .isEqualTo(Files.readString(first.resolve("lab/camera.schema.json")));
        assertThat(second.resolve("optics/LensSchema.class")).doesNotExist();
        assertThat(lens).isNotEmpty();
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
        Compile.toFolder(first, List.of(), Samples.EXPERIMENT, Samples.MODEL, Samples.RUNTIME_CONFIG, options);

        Compile.toFolder(
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
        Compile.toFolder(first, List.of(), OPTICS, CAMERA);
        List<Path> before = files(first);

        Compile.toFolder(second, List.of(first), List.of("lab.Camera", "optics.Lens"), """
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
        Compile.toFolder(first, List.of(), "-proc:none", OPTICS, """
                package optics;

                class LensSchema {
                    static final String TEXT = "alchemi 1\\nrecord \\"x";
                }
                """);

        Compilation compilation = Compile.with(first).compile(Compile.source(CAMERA), Compile.source("""
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
        Compile.toFolder(first, List.of(), "-proc:none", OPTICS);

        Compilation compilation = Compile.with(first).compile(Compile.source(CAMERA));

        assertThat(Compile.errors(compilation))
                .containsExactly("Camera.java:12 lens: Camera.lens uses optics.Lens, which was compiled without"
                        + " Alchemi's annotation processor, or before a schema reached it. Compile its module with the"
                        + " processor, and mark the record with @ConfigRecord. [ALC118]");
        assertThat(Compile.errors(Compile.with(first)
                        .compile(Compile.source(CAMERA.replace("optics.Lens", "@Flatten optics.Lens")))))
                .isEqualTo(Compile.errors(compilation));
    }

    @Test
    void aRecordOfTheSourcePathIsAnError() throws IOException {
        Path folder = Files.createDirectories(first.resolve("optics"));
        for (String docs : List.of(OPTICS, OPTICS.replaceFirst("(?s)/\\*\\*.*?\\*/", ""))) {
            Files.writeString(folder.resolve("Lens.java"), docs);

            assertThat(Compile.errors(Compile.with(first).compile(Compile.source(CAMERA))))
                    .containsExactly(
                            "Camera.java:12 lens: Camera.lens uses optics.Lens, which was found on the source path,"
                                    + " whose files are not processed. Pass its source file to the compiler too. [ALC118]");
        }
    }

    @Test
    void theDocsOfAnEnumOfTheSourcePathAreKept() throws IOException {
        Path folder = Files.createDirectories(first.resolve("optics"));
        Files.writeString(folder.resolve("Coating.java"), """
                package optics;

                public enum Coating {
                    /** Silver. */
                    AG
                }
                """);

        Compilation compilation = Compile.with(first).compile(Compile.source("""
                package lab;

                import io.alchemi.schema.*;

                @ConfigSchema(id = "lens")
                record Lens(@Default("ag") optics.Coating coating) {}
                """));

        assertThat(Compile.warnings(compilation)).noneMatch(warning -> warning.contains("ALC"));
        assertThat(Compile.generated(compilation).get("lab/lens.md")).contains("Silver.");
    }

    @Test
    void anUnusableRecordOfAnotherJarDoesNotHideABadDefault() throws IOException {
        Compile.toFolder(first, List.of(), OPTICS);
        Compile.toFolder(first, List.of(), "-proc:none", "package optics;\npublic record Stand(int height) {}\n");

        Compilation compilation = Compile.with(first).compile(Compile.source("""
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
        Compile.toFolder(first, List.of(), "-proc:none", OPTICS, """
                package optics;

                class LensSchema {
                    static final String TEXT = "alchemi 99\\n";
                }
                """);

        Compilation compilation = Compile.with(first).compile(Compile.source(CAMERA));

        assertThat(Compile.errors(compilation))
                .singleElement()
                .asString()
                .contains("alchemi 99", "update Alchemi", "ALC118");
    }

    @Test
    void theProblemOfARecordOfAnotherJarIsReportedWhereItIsUsed() throws IOException {
        Compile.toFolder(first, List.of(), """
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

        Compilation compilation = Compile.with(first).compile(Compile.source("""
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
        Compile.toFolder(first, List.of(), """
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

        Compilation compilation = Compile.with(first).compile(Compile.source("""
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
        Compile.toFolder(first, List.of(), limits, range);
        Compile.toFolder(second, List.of(first), """
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
        Compile.toFolder(first, List.of(), longer(limits), longer(range));

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

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
