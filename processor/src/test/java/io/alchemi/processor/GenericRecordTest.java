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
import java.util.List;
import java.util.Map;
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
                .contains(
                        "# integer, required\n  min: 1\n",
                        "# list of RangeOfDuration",
                        "waits: [{min: 1s, max: 2s}]\n");
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

        assertThat(classes.callable("lab.Client", "made").call().toString())
                .startsWith("Server[size=Range[min=2, max=8, steps=1");
        assertThatThrownBy(classes.callable("lab.Client", "wrong")::call)
                .hasMessageContaining("min must not be greater than max");
        assertThat(classes.callable("lab.Client", "part").call())
                .hasToString("Range[min=2, max=8, steps=3, best=null]");
        assertThat(classes.callable("lab.Client", "span").call().toString())
                .startsWith("Span[range=Range[min=2026-01-01");
    }

    private static Loader<Object> loader() throws Exception {
        return classes().loader("lab.ServerLoader");
    }

    private static CompiledClasses classes() {
        Compilation compilation = Compile.compile(SERVER, RANGE, PAIR, SPAN, CLIENT);
        assertThat(Compile.errors(compilation)).isEmpty();
        return new CompiledClasses(compilation);
    }

    private static RecordBinder<?> binder(Compilation compilation) throws Exception {
        return (RecordBinder<?>) new CompiledClasses(compilation).instance("lab.ServerSchema");
    }
}
