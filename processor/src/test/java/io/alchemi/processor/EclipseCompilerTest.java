package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.Loader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.eclipse.jdt.internal.compiler.batch.Main;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the processor gets on with the compiler of Eclipse. */
class EclipseCompilerTest {
    @TempDir
    private Path folder;

    @Test
    void itMakesTheSame() throws IOException {
        assertSame(
                Samples.EXPERIMENT,
                Samples.MODEL,
                Samples.RUNTIME_CONFIG,
                Samples.TRAINER,
                Samples.TRAIN_COMMAND,
                Samples.PRETRAINER);
    }

    @Test
    void itMakesTheSameOfEveryTypeAndThatRuns() throws Exception {
        assertSame(EveryType.SOURCES);

        try (URLClassLoader classes = new URLClassLoader(
                new URL[] {folder.resolve("classes").toUri().toURL()},
                getClass().getClassLoader())) {
            Loader<?> loader = (Loader<?>)
                    classes.loadClass("lab.EverythingLoader").getConstructor().newInstance();
            assertThat(loader.load(EveryType.DOCUMENT).value().toString())
                    .contains("grid=Even[start=1.0, stop=2500.0]", "byMode={FAST=2.5, SLOW=3.0}");
        }
    }

    @Test
    void itMakesTheSameOfGenericRecordsAndThatRuns() throws Exception {
        assertSame(GenericRecordTest.SOURCES);

        try (URLClassLoader classes = new URLClassLoader(
                new URL[] {folder.resolve("classes").toUri().toURL()},
                getClass().getClassLoader())) {
            Loader<?> loader = (Loader<?>)
                    classes.loadClass("lab.ServerLoader").getConstructor().newInstance();
            assertThat(loader.load("size: {min: 1, max: 2}").value().toString())
                    .contains("size=Range[min=1, max=2", "waits=[Range[min=PT1S, max=PT2S");
        }
    }

    @Test
    void itMakesTheSameOfTypesThatASealedInterfacePermitsWithoutSayingSo() throws IOException {
        assertSame("""
                package lab;

                import io.alchemi.schema.*;

                @ConfigSchema(id = "study")
                record Study(@Default("{type: sgd}") Optimizer optimizer) {
                    @Discriminator("type")
                    sealed interface Optimizer {
                        record Sgd(@Default("1") double lr) implements Optimizer {}

                        record Adam(@Default("1") double lr) implements Optimizer {}

                        record Lion(@Default("1") double lr) implements Optimizer {}

                        record AdamW(@Default("1") double lr) implements Optimizer {}
                    }
                }
                """);
    }

    /** Eclipse's compiler sorts nested types by name if there is no permits clause. */
    @Test
    void itKeepsTheOrderOfTheTypesThatASealedInterfacePermits() throws IOException {
        assertSame(UnionOrderTest.SOURCE);

        assertThat(UnionOrderTest.orders(files(folder.resolve("classes")))).startsWith(UnionOrderTest.ORDERS);
    }

    /** Eclipse's compiler sorts the constants of class files by name. */
    @Test
    void itKeepsTheOrderOfTheConstantsOfALibrary() throws IOException {
        Compile.toFolder(folder.resolve("classes"), List.of(), "-proc:none", """
                package optics;

                public enum Coating {
                    SILVER, GOLD, @Deprecated ALUMINIUM, COPPER;

                    public static final Coating BEST = GOLD;
                }
                """);
        String lens = """
                package lab;

                import io.alchemi.schema.*;

                @ConfigSchema(id = "lens")
                record Lens(
                        @Default("gold") optics.Coating coating,
                        @Default("seconds") java.util.concurrent.TimeUnit unit,
                        @Default("read") java.nio.file.StandardOpenOption opened) {}
                """;
        assertThat(messages(Diagnostic.Kind.ERROR, List.of(lens))).isEmpty();

        assertThat(files(folder.resolve("classes")).get("lab/lens.schema.json"))
                .contains("[\"silver\", \"gold\", \"copper\"]", "\"nanoseconds\", \"microseconds\", \"milliseconds\"")
                .isEqualTo(Compile.generated(
                                Compile.with(folder.resolve("classes")).compile(Compile.source(lens)))
                        .get("lab/lens.schema.json"));
    }

