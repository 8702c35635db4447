package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.generated.RecordBinder;
import io.alchemi.config.layer.ConfigResolver;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.SchemaText;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A schema of two jars says all that one of a single compilation says, whatever the compiler, on the class path and on the module
 * path; and so does one of which only the root is compiled again.
 */
class CrossJarTest {
    private static final String LENS = """
            package optics;

            import io.alchemi.schema.*;
            import java.util.*;
            import org.jspecify.annotations.Nullable;

            /**
             * A lens.
             *
             * @param focus length in front of the film
             * @param coating what it is coated with, or null
             * @param coatings all that it was coated with
             * @param byCoating weight of each
             * @param shape its form
             * @param maybeShape another form or nothing
             * @param grid where it is measured
             * @param old no longer used. Deprecated: write 'focus'.
             * @param device where it is
             * @param reach how far it goes
             */
            @ConfigRecord
            @Retired(value = "maker", reason = "lenses are made by all")
            @Moved(from = "box.device", to = "device")
            public record Lens(
                    @Default("50") @Range(min = 1, max = 99, maxExclusive = true) @Unit("mm") @Alias("f") int focus,
                    @Nullable Coating coating,
                    @Default("[ag]") @Length(min = 1, max = 3) Set<Coating> coatings,
                    @Default("{ag: 1}") Map<Coating, Double> byCoating,
                    @Default("{type: flat}") Shape shape,
                    Optional<Shape> maybeShape,
                    @Default("[1]") Grid grid,
                    @Default("1") @Deprecated int old,
                    @Default("here")
                    @Matches(value = "here|there", describedAs = "here or there")
                    @Suggest(value = "here", doc = "not there")
                    String device,
                    Reach<Long> reach) {
                /** What a lens is coated with. */
                @IgnoreCase
                public enum Coating {
                    /** Silver. */
                    @Alias("silver") AG,
                    /** Gold. */
                    @Key("gold") AU,
                    /**
                     * Copper.
                     *
                     * @deprecated write 'gold'.
                     */
                    @Deprecated
                    CU
                }

                @Rule("old must not exceed focus")
                static boolean fits(int old, int focus) {
                    return old <= focus;
                }
            }
            """;

    private static final String SHAPE = """
            package optics;

            import io.alchemi.schema.*;

            /** A form. */
            @Discriminator("type")
            public sealed interface Shape {
                /** Flat. */
                record Flat() implements Shape {}

                /**
                 * Round.
                 *
                 * @param radius how round
                 */
                @Key("ball")
                record Round(@Example("3") @Range(min = 0) double radius) implements Shape {}
            }
            """;

    private static final String GRID = """
            package optics;

            import io.alchemi.schema.*;

            /** A grid. */
            public sealed interface Grid {
                /**
                 * Even.
                 *
                 * @param start first
                 * @param stop last
                 */
                record Even(@Default("0") double start, @Default("1") double stop) implements Grid {}

                /**
                 * Listed.
                 *
                 * @param values all of them
                 */
                record Listed(@Example("[1]") double[] values) implements Grid {}
            }
            """;

    private static final String SOURCE = """
            package optics;

            import io.alchemi.schema.*;

            /** A source of light. */
            @Discriminator(byKeys = true)
            public sealed interface Source {
                /**
                 * A lamp.
                 *
                 * @param lamp its name
                 */
                record Lamp(@Example("halogen") String lamp) implements Source {}

                /**
                 * A star.
                 *
                 * @param star its name
                 * @param magnitude how bright
                 */
                record Star(@Example("Vega") String star, @Default("0") double magnitude) implements Source {}
            }
            """;

    private static final String BENCH = """
            package optics;

            import io.alchemi.schema.*;
            import java.nio.file.Path;
            import org.jspecify.annotations.Nullable;

            /**
             * A bench, which may be built like another one.
             *
             * @param base that other one
             */
            @ConfigSchema(id = "bench")
            public record Bench(@Input(schema = Bench.class) @Nullable Path base) {}
            """;

    private static final String MOUNT = """
            package optics;

            import io.alchemi.schema.*;
            import java.nio.file.Path;
            import java.util.*;
            import org.jspecify.annotations.Nullable;

            /**
             * A mount.
             *
             * @param thread how it is fixed
             * @param depth of it
             * @param table a file
             * @param parts what it is made of
             */
            @ConfigRecord
            @Retired(value = "screw", reason = "write 'thread'")
            public record Mount(
                    @Default("bayonet") Thread thread,
                    @Default("44") @Unit("mm") @Range(min = 1) int depth,
                    @Input(schema = Bench.class) @Nullable Path table,
                    @Default("[]") List<Part> parts) {
                /** Threads. */
                public enum Thread {
                    /** A quarter turn. */
                    BAYONET,
                    M42
                }

                /**
                 * A part.
                 *
                 * @param weight in grams
                 */
                public record Part(@Default("1") int weight) {}

                @Rule("m42 has a depth")
                static boolean fits(Thread thread, int depth) {
                    return depth > 1;
                }
            }
            """;

