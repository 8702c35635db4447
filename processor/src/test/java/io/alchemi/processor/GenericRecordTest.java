package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.testing.compile.Compilation;
import io.alchemi.config.ConfigException;
import io.alchemi.config.Loaded;
import io.alchemi.config.Loader;
import io.alchemi.config.generated.RecordBinder;
import io.alchemi.config.layer.ResolvedYaml;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.SchemaText;
import io.alchemi.config.schema.ValueType.RecordType;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class GenericRecordTest {
    private static final String RANGE = """
            package net;

            import io.alchemi.schema.*;
            import java.util.*;
            import org.jspecify.annotations.Nullable;

            /**
             * A range.
             *
             * @param min the smallest value
             * @param max the largest value
             * @param steps how many
             * @param best the one to try first
             */
            @Retired(value = "mid", reason = "it is the mean of both")
            public record Range<T extends Comparable<? super T>>(
                    T min, @Alias("upto") T max, @Default("3") @Unit("steps") int steps, @Nullable T best) {
                public Range {
                    if (min.equals(max)) {
                        throw new IllegalArgumentException("min and max are equal");
                    }
                }

                @Rule("min must not be greater than max")
                static <T extends Comparable<? super T>> boolean ordered(T min, T max) {
                    return min.compareTo(max) <= 0;
                }
            }
            """;
    private static final String PAIR = """
            package net;

            import io.alchemi.schema.*;
            import java.util.*;

            /**
             * A pair.
             *
             * @param first one
             * @param second other
             * @param more others
             */
            public record Pair<A, B>(A first, B second, @Default("[]") List<B> more) {}
            """;
    private static final String SPAN = """
            package net;

            import io.alchemi.schema.*;
            import java.util.*;

            /**
             * A span.
             *
             * @param range where
             * @param label what
             * @param counts how many
             * @param child inside of it
             */
            public record Span<T extends Comparable<? super T>>(
                    @Flatten Range<T> range,
                    @Default("none") String label,
                    @Default("{min: 0, max: 9}") Range<Long> counts,
                    Optional<Span<T>> child) {}
            """;
    private static final String SERVER = """
            package lab;

            import io.alchemi.schema.*;
            import java.time.Duration;
            import java.util.*;
            import net.Pair;
            import net.Range;
            import net.Span;
            import org.jspecify.annotations.Nullable;

            /**
             * A server.
             *
             * @param size of a request
             * @param waits between requests
             * @param rates by name
             * @param pair both
             * @param span the whole
             * @param levels of the log
             * @param other not generic
             */
            @ConfigSchema(id = "server")
            public record Server(
                    @Example("{min: 1, max: 5}") Range<Integer> size,
                    @Default("[{min: 1s, max: 2s}]") List<Range<Duration>> waits,
                    @Default("{}") Map<String, Range<Double>> rates,
                    @Default("{first: {min: 1, max: 2}, second: a}") Pair<Range<Integer>, String> pair,
                    @Default("{min: 2026-01-01, max: 2026-01-02}") Span<java.time.LocalDate> span,
                    @Nullable @Example("{min: low, max: high}") Range<Level> levels,
                    RangeOfInteger other) {

                /**
                 * Not an application.
                 *
                 * @param x of it
                 */
                public record RangeOfInteger(@Default("1") int x) {}

                /** Levels. */
                public enum Level {
                    /** Few. */
                    LOW,
                    /** All. */
                    HIGH
                }
            }
            """;

    static final String[] SOURCES = {SERVER, RANGE, PAIR, SPAN};

    private static final String CLIENT = """
            package lab;

            import java.util.concurrent.Callable;
            import net.*;

            public final class Client {
                private Client() {}

                public static Callable<Object> made() {
                    return () -> ServerSchema.builder().size(new Range<>(2, 8, 1, null)).build();
                }

                public static Callable<Object> wrong() {
                    return () -> ServerSchema.builder().size(new Range<>(9, 8, 1, null)).build();
                }

                public static Callable<Object> part() {
                    return () -> ServerSchema.RangeOfInteger.INSTANCE.builder().min(2).max(8).build();
                }

                public static Callable<Object> span() {
                    java.time.LocalDate day = java.time.LocalDate.of(2026, 1, 1);
                    return () -> ServerSchema.SpanOfLocalDate.INSTANCE.builder()
                            .range(new Range<>(day, day.plusDays(1), 1, null)).build();
                }
            }
            """;

    @Test
    void anApplicationIsASectionWithTheSubstitutedTypes() throws Exception {
        Compilation compilation = Compile.compile(SERVER, RANGE, PAIR, SPAN);
        assertThat(Compile.errors(compilation)).isEmpty();
        Schema schema = binder(compilation).schema();

        assertThat(schema.records().keySet())
                .containsExactlyInAnyOrder(
                        "lab.Server",
                        "net.Range<java.lang.Integer>",
                        "net.Range<java.time.Duration>",
                        "net.Range<java.lang.Double>",
                        "net.Pair<net.Range<java.lang.Integer>,java.lang.String>",
                        "net.Span<java.time.LocalDate>",
                        "net.Range<java.lang.Long>",
                        "net.Range<lab.Server.Level>",
                        "lab.Server.RangeOfInteger");
        String duration = SchemaText.write(schema.record(new RecordType("net.Range<java.time.Duration>")));
        assertThat(duration)
                .contains(
                        "key min min duration\n", "key max max duration alias upto", "key best best duration nullable")
                .contains("key steps steps int default 3 unit steps", "rule ordered", "retired mid");
        assertThat(schema.docs("net.Range<lab.Server.Level>").ofKey("min")).isEqualTo("the smallest value");
        assertThat(schema.docs("net.Range<lab.Server.Level>").ofConstant("lab.Server.Level", "low"))
                .isEqualTo("Few.");
    }

    @Test
    void artifactsNameApplications() throws Exception {
        Map<String, String> files = Compile.generated(Compile.compile(SERVER, RANGE, PAIR, SPAN));

        assertThat(files.get("lab/server.schema.json"))
                .contains("\"RangeOfInteger\": {", "\"RangeOfDuration\": {", "\"SpanOfLocalDateOrNull\": {")
                .doesNotContain("<");
        assertThat(files.get("lab/server.md"))
                .contains(
                        "## RangeOfDuration\n", "| `rates` | map of [RangeOfDouble](#rangeofdouble) | `{}` | by name |")
                .contains("## net.RangeOf.java.lang.Integer\n", "## lab.Server.RangeOfInteger\n");
        assertThat(files.get("lab/server.yaml"))
                .contains("  min: 1  # integer, required", "waits: [{min: 1s, max: 2s}]  # list of RangeOfDuration");
    }

    @Test
    void valuesReachTheConstructors() throws Exception {
        Loader<Object> loader = loader();

        Loaded<Object> loaded = loader.load(Source.text("server.yaml", """
                size: {min: 1, upto: 4, best: 2}
                waits: [{min: 1s, max: 1m}]
                rates: {a: {min: 0.5, max: 1.5}}
                pair: {first: {min: 3, max: 4}, second: b, more: [c]}
                span: {label: whole, child: {min: 2026-02-01, max: 2026-02-02}}
                levels: {min: low, max: high}
                """), Source.set(List.of("waits[0].steps=9")));

        assertThat(loaded.value())
                .hasToString(
                        "Server[size=Range[min=1, max=4, steps=3, best=2], waits=[Range[min=PT1S, max=PT1M, steps=9, best=null]],"
                                + " rates={a=Range[min=0.5, max=1.5, steps=3, best=null]}, pair=Pair[first=Range[min=3, max=4, steps=3,"
                                + " best=null], second=b, more=[c]], span=Span[range=Range[min=2026-01-01, max=2026-01-02, steps=3,"
                                + " best=null], label=whole, counts=Range[min=0, max=9, steps=3, best=null],"
                                + " child=Optional[Span[range=Range[min=2026-02-01, max=2026-02-02, steps=3, best=null], label=none,"
                                + " counts=Range[min=0, max=9, steps=3, best=null], child=Optional.empty]]], levels=Range[min=LOW,"
                                + " max=HIGH, steps=3, best=null], other=RangeOfInteger[x=1]]");
        assertThat(ResolvedYaml.write(loader.schema(), loaded.tree(), false)).contains("max: 1m");
        assertThat(loader.load(loader.write(loaded.value())).value()).isEqualTo(loaded.value());
    }

    @Test
    void theTemplateLoads() throws Exception {
        Compilation compilation = Compile.compile(SERVER, RANGE, PAIR, SPAN);
        String template = Compile.generated(compilation).getOrDefault("lab/server.yaml", "");

        assertThat(loader().load(template).value())
                .hasToString(loader().load("size: {min: 1, max: 5}").value().toString());
    }

    @Test
    void problemsAreReportedAtTheirPaths() throws Exception {
        assertThatThrownBy(() ->
                        loader().load("size: {min: 1s, max: 4}\nwaits: [{min: 1, max: 2s}]\nrates: {a: {mid: 1}}\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("'size.min' must be an integer")
                .hasMessageContaining("'waits[0].min' must be a duration")
                .hasMessageContaining("'rates.a.min' is missing")
                .hasMessageContaining("it is the mean of both");
        assertThatThrownBy(() -> loader().load("size: {min: 5, max: 4}\nwaits: [{min: 1s, max: 1s}]\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("'size': min must not be greater than max [ALC305]")
                .hasMessageContaining("'waits[0]' is invalid: min and max are equal");
    }

    @Test
    void buildersTakeApplications() throws Exception {
        CompiledClasses classes = classes();

        assertThat(client(classes, "made").call().toString()).startsWith("Server[size=Range[min=2, max=8, steps=1");
        assertThatThrownBy(client(classes, "wrong")::call).hasMessageContaining("min must not be greater than max");
        assertThat(client(classes, "part").call()).hasToString("Range[min=2, max=8, steps=3, best=null]");
        assertThat(client(classes, "span").call().toString()).startsWith("Span[range=Range[min=2026-01-01");
    }

    @Test
    void typesWithoutDescriptionAreReported() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import java.util.*;
                        import org.jspecify.annotations.Nullable;

                        @ConfigSchema(id = "bad")
                        @SuppressWarnings("rawtypes")
                        record Bad(
                                Box raw,
                                List<Two> raws,
                                Box<?> wildcard,
                                Box<? extends Integer> bounded,
                                Box<List<?>> inner,
                                Box<Optional<String>> optional,
                                Box<@Nullable String> nullable,
                                @Example("[]") Box<String>[] array,
                                Box<Object> object,
                                @Nullable Node<Integer> node,
                                Shape<Integer> shape) {

                            record Box<T>(@Default("1") T value) {}

                            record Two<A, B>(@Example("a") A first, @Example("b") B second) {}

                            record Node<T>(@Default("1") T value, @Nullable Node<List<T>> next, @Nullable Node<T> same) {}

                            sealed interface Shape<T> permits Round {}

                            record Round<T>(@Default("1") T radius) implements Shape<T> {}
                        }
                        """))
                .satisfiesExactlyInAnyOrder(
                        error -> assertThat(error)
                                .startsWith(
                                        "Bad.java:10 raw: Bad.raw is of type Bad.Box, which is not supported. Add a type"
                                                + " argument: Bad.Box<…>. Supported types are"),
                        is("Bad.java:11 raws: Bad.raws is of type List<Bad.Two>, but Bad.Two is not supported. Add type"
                                + " arguments: Bad.Two<…, …>. [ALC101]"),
                        is(
                                "Bad.java:12 wildcard: Bad.wildcard is of type Bad.Box<?>, but ? is not supported. Write String"
                                        + " instead of '?'. [ALC101]"),
                        is(
                                "Bad.java:13 bounded: Bad.bounded is of type Bad.Box<? extends Integer>, but ? extends Integer is"
                                        + " not supported. Write Integer instead of '? extends Integer'. [ALC101]"),
                        is(
                                "Bad.java:14 inner: Bad.inner is of type Bad.Box<List<?>>, but ? is not supported. Write String"
                                        + " instead of '?'. [ALC101]"),
                        is(
                                "Bad.java:15 optional: Bad.optional contains Optional<String>, but only a component itself can be"
                                        + " optional. Write String instead. [ALC131]"),
                        is(
                                "Bad.java:16 nullable: Bad.nullable contains @Nullable String, but collections cannot contain"
                                        + " null. Remove that @Nullable, or make nullable itself @Nullable. [ALC130]"),
                        is("Bad.java:17 array: Bad.array is of type Bad.Box<String>[], which is not supported. Write"
                                + " List<Bad.Box<String>> instead; Java does not support generic arrays. [ALC101]"),
                        is(
                                "Bad.java:20 shape: Bad.shape is of type Bad.Shape<Integer>, which is not supported. Make it a"
                                        + " sealed interface that permits records, without type parameters. [ALC101]"),
                        is(
                                "Bad.java:22 value: Bad.Box<Object>.value is of type Object, which is not supported. Write String"
                                        + " instead. [ALC101]"),
                        is("Bad.java:22 value: The default '1' of Bad.Box<String>.value is invalid: 'value' must be a"
                                + " string, but is the number 1; write '1' in quotes. [ALC102]"),
                        is(
                                "Bad.java:26 next: Bad.Node<Integer>.next is infinitely recursive: Bad.Node<List<Integer>>"
                                        + " contains ever larger types. Write a type parameter itself as the type argument. [ALC119]"));
    }

    private static Consumer<String> is(String text) {
        return error -> assertThat(error).isEqualTo(text);
    }

    @Test
    void aTypeArgumentOutOfBoundsIsReported() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import java.time.*;

                        @ConfigSchema(id = "bad")
                        record Bad(Box<LocalDate> box, Fine<LocalDate> fine) {
                            record Box<T extends Comparable<T>>(@Default("2026-01-31") T value) {}

                            record Fine<T extends Comparable<? super T>>(@Default("2026-01-31") T value) {}
                        }
                        """))
                .containsExactly(
                        "Bad.java:7 box: Bad.box is of type Bad.Box<LocalDate>, but LocalDate is outside the bounds of its"
                                + " type parameter. Choose another type argument. [ALC101]");
    }

    @Test
    void annotationsAreCheckedAgainstTheSubstitutedTypes() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import java.time.Duration;
                        import java.util.*;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                Limit<Integer> number,
                                Limit<Duration> time,
                                Limit<String> text,
                                Limit<String> again,
                                One<Integer> one,
                                @Flatten Two<Integer> two) {
                            record Limit<T>(@Default("3") @Range(min = 1) T value, @Default("x") int wrong) {}

                            record One<T>(T needed, Optional<T> free) {}

                            record Two<T>(T wanted) {}
                        }
                        """))
                .containsExactlyInAnyOrder(
                        "Bad.java:13 one: Bad.one is of type Bad.One<Integer> with the required key 'needed', so the template"
                                + " needs a value. Add @Example(\"{…}\") or @Default(\"{…}\"). [ALC117]",
                        "Bad.java:14 two: Bad.two flattens Bad.Two<Integer> with the required key 'wanted', so the template"
                                + " needs a value. Add @Example(\"…\") or @Default to its components, or remove @Flatten and"
                                + " add @Example(\"{…}\"). [ALC117]",
                        "Bad.java:15 value: @Range does not apply to Bad.Limit<Duration>.value of type Duration, only to"
                                + " numbers. Remove it. [ALC121]",
                        "Bad.java:15 value: @Range does not apply to Bad.Limit<String>.value of type String, only to numbers."
                                + " Remove it. [ALC121]",
                        "Bad.java:15 value: The default '3' of Bad.Limit<Duration>.value is invalid: 'value' must be a"
                                + " duration such as 30s, 1.5h, 1h30m or PT1H30M, but is the number 3; write a duration such as"
                                + " 30s, 1.5h, 1h30m or PT1H30M. [ALC102]",
                        "Bad.java:15 value: The default '3' of Bad.Limit<String>.value is invalid: 'value' must be a string,"
                                + " but is the number 3; write '3' in quotes. [ALC102]",
                        "Bad.java:15 wrong: The default 'x' of Bad.Limit<Integer>.wrong is invalid: 'wrong' must be an"
                                + " integer, but is the string 'x'; write an integer. [ALC102]");
    }

    @Test
    void rulesHaveTheTypeParametersOfTheRecord() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import java.util.*;

                        @ConfigSchema(id = "bad")
                        record Bad(@Default("{value: 1}") Limit<Integer> number) {
                            record Limit<T extends Number>(T value, @Default("[]") List<T> more) {
                                @Rule("one")
                                static <T> boolean bounds(T value) {
                                    return true;
                                }

                                @Rule("two")
                                static boolean type(Number value) {
                                    return true;
                                }

                                @Rule("three")
                                static <T extends Number> boolean fine(T value, List<T> more) {
                                    return true;
                                }
                            }
                        }
                        """))
                .containsExactlyInAnyOrder(
                        "Bad.java:10 bounds: Rule Bad.Limit<Integer>.bounds has other type parameters than Bad.Limit. Declare"
                                + " the same ones: static <T extends Number> boolean. [ALC110]",
                        "Bad.java:15 type: Rule Bad.Limit<Integer>.type has the parameter 'value' of type Number, but the"
                                + " component is of type T. Use the same type. [ALC110]");
    }

    @Test
    void onlySharedRecordsAreGeneric() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        class Bad {
                            @ConfigSchema(id = "bad")
                            record Root<T>(T value) {}

                            @GlobalBlock(variables = "LAB")
                            record Block<T>(T value) {}

                            @ConfigRecord
                            record Shared<T>(T value, @Default("x") int wrong) {}
                        }
                        """))
                .containsExactlyInAnyOrder(
                        "Bad.java:7 record: @ConfigSchema requires a record without type parameters, but Bad.Root has type"
                                + " parameters. Remove them. [ALC122]",
                        "Bad.java:10 record: @GlobalBlock requires a record without type parameters, but Bad.Block has type"
                                + " parameters. Remove them. [ALC122]",
                        "Bad.java:13 wrong: The default 'x' of Bad.Shared.wrong is invalid: 'wrong' must be an integer, but is"
                                + " the string 'x'; write an integer. [ALC102]");
    }

    @Test
    void everyTypeIsATypeArgument() throws Exception {
        String box = """
                package lab;

                import io.alchemi.schema.*;
                import java.util.*;
                import org.jspecify.annotations.Nullable;

                @Moved(from = "former", to = "list")
                record Box<T>(
                        @Nullable T text,
                        @Default("[]") List<T> list,
                        Optional<T> min,
                        @Default("[]") T[] minReader,
                        @Default("{}") Map<String, T> parts,
                        @Default("[]") List<List<T>> record) {
                    @Override
                    public String toString() {
                        return text + " " + list + " " + min + " " + Arrays.deepToString(minReader) + " " + parts + " " + record;
                    }
                }
                """;
        String all = """
                package lab;

                import io.alchemi.config.tree.Node;
                import io.alchemi.schema.*;
                import java.nio.file.Path;
                import java.time.Duration;
                import java.util.*;
                import org.jspecify.annotations.Nullable;

                @ConfigSchema(id = "all", env = "ALL")
                record All(
                        Box<Integer> ints,
                        Nest<int[]> arrays,
                        Box<Path> paths,
                        Box<Level> levels,
                        Box<Email> emails,
                        Box<Node> nodes,
                        Box<Shape> shapes,
                        Box<Part> parts,
                        Box<lab.other.Part> otherParts,
                        Lists<Path[], List<Duration>> lists,
                        Keyed<Level, UUID> keyed,
                        Named<Level> named,
                        Nest<Box<String>> boxes,
                        @Default("{id: a}") Hidden<String, Path> hidden,
                        RangeOfInteger other,
                        Old<Integer> old) {
                    enum Level { LOW, HIGH }

                    record Email(String text) {
                        @ConfigValue
                        static Email of(String text) {
                            return new Email(text);
                        }

                        @Override
                        public String toString() {
                            return text;
                        }
                    }

                    @Discriminator("type")
                    sealed interface Shape {
                        record Dot() implements Shape {}

                        record Ball(@Default("{value: 1}") Only<Double> radius) implements Shape {}
                    }

                    record Only<T>(T value) {}

                    record Nest<T>(@Nullable T text) {}

                    record Part(@Default("1") int x) {}

                    record Lists<A, B>(@Nullable A a, @Default("[1s]") B b) {}

                    record Keyed<K, V>(@Default("{}") Map<K, V> map, @Default("[]") Set<V> set) {}

                    record Named<E extends Enum<E>>(@Default("low") E level, @Default("{high: 1}") Map<E, Integer> counts) {}

                    record Hidden<S, P>(@Secret @Nullable S secret, @Flag @Default("a") S id, @Input @Nullable P file) {}

                    /** @deprecated no */
                    @Deprecated
                    record Old<T>(@Nullable T it) {}
                }
                """;
        Compilation compilation = Compile.compile(
                box,
                all.replace("record All(", "@SuppressWarnings(\"deprecation\")\nrecord All("),
                "package lab;\n\nrecord RangeOfInteger(@io.alchemi.schema.Default(\"1\") int y) {}\n",
                """
                package lab.other;

                /**
                 * A part.
                 *
                 * @param y a number
                 */
                public record Part(@io.alchemi.schema.Default("1") int y) {}
                """);
        assertThat(Compile.errors(compilation)).isEmpty();
        CompiledClasses classes = new CompiledClasses(compilation);
        Constructor<?> constructor = classes.loadClass("lab.AllLoader").getConstructor();
        constructor.setAccessible(true);
        @SuppressWarnings("unchecked")
        Loader<Object> loader = (Loader<Object>) constructor.newInstance();

        Loaded<Object> loaded = loader.load("""
                ints: {text: 1, list: [2], min: 3, min_reader: [4], parts: {a: 5}, record: [[6]]}
                arrays: {text: [1, 2]}
                paths: {former: [x]}
                levels: {min_reader: [low, high], parts: {a: low}}
                emails: {text: a@b, min_reader: [c@d]}
                nodes: {text: {any: thing}}
                shapes: {text: {type: ball, radius: {value: 2}}, list: [{type: dot}]}
                parts: {text: {x: 2}}
                other_parts: {list: [{y: 3}]}
                lists: {a: [x], b: [2s]}
                keyed: {map: {low: 123e4567-e89b-12d3-a456-426614174000}}
                boxes: {text: {text: inner}}
                hidden: {secret: s3cr3t-t0ken, file: f}
                """);

        assertThat(loaded.value().toString())
                .contains("ints=1 [2] Optional[3] [4] {a=5} [[6]]", "paths=null [x]", "[LOW, HIGH] {a=LOW}")
                .contains("emails=a@b [] Optional.empty [c@d]", "shapes=Ball[radius=Only[value=2.0]] [Dot[]]")
                .contains("parts=Part[x=2]", "otherParts=null [Part[y=3]]", "PT2S", "{LOW=123e4567")
                .contains("named=Named[level=LOW, counts={HIGH=1}]", "boxes=Nest[text=inner [] ");
        assertThat(ResolvedYaml.write(loader.schema(), loaded.tree(), false)).doesNotContain("s3cr3t-t0ken");
        assertThat(loader.load(Compile.generated(compilation).getOrDefault("lab/all.yaml", ""))
                        .value()
                        .toString())
                .isEqualTo(loader.load("").value().toString());
        assertThat(loader.load(loader.write(loaded.value()).replace("{masked: true}", "s"))
                        .value()
                        .toString())
                .contains("ints=1 [2] Optional[3] [4] {a=5} [[6]]");
    }

    private static Loader<Object> loader() throws Exception {
        return loader(classes());
    }

    @SuppressWarnings("unchecked")
    private static Loader<Object> loader(CompiledClasses classes) throws Exception {
        return (Loader<Object>)
                classes.loadClass("lab.ServerLoader").getConstructor().newInstance();
    }

    private static CompiledClasses classes() {
        Compilation compilation = Compile.compile(SERVER, RANGE, PAIR, SPAN, CLIENT);
        assertThat(Compile.errors(compilation)).isEmpty();
        return new CompiledClasses(compilation);
    }

    private static RecordBinder<?> binder(Compilation compilation) throws Exception {
        Class<?> type = new CompiledClasses(compilation).loadClass("lab.ServerSchema");
        return (RecordBinder<?>) type.getField("INSTANCE").get(null);
    }

    @SuppressWarnings("unchecked")
    private static Callable<Object> client(CompiledClasses classes, String method) throws Exception {
        return (Callable<Object>)
                classes.loadClass("lab.Client").getMethod(method).invoke(null);
    }
}