    private void assertSame(String... sources) throws IOException {
        Map<String, String> byJavac = Compile.generated(Compile.compile(sources));

        List<String> errors = messages(Diagnostic.Kind.ERROR, List.of(sources));

        assertThat(errors).isEmpty();
        Map<String, String> byEclipse = files(folder.resolve("sources"));
        byEclipse.putAll(files(folder.resolve("classes")));
        assertThat(byEclipse.keySet()).isEqualTo(byJavac.keySet());
        byJavac.forEach((name, text) -> assertThat(byEclipse.get(name)).isEqualTo(text));
    }

    @Test
    void theDocsOfAnEnumOfAnEarlierCompilationAreKept() throws IOException {
        String kept = """
                package optics;

                /** A coating. */
                @io.alchemi.schema.ConfigRecord
                public enum Coating {
                    /** Silver. */
                    AG
                }
                """;
        String plain = kept.replace("@io.alchemi.schema.ConfigRecord", "").replace("Coating", "Finish");
        assertThat(messages(Diagnostic.Kind.ERROR, List.of(kept, plain))).isEmpty();

        List<String> warnings = messages(Diagnostic.Kind.WARNING, List.of("""
                package lab;

                import io.alchemi.schema.*;

                @ConfigSchema(id = "lens")
                record Lens(@Default("ag") optics.Coating coating, @Default("ag") optics.Finish finish) {}
                """));

        assertThat(warnings).isEmpty();
        assertThat(Files.readString(folder.resolve("classes/lab/lens.md")).split("Silver\\.", -1))
                .hasSize(3);
    }

    /** The command of this compiler does not generate a class that is on the class path. */
    @Test
    void theClassesOfAnEarlierCompilationMayNotBeOnTheClassPath() throws IOException {
        Path fit = Files.writeString(folder.resolve("Fit.java"), """
                package lab;

                @io.alchemi.schema.ConfigRecord
                record Fit(@io.alchemi.schema.Default("1") int degree) {}
                """);
        assertThat(printed(fit)).isEmpty();

        assertThat(printed(fit))
                .contains(
                        "Cannot generate lab.FitSchema for Fit, since it is already on the class path, probably from an"
                                + " earlier compilation. Remove the folder or jar that contains it from the class path. [ALC128]");
    }