    private static final String REACH = """
            package optics;

            import io.alchemi.schema.*;
            import java.util.*;
            import org.jspecify.annotations.Nullable;

            /**
             * A reach.
             *
             * @param first of all, or null
             * @param all of it
             * @param part of it
             * @param old no longer used. Deprecated: write 'first'.
             */
            @ConfigRecord
            @Retired(value = "last", reason = "it is the last of all")
            public record Reach<T>(
                    @Nullable T first,
                    @Default("[]") @Alias("each") @Length(max = 5) List<T> all,
                    @Flatten Part<T> part,
                    @Default("1") @Deprecated int old) {
                /**
                 * A part.
                 *
                 * @param parts of it
                 * @param mount of it
                 */
                public record Part<T>(@Default("{}") Map<String, T> parts, Optional<Mount.Part> mount) {
                    @Rule("a part is mounted")
                    static boolean mounted(Optional<Mount.Part> mount) {
                        return mount.isPresent() || mount.isEmpty();
                    }
                }

                @Rule("first is the first of all")
                static <T> boolean starts(@Nullable T first, List<T> all) {
                    return first == null || all.isEmpty() || all.get(0).equals(first);
                }
            }
            """;

    private static final String CAMERA = """
            package lab;

            import io.alchemi.schema.*;
            import java.nio.file.Path;
            import java.util.*;

            /**
             * A camera.
             *
             * @param lens what it looks through
             * @param lenses others
             * @param shape its own form
             * @param coatings of its box
             * @param source what it sees
             * @param bench where it stands
             * @param mount where lenses are fixed
             * @param reach how far it sees
             * @param reaches by coating
             */
            @ConfigSchema(id = "camera")
            public record Camera(
                    optics.Lens lens,
                    @Default("{}") Map<String, optics.Lens> lenses,
                    @Default("{type: ball, radius: 2}") optics.Shape shape,
                    @Default("[gold]") List<optics.Lens.Coating> coatings,
                    @Default("{star: Sirius}") optics.Source source,
                    @Input(schema = optics.Bench.class) @Example("bench.yaml") Path bench,
                    @Flatten optics.Mount mount,
                    optics.Reach<Double> reach,
                    @Default("{}") Map<String, optics.Reach<optics.Lens.Coating>> reaches) {}
            """;

    @TempDir
    private static Path whole;

    @TempDir
    private Path folder;

    @BeforeAll
    static void compileTheWhole() throws Exception {
        Javac.OWN.compile(
                whole.resolve("classes"),
                List.of(),
                false,
                Javac.sources(LENS, SHAPE, GRID, SOURCE, BENCH, MOUNT, REACH, CAMERA));
    }

    @ParameterizedTest
    @CsvSource({"17, false", "17, true", "25, false", "25, true"})
    void twoJarsSayWhatOneCompilationSays(int release, boolean modules) throws Exception {
        Javac javac = Javac.of(release);
        Path first = javac.compile(folder.resolve("first"), List.of(), modules, optics(modules));
        Path jar = jar(first);
        delete(first);

        Path second = javac.compile(folder.resolve("second"), List.of(jar), modules, lab(modules));

        assertThat(second.resolve("optics")).doesNotExist();
        assertSame(List.of(jar, second), second);
    }

    @ParameterizedTest
    @CsvSource({"17, false", "17, true", "25, false", "25, true"})
    void whereOnlyTheRootIsCompiledAgainNothingIsLost(int release, boolean modules) throws Exception {
        Javac javac = Javac.of(release);
        Map<String, String> all = Javac.sources(LENS, SHAPE, GRID, SOURCE, BENCH, MOUNT, REACH, CAMERA);
        Map<String, String> changed = Javac.sources(CAMERA);
        if (modules) {
            all.put("module-info.java", module("lab", "exports lab; exports optics;"));
            changed.put("module-info.java", module("lab", "exports lab; exports optics;"));
        }
        Path classes = Javac.OWN.compile(folder.resolve("classes"), List.of(), modules, all);
        delete(classes.resolve("lab"));

        javac.compile(classes, modules ? List.of() : List.of(classes), modules, changed);

        assertSame(List.of(classes), classes);
    }

