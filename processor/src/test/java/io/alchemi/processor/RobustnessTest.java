package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import com.palantir.javapoet.JavaFile;
import io.alchemi.config.Loaded;
import io.alchemi.config.Loader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;

/** The nastiest Java that there is: it never makes the processor throw, and what is sound in it gets its code. */
class RobustnessTest {
    private static final String HEAD = """
            package lab;

            import io.alchemi.schema.*;
            import java.util.*;
            import org.jspecify.annotations.Nullable;

            """;

    /** Compiled beside each faulty source; it must not suffer. */
    private static final String SOUND = HEAD + """
            @ConfigSchema(id = "sound")
            record Sound(@Default("1") int x, @Default("[]") List<Sound> more) {}
            """;

    static List<String> faulty() {
        return List.of(
                "@ConfigSchema(id = \"a\") record A(Missing x, List<Missing> y, Map<Missing, Gone> z, Missing[] w) {}",
                "@ConfigSchema(id = \"a\") record A(Optional<Missing> x, List<? extends Missing> y) {}",
                "@ConfigSchema(id = \"a\") record A<T extends A<T>>(T x, List<T> y) {}",
                "@ConfigSchema(id = \"a\") record A(B<String, Integer> x) {} record B<S, T>(S s, T t) {}",
                "@ConfigSchema(id = \"a\") record A(A a) {}",
                "@ConfigSchema(id = \"a\") record A(B b) {} record B(C c) {} record C(A a, B b) {}",
                "@ConfigSchema(id = \"a\") record A(S s) {} sealed interface S permits S {}",
                "@ConfigSchema(id = \"a\") record A(S s) {} sealed interface S extends T permits T {}"
                        + " sealed interface T extends S permits S {}",
                "@ConfigSchema(id = \"a\") record A(S s) {} sealed interface S {}",
                "@ConfigSchema(id = \"a\") record A(S s) {} sealed interface S permits Missing, B {}"
                        + " record B(@Default(\"1\") int x) implements S {}",
                "@ConfigSchema(id = \"a\") record A(S s) {} sealed interface S permits B {} record B(int x) {}",
                "@ConfigSchema(id = \"a\") record A(S<String> s) {} sealed interface S<T> {}"
                        + " record B<T>(T t) implements S<T> {}",
                "@ConfigSchema(id = \"a\") @Discriminator(MISSING) sealed interface S {} record B(S s) implements S {}",
                "@ConfigSchema(id = \"a\") record A(@Default(NOPE) int x, @Range(min = NOPE) int y,"
                        + " @Length(NOPE) String z, @Alias({NOPE, 3}) int w, @Matches(value = 1) String v) {}",
                "@ConfigSchema(id = NOPE) record A(@Default(\"1\") int x) {}",
                "@ConfigSchema record A(@Default int x, @Range(least = 1) int y, @Suggest String z) {}",
                "@ConfigSchema(id = \"a\", id = \"b\") record A(@Default(\"1\") @Default(\"2\") int x) {}",
                "@ConfigSchema(id = \"a\") @Moved(from = \"\", to = \"\") @Moved(from = \".\", to = \"...\")"
                        + " @Retired(value = \"\", reason = \"\") record A(@Key(\"\") @Alias(\"\") int x) {}",
                "@ConfigSchema(id = \"a\") record A(@Default(\"[[[\") int x, @Default(\"*a\") int y,"
                        + " @Default(\"\\u0000\") String z, @Default(\"a: &x [*x]\") Map<String, String> w) {}",
                "@ConfigSchema(id = \"a\") record A(@Matches(value = \"(\", describedAs = \"\") String x,"
                        + " @Range(min = 0.0 / 0.0) double y, @Length(min = -1, max = -2) int[] z) {}",
                "@ConfigSchema(id = \"a\") record A(int x, int x) {}",
                "@ConfigSchema(id = \"a\") record A(int x) { A(int y) {} int x() { return 1; } }",
                "@ConfigSchema(id = \"a\") record A(int hashCode, String toString) {}",
                "@ConfigSchema(id = \"a\") record A(void x, var y, int... z) {}",
                "@ConfigSchema(id = \"a\") record A(int[][][] x, List[] y, Map<String, ?>[] z, Class<?> c, Object o) {}",
                "@ConfigSchema(id = \"a\") enum A { X } @ConfigSchema(id = \"b\") @interface B {}",
                "@ConfigSchema(id = \"a\") class A { void f() { @ConfigSchema(id = \"b\") record Local(int x) {} } }",
                "class A { class Inner { @ConfigSchema(id = \"b\") record In(Inner x, A.Inner[] y) {} } }",
                "@ConfigSchema(id = \"a\") record A(@Rule(\"r\") int x) { @Rule(\"r\") boolean r() { return y; } }",
                "@ConfigSchema(id = \"a\") record A(E e, @Default(\"{}\") Map<E, E> m) { enum E { ; abstract void f(); } }",
                "@ConfigSchema(id = \"a\") record A(E e) { enum E { TRUE, NULL, @Key(\"\") X, @Alias(\"true\") Y } }",
                "@ConfigSchema(id = \"a\") record A(@Nullable int x, @Nullable Optional<@Nullable String> y,"
                        + " List<@Nullable List<@Nullable String>> z, OptionalInt @Nullable [] w) {}",
                "@TrainerCommand(\"\") class A extends A {}",
                "@TrainerCommand(\"x\") class A extends Missing<A> implements Runnable {}",
                "@GlobalBlock record A(List<A> a, @Flag(\"\") B b) {} @GlobalBlock record B(A a) {}",
                "@ConfigSchema(id = \"a\") record A(String s) implements java.io.Serializable { A { s = } }");
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void nothingMakesTheProcessorThrow(String faulty) {
        Compilation compilation = Compile.compiler()
                .compile(JavaFileObjects.forSourceString("lab.Faulty", HEAD + faulty), Compile.source(SOUND));

        assertThat(Compile.errorsAnywhere(compilation))
                .isNotEmpty()
                .noneMatch(error -> error.contains("ALC900") || error.contains("SoundSchema"));
    }

    @Test
    void weirdIdentifiersWork() {
        assertThat(problems(HEAD + """
                @ConfigSchema(id = "weird")
                record Größe(
                        @Default("1") int größe,
                        @Default("1") int _x,
                        @Default("1") int in,
                        @Default("1") int record,
                        @Default("1") int sealed,
                        @Default("1") @Key("dollar") int $,
                        @Default("1") @Key("a") int a$b,
                        @Default("1") int 数,
                        @Default("1") int TEXT,
                        @Default("1") int INSTANCE,
                        @Key("part") $Part $part,
                        Item item,
                        Arrays arrays,
                        @Default("[]") Optional[] optionals) {
                    record $Part(@Default("1") int x) {}

                    record Optional(@Default("1") int x) {}

                    record Item(@Default("[]") List<Item> items, java.util.Optional<String> maybe) {}

                    record Arrays(@Default("[]") int[] ints, @Default("[]") Arrays[] arrays) {}
                }
                """)).isEmpty();
    }

    @Test
    void recordsWithoutComponentsAndDeepOnesWork() {
        assertThat(problems(HEAD + """
                @ConfigSchema(id = "deep")
                record Deep(
                        Nothing nothing,
                        @Nullable List<String> maybeList,
                        int @Nullable [] maybeArray,
                        @Nullable Map<String, Nothing> maybeMap,
                        @Default("[[[[[1]]]]]") List<List<List<List<List<Integer>>>>> lists,
                        @Default("{a: {b: {c: [[2]]}}}") Map<String, Map<String, Map<String, List<int[]>>>> maps,
                        @Default("[[[[[3]]]]]") double[][][][][] arrays,
                        @Default("[{a: [{}]}]") List<Map<String, List<Nothing>>> mixed,
                        A.B.C.D.E nested) {
                    record Nothing() {}
                }
                """, HEAD + """
                interface A {
                    class B {
                        enum C {
                            X;

                            record D(@Default("1") int x) {
                                record E(D d) {}
                            }
                        }
                    }
                }
                """)).isEmpty();
    }

    /** Errors and warnings. */
    private static List<String> problems(String... sources) {
        return Compile.compile(sources).diagnostics().stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void manyComponentsWork() {
        assertThat(Compile.errors(HEAD + record("Many", 250))).isEmpty();
        assertThat(Compile.errorsAnywhere(Compile.compile(HEAD + record("TooMany", 500), SOUND)))
                .isNotEmpty()
                .noneMatch(error -> error.contains("ALC"));
    }

    private static String record(String name, int components) {
        return IntStream.range(0, components)
                .mapToObj(i -> "@Default(\"" + i + "\") int x" + i)
                .collect(Collectors.joining(",\n", "@ConfigSchema(id = \"many\")\nrecord " + name + "(", ") {}\n"));
    }

    @Test
    void aSourceWithErrorsElsewhereHasItsSchemaJudged() {
        assertThat(Compile.errors(HEAD + """
                @ConfigSchema(id = "bad")
                record Bad(
                        @Range(min = 2, max = 1) @Example("1") int x) {
                    int broken() { return new Nowhere(); }
                }
                """)).anyMatch(error -> error.contains("[ALC105]"));
    }

    /** A source that is read with a wrong encoding has some of them. */
    @Test
    void charactersThatYamlDoesNotAllowAreEscapedInTemplatesAndWrittenFiles() throws Exception {
        Compilation compilation = Compile.compile("""
                package lab;

                import io.alchemi.schema.*;

                /**
                 * Odd%1$s.
                 *
                 * @param a the first%1$s &#8232; line
                 */
                @ConfigSchema(id = "odd")
                public record Odd(@Default("1") int a) {
                    @Rule("rings%1$s")
                    static boolean bell(int a) {
                        return a > 0;
                    }
                }
                """.formatted("\u0007\u007f\u0085\u0093\ufeff\ufffe"));

        Loader<Object> loader = new CompiledClasses(compilation).loader("lab.OddLoader");
        Loaded<Object> template = loader.load(
                Objects.requireNonNull(Compile.generated(compilation).get("lab/odd.yaml")));
        assertThat(template.value()).hasToString("Odd[a=1]");
        String written = loader.write(template.value());
        assertThat(written).contains("# the first\\u0007");
        assertThat(loader.load(written).value()).isEqualTo(template.value());
    }

    static List<Class<?>> otherJars() {
        return List.of(JavaFile.class, Loader.class, LoaderOptions.class);
    }

    @ParameterizedTest
    @MethodSource("otherJars")
    void aJarThatIsMissingOnTheProcessorPathIsAnErrorWithoutAStackTrace(Class<?> ofJar, @TempDir Path folder)
            throws IOException {
        Path source = Files.writeString(folder.resolve("Sound.java"), HEAD + """
                @ConfigSchema(id = "sound")
                record Sound(@Default("&a 1") int x) {}
                """);
        List<String> path = new ArrayList<>(ClassPath.ofProcessors());
        path.removeAll(ClassPath.entries(ofJar));

        // In this process, javac's class loader would find the jar.
        Process javac = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                        "-d",
                        folder.toString(),
                        "-cp",
                        ClassPath.text(ClassPath.ofSources()),
                        "-processorpath",
                        ClassPath.text(path),
                        source.toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(printed)
                .containsOnlyOnce(
                        "error: Alchemi's annotation processor needs a class that is not on the processor path: ")
                .doesNotContain("\tat ", "uncaught");
    }
}