    /** Returns what the command prints. */
    private String printed(Path source) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        String own = ClassPath.text(ClassPath.ofSources());
        StringWriter printed = new StringWriter();
        PrintWriter out = new PrintWriter(printed);
        new Main(out, out, false, null, null).compile(new String[] {
            "-17",
            "-d",
            classes.toString(),
            "-s",
            Files.createDirectories(folder.resolve("sources")).toString(),
            "-cp",
            own + File.pathSeparator + classes,
            "-processorpath",
            System.getProperty("java.class.path"),
            "-processor",
            SchemaProcessor.class.getName(),
            source.toString()
        });
        return printed.toString();
    }

    @Test
    void itReportsTheSameProblems() throws IOException {
        List<String> sources = List.of("""
                package lab;

                import io.alchemi.schema.*;
                import java.util.*;
                import org.jspecify.annotations.Nullable;

                @ConfigSchema(id = "bad")
                record Bad(
                        @Default("1") @Range(min = 2) int steps,
                        char letter,
                        @Default("[]") List<@Nullable String> items,
                        Optional<List<String>> maybe,
                        @Default("{}") Map<Integer, String> map,
                        @Default("[]") Set<Bad> set,
                        @Default("a") @Length(min = 2, max = 1) String text) {}
                """, """
                package lab;

                import io.alchemi.schema.*;

                @ConfigSchema(id = "worse")
                record Worse(@Default("{}") Grid grid, @Default("{type: a}") Layer layer) {}

                @Discriminator("type")
                sealed interface Layer {
                    record A(@Default("1") int type) implements Layer {}

                    @Key("a")
                    record B(@Default("1") int x) implements Layer {}

                    enum C implements Layer {}
                }

                sealed interface Grid {
                    record Even() implements Grid {}

                    record Odd() implements Grid {}
                }
                """, """
                package lab;

                import io.alchemi.schema.*;

                @ConfigSchema(id = Gone.ID)
                record Worst(
                        @Default(Gone.TEXT) @Key(Gone.KEY) @Range(min = Gone.MIN) int first,
                        @Input(schema = Gone.class) @Default("x") java.nio.file.Path path,
                        @Default("many") int second) {
                    @Rule("r")
                    static boolean rule(int first) { return true; }
                }
                """);

        List<String> problems = withIds(messages(Diagnostic.Kind.ERROR, sources));

        assertThat(problems).isNotEmpty().noneMatch(problem -> problem.contains("ALC900"));
        assertThat(problems)
                .containsExactlyInAnyOrderElementsOf(
                        withIds(Compile.errorsAnywhere(Compile.compile(sources.toArray(String[]::new)))));
    }

    /** The messages of the processor, without those of the compiler. */
    private static List<String> withIds(List<String> messages) {
        return messages.stream()
                .filter(message -> !ManyMistakes.id(message).isEmpty())
                .toList();
    }

    @Test
    void itReportsTheSameProblemsInTheSameOrder() throws IOException {
        List<Diagnostic<? extends JavaFileObject>> problems = diagnostics(ManyMistakes.SOURCES).stream()
                .filter(problem -> !ManyMistakes.id(problem.getMessage(null)).isEmpty())
                .toList();

        assertThat(problems).hasSameSizeAs(ManyMistakes.PROBLEMS);
        for (int i = 0; i < problems.size(); i++) {
            Diagnostic<? extends JavaFileObject> problem = problems.get(i);
            String id = " " + ManyMistakes.id(problem.getMessage(null));
            // This compiler knows no line of a record.
            String place = problem.getLineNumber() > 0 ? ":" + problem.getLineNumber() : "";
            assertThat(ManyMistakes.PROBLEMS.get(i)).endsWith(place + id);
        }
    }

    private List<String> messages(Diagnostic.Kind kind, List<String> sources) throws IOException {
        return diagnostics(sources).stream()
                .filter(problem -> problem.getKind() == kind)
                .map(problem -> problem.getMessage(null))
                .toList();
    }

    /** What Eclipse says about sources, which it compiles into folders. */
    private List<Diagnostic<? extends JavaFileObject>> diagnostics(List<String> sources) throws IOException {
        EclipseCompiler compiler = new EclipseCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        Path input = Files.createDirectories(folder.resolve("input"));
        List<Path> files = new ArrayList<>();
        for (String text : sources) {
            URI name = Compile.source(text).toUri();
            Path file = input.resolve(name.getPath().substring(1));
            Files.createDirectories(file.getParent());
            files.add(Files.writeString(file, text, StandardCharsets.UTF_8));
        }
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(problems, null, null)) {
            manager.setLocationFromPaths(
                    StandardLocation.CLASS_OUTPUT, List.of(Files.createDirectories(folder.resolve("classes"))));
            manager.setLocationFromPaths(
                    StandardLocation.SOURCE_OUTPUT, List.of(Files.createDirectories(folder.resolve("sources"))));
            JavaCompiler.CompilationTask task = compiler.getTask(
                    new StringWriter(),
                    manager,
                    problems,
                    List.of(
                            "--release",
                            "17",
                            "-encoding",
                            "UTF-8",
                            "-cp",
                            ClassPath.text(ClassPath.ofSources()) + File.pathSeparator + folder.resolve("classes")),
                    null,
                    manager.getJavaFileObjectsFromPaths(files));
            task.setProcessors(List.of(new SchemaProcessor(), new IndexProcessor()));
            task.call();
        }
        return problems.getDiagnostics();
    }

    private static Map<String, String> files(Path root) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                if (!file.toString().endsWith(".class")) {
                    files.put(root.relativize(file).toString(), Files.readString(file));
                }
            }
        }
        return files;
    }
}
