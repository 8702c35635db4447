package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the processor gets on with compilers, other processors, and being used twice. */
class CompilersTest {
    private static final List<String> PROJECT = List.of(
            Samples.EXPERIMENT,
            Samples.MODEL,
            Samples.RUNTIME_CONFIG,
            Samples.TRAINER,
            Samples.TRAIN_COMMAND,
            Samples.PRETRAINER);

    @TempDir
    private Path folder;

    @Test
    void aSecondCompilationThroughTheSameClassesWithItsFilesInReverseOrderMakesTheSame() throws IOException {
        List<String> reversed = new ArrayList<>(PROJECT);
        Collections.reverse(reversed);

        Map<String, String> first = Compile.generated(Compile.compile(PROJECT.toArray(String[]::new)));
        Map<String, String> second = Compile.generated(Compile.compile(reversed.toArray(String[]::new)));

        assertThat(first).hasSize(13);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void theCompilerOfAnotherReleaseMakesTheSameWithoutAWarning() throws Exception {
        Javac.OWN.compile(folder.resolve("own"), List.of(), false, Javac.sources(EveryType.SOURCES));
        Javac.ofOtherRelease().compile(folder.resolve("other"), List.of(), false, Javac.sources(EveryType.SOURCES));

        assertThat(Javac.generated(folder.resolve("other")))
                .hasSizeGreaterThan(9)
                .isEqualTo(Javac.generated(folder.resolve("own")));
    }

    @Test
    void whatAnotherProcessorGeneratesIsWaitedFor() {
        Compilation compilation = Compile.compiler()
                .withProcessors(new SchemaProcessor(), new IndexProcessor(), new Generator("lab.Later", """
                                package lab;

                                @io.alchemi.schema.ConfigSchema(id = "later")
                                record Later(@io.alchemi.schema.Default("1") int x) {
                                    static final String TEXT = "7";
                                }
                                """))
                .compile(Compile.source("""
                                package lab;

                                import io.alchemi.schema.*;

                                @ConfigSchema(id = "waits")
                                record Waits(
                                        Later later,
                                        @Default(Later.TEXT) int y,
                                        @Input(schema = Later.class) @Default("a") java.nio.file.Path file) {}
                                """), Compile.source("""
                                package lab;

                                import io.alchemi.schema.*;

                                @ConfigSchema(id = "other")
                                record Other(@Default("1") int x) {}
                                """));

        assertThat(Compile.errors(compilation)).isEmpty();
        assertThat(compilation.warnings()).isEmpty();
        assertThat(Compile.generated(compilation, "lab.WaitsSchema"))
                .contains("default 7", "record lab.Later", "file file inputof later");
        assertThat(Compile.generated(compilation, "lab.LaterSchema")).contains("key x");
        assertThat(Compile.generated(compilation, "lab.OtherSchema")).contains("key x");
    }

    @Test
    void aModuleThatReadsNeitherTheCompilersModuleNorJspecifyGetsNoAnnotationOfThem() throws IOException {
        Path sources = Files.createDirectories(folder.resolve("module/lab"));
        Files.writeString(sources.resolveSibling("module-info.java"), """
                module lab {
                    requires static transitive io.alchemi.schema;
                    requires transitive io.alchemi.config;
                    exports lab;
                }
                """);
        Files.writeString(sources.resolve("Fine.java"), """
                package lab;

                import io.alchemi.schema.*;

                /**
                 * Fine.
                 *
                 * @param x a number
                 */
                @ConfigSchema(id = "fine")
                public record Fine(@Default("1") int x) {}
                """);
        String path = modulePath();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        Path out = folder.resolve("out");
        try (StandardJavaFileManager files = compiler.getStandardFileManager(problems, null, null)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    new StringWriter(),
                    files,
                    problems,
                    List.of(
                            "-d",
                            out.toString(),
                            "--module-path",
                            path,
                            "-Xlint:all,-processing",
                            "-Werror",
                            "--release",
                            "17"),
                    null,
                    files.getJavaFileObjects(sources.resolveSibling("module-info.java"), sources.resolve("Fine.java")));
            task.setProcessors(List.of(new SchemaProcessor(), new IndexProcessor()));
            boolean compiled = task.call();
            assertThat(problems.getDiagnostics()).isEmpty();
            assertThat(compiled).isTrue();
        }
        assertThat(Files.readString(out.resolve("lab/FineLoader.java")))
                .doesNotContain("@Generated", "@Nullable")
                .contains("InputStream open");
    }