    /** All generated artifacts of the root, and the descriptions and docs of all records, are those of one compilation. */
    private static void assertSame(List<Path> path, Path artifacts) throws Exception {
        for (String suffix : List.of("camera.md", "camera.yaml", "camera.schema.json")) {
            assertThat(artifacts.resolve("lab/" + suffix))
                    .hasSameTextualContentAs(whole.resolve("classes/lab/" + suffix));
        }
        Map<String, String> described = descriptions(path);
        assertThat(described).isEqualTo(descriptions(List.of(whole.resolve("classes"))));
        assertThat(described.keySet())
                .containsExactly(
                        "lab.Camera",
                        "optics.Lens",
                        "optics.Shape.Flat",
                        "optics.Shape.Round",
                        "optics.Grid.Even",
                        "optics.Grid.Listed",
                        "optics.Reach<java.lang.Long>",
                        "optics.Mount.Part",
                        "optics.Source.Lamp",
                        "optics.Source.Star",
                        "optics.Reach<java.lang.Double>",
                        "optics.Reach<optics.Lens.Coating>");
        assertThat(described.get("optics.Lens"))
                .contains("min 1 under 99", "unit mm", "enum optics.Lens.Coating nullable", "Silver.")
                .contains("union optics.Shape type 2 flat optics.Shape.Flat ball optics.Shape.Round", "not there")
                .contains("deprecated \"write 'focus'\"", "maxlength 3")
                .contains("deprecated \"write 'gold'\"", "Copper. Deprecated: write 'gold'.")
                .contains("moved box.device device", "retired maker", "alias f");
        assertThat(described.get("lab.Camera"))
                .contains("union optics.Source \"\" 2 mapping optics.Source.Lamp mapping optics.Source.Star")
                .contains("optics.Lens.Coating=gold\tGold.", "key bench bench inputof bench")
                .contains("key depth depth int default 44 min 1 unit mm", "retired screw \"write 'thread'\"")
                .contains("rule fits \"m42 has a depth\"", "thread\thow it is fixed", "=bayonet\tA quarter turn.");
        assertThat(described.get("optics.Reach<optics.Lens.Coating>"))
                .contains(
                        "key first first enum optics.Lens.Coating nullable",
                        "of all, or null",
                        "deprecated \"write 'first'\"")
                .contains(
                        "rule starts",
                        "rule mounted",
                        "retired last",
                        "key parts parts map enum",
                        "Gold.",
                        "alias each");
        assertThat(described.get("optics.Shape.Round")).contains("how round");
        assertThat(warnings(path))
                .containsExactly(
                        "'lens.f' was renamed to 'focus'",
                        "'lens.maker' has no effect: lenses are made by all",
                        "'lens.box.device' has moved to 'lens.device'",
                        "'lenses.big.box.device' has moved to 'lenses.big.device'");
    }

    /** Returns what loading says to the old names of a record of the other jar. */
    private static List<String> warnings(List<Path> path) throws Exception {
        String old = """
                bench: bench.yaml
                lens:
                  f: 40
                  maker: x
                  box: {device: there}
                lenses:
                  big: {box: {device: here}}
                """;
        try (URLClassLoader classes = loader(path)) {
            return ConfigResolver.check(schema(classes), Source.text("camera.yaml", old)).stream()
                    .map(Diagnostic::message)
                    .toList();
        }
    }

    private static URLClassLoader loader(List<Path> path) throws Exception {
        List<URL> urls = new ArrayList<>();
        for (Path entry : path) {
            urls.add(entry.toUri().toURL());
        }
        return new URLClassLoader(urls.toArray(URL[]::new), CrossJarTest.class.getClassLoader());
    }

    private static Schema schema(ClassLoader classes) throws Exception {
        RecordBinder<?> binding = (RecordBinder<?>)
                classes.loadClass("lab.CameraSchema").getField("INSTANCE").get(null);
        return binding.schema();
    }

    private static Map<String, String> descriptions(List<Path> path) throws Exception {
        Map<String, String> described = new LinkedHashMap<>();
        try (URLClassLoader classes = loader(path)) {
            Schema schema = schema(classes);
            for (RecordSchema record : schema.records().values()) {
                described.put(
                        record.type(),
                        SchemaText.write(record) + schema.docs(record).write());
            }
        }
        return described;
    }

    private static Map<String, String> optics(boolean modules) {
        Map<String, String> sources = Javac.sources(LENS, SHAPE, GRID, SOURCE, BENCH, MOUNT, REACH);
        if (modules) {
            sources.put("module-info.java", module("optics", "exports optics;"));
        }
        return sources;
    }

    private static Map<String, String> lab(boolean modules) {
        Map<String, String> sources = Javac.sources(CAMERA);
        if (modules) {
            sources.put("module-info.java", module("lab", "requires transitive optics; exports lab;"));
        }
        return sources;
    }

    private static String module(String name, String rest) {
        return "module " + name + " { requires static transitive io.alchemi.schema; requires transitive"
                + " io.alchemi.config; requires static transitive org.jspecify; " + rest
                + " }";
    }

    private static Path jar(Path classes) throws IOException {
        Path jar = classes.resolveSibling(classes.getFileName() + ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
                out.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        return jar;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        }
    }
}