    @Test
    void aUserWithoutJspecifyGetsNoAnnotationOfIt() {
        List<File> path = ClassPath.files(ClassPath.ofSources()).stream()
                .filter(entry -> !entry.getName().contains("jspecify"))
                .toList();

        Compilation compilation = Compile.compiler().withClasspath(path).compile(Compile.source("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "fine")
                        record Fine(@Default("1") int x) {}
                        """));

        assertThat(Compile.errors(compilation)).isEmpty();
        assertThat(Compile.generated(compilation, "lab.FineLoader"))
                .doesNotContain("Nullable")
                .contains("protected InputStream open(String name)");
    }

    /** The folders and jars of the class path that a module named lab needs. */
    private static String modulePath() {
        return ClassPath.text(ClassPath.ofSources());
    }

    @Test
    void namesOfTheUsersThatGeneratedCodeUsesTooDoNoHarm() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "names")
                        record Names(Docs docs, RecordBinder binder, Fields fields, RuleResults results, ValueReader reader,
                                PrimitiveArrays arrays, Outer.String string) {
                            @Rule("r")
                            static boolean fine(RuleResults results) { return true; }
                        }
                        """, """
                        package lab;

                        import io.alchemi.schema.*;

                        record Docs(@Default("1") int in, @Default("1") int it, @Default("1") int out) {
                            @Rule("r")
                            static boolean fine(int it, int out) { return true; }
                        }
                        """, """
                        package lab;

                        import io.alchemi.schema.*;

                        record RecordBinder(@Default("[1]") int[] x) {}
                        """, """
                        package lab;

                        import io.alchemi.schema.*;

                        record ValueReader(@Default("1") int x) {}
                        """, """
                        package lab;

                        import io.alchemi.schema.*;

                        record PrimitiveArrays(@Default("[1]") int[] x) {}
                        """, """
                        package lab;

                        import io.alchemi.schema.*;

                        record Fields(@Default("1") int x) {}
                        """, """
                        package lab;

                        import io.alchemi.schema.*;

                        record RuleResults(@Default("1") int x) {
                            @Rule("r")
                            static boolean fine(int x) { return true; }
                        }
                        """, """
                        package lab;

                        import io.alchemi.schema.*;

                        class Outer {
                            record String(@Default("1") int x) {}
                        }
                        """, """
                        package lab.strings;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "string")
                        record String(@Default("1") int x, @Default("a") java.lang.String y) {}
                        """, """
                        package lab.objects;

                        class Object {}
                        """, """
                        package lab.objects;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "objects")
                        record Holder(@Default("1") int x) {}
                        """, """
                        package lab.boxes;

                        class Long {}
                        """, """
                        package lab.boxes;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "boxes")
                        record Holder(@Default("[1]") java.util.List<java.lang.Long> x) {}
                        """, """
                        import io.alchemi.schema.*;

                        record String(@Default("1") int x, @Default("a") java.lang.String y) {}
                        """, """
                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "unnamed")
                        record Holder(String string) {}
                        """))
                .isEmpty();
    }

    @Test
    void whatTheUserDeprecatedIsNoWarningInGeneratedCode() {
        Compilation compilation = Compile.compile("""
                package lab;

                import io.alchemi.schema.*;

                /** @deprecated no longer used */
                @Deprecated
                @ConfigSchema(id = "old")
                record Old(@Default("1") int x) {}
                """, """
                package lab;

                import io.alchemi.schema.*;

                @ConfigSchema(id = "fine")
                @SuppressWarnings("deprecation")
                record Fine(Old old) {
                    /** @deprecated no longer holds */
                    @Deprecated
                    @Rule("r")
                    static boolean rule(Old old) { return old != null; }
                }
                """);

        assertThat(Compile.errors(compilation)).isEmpty();
        assertThat(compilation.warnings()).isEmpty();
    }
}
