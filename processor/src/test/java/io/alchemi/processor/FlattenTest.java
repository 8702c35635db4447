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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlattenTest {
    private static final String POOL = """
            package net;

            import io.alchemi.schema.*;
            import java.util.*;

            /**
             * A pool.
             *
             * @param connections how many
             * @param peers where to
             */
            public record Pool(@Default("4") @Range(min = 1) int connections, @Default("[]") List<Peer> peers) {
                /**
                 * A peer.
                 *
                 * @param name its name
                 * @param level how loud
                 */
                public record Peer(@Example("a") String name, @Default("warn") Limits.Level level) {}
            }
            """;
    private static final String LIMITS = """
            package net;

            import io.alchemi.schema.*;
            import java.nio.file.Path;
            import java.time.Duration;
            import org.jspecify.annotations.Nullable;

            /**
             * Limits.
             *
             * @param timeout how long to wait
             * @param retries how often to try again
             * @param level how loud
             * @param token the password
             * @param rules a file
             */
            @Retired(value = "attempts", reason = "write 'retries' instead")
            public record Limits(
                    @Default("30s") @Flag Duration timeout,
                    @Default("3") @Range(min = 0) @Alias("tries") int retries,
                    @Default("warn") Level level,
                    @Secret @Nullable String token,
                    @Flatten Pool pool,
                    @Nullable @Input(schema = Rules.class) Path rules) {

                /** Levels. */
                public enum Level {
                    /** Only problems. */
                    WARN,
                    /** Everything. */
                    ALL
                }

                public Limits {
                    if (retries > 9) {
                        throw new IllegalArgumentException("too many retries with " + token);
                    }
                }

                @Rule("retries need a timeout")
                static boolean waits(int retries, Duration timeout) {
                    return retries == 0 || !timeout.isZero();
                }
            }
            """;
    private static final String RULES = """
            package net;

            import io.alchemi.schema.*;

            /**
             * Rules.
             *
             * @param first of them
             */
            @ConfigSchema(id = "rules")
            public record Rules(@Default("1") int first) {}
            """;
    private static final String SERVER = """
            package lab;

            import io.alchemi.schema.*;

            /**
             * A server.
             *
             * @param host its name
             * @param limits of each request
             * @param port where it listens
             */
            @ConfigSchema(id = "server", env = "SERVER")
            public record Server(
                    @Default("localhost") String host, @Flatten net.Limits limits, @Default("80") int port) {
                @Rule("localhost allows at most 4 retries")
                static boolean waits(String host, net.Limits limits) {
                    return !host.equals("localhost") || limits.retries() < 5;
                }
            }
            """;

    /** The server with all keys in one record. */
    private static final String FLAT = """
            package lab;

            import io.alchemi.schema.*;
            import java.nio.file.Path;
            import java.time.Duration;
            import java.util.*;
            import org.jspecify.annotations.Nullable;

            /**
             * A server.
             *
             * @param host its name
             * @param timeout how long to wait
             * @param retries how often to try again
             * @param level how loud
             * @param token the password
             * @param connections how many
             * @param peers where to
             * @param rules a file
             * @param port where it listens
             */
            @ConfigSchema(id = "server", env = "SERVER")
            @Retired(value = "attempts", reason = "write 'retries' instead")
            public record Server(
                    @Default("localhost") String host,
                    @Default("30s") @Flag Duration timeout,
                    @Default("3") @Range(min = 0) @Alias("tries") int retries,
                    @Default("warn") net.Limits.Level level,
                    @Secret @Nullable String token,
                    @Default("4") @Range(min = 1) int connections,
                    @Default("[]") List<net.Pool.Peer> peers,
                    @Nullable @Input(schema = net.Rules.class) Path rules,
                    @Default("80") int port) {
                @Rule("localhost allows at most 4 retries")
                static boolean waits(String host, int retries) {
                    return !host.equals("localhost") || retries < 5;
                }

                @Rule("retries need a timeout")
                static boolean waits2(int retries, Duration timeout) {
                    return retries == 0 || !timeout.isZero();
                }
            }
            """;

    private static final String CLIENT = """
            package lab;

            import java.time.Duration;
            import java.util.List;
            import java.util.concurrent.Callable;
            import net.*;

            public final class Client {
                private Client() {}

                private static Limits limits(int retries) {
                    return new Limits(Duration.ofSeconds(9), retries, Limits.Level.ALL, null, new Pool(7, List.of()), null);
                }

                public static Callable<Object> made() {
                    return () -> ServerSchema.builder().host("b").limits(limits(1)).build();
                }

                public static Callable<Object> wrong() {
                    return () -> ServerSchema.builder().limits(limits(-1)).build();
                }

                public static Callable<Object> without() {
                    return () -> ServerSchema.builder(new Server("c", null, 1)).build();
                }
            }
            """;

    @Test
    void theDescriptionIsThatOfARecordWithAllKeys() throws Exception {
        Compilation flattened = Compile.compile(SERVER, LIMITS, POOL, RULES);
        Compilation flat = Compile.compile(FLAT, LIMITS, POOL, RULES);

        Map<String, String> files = Compile.generated(flattened);
        Map<String, String> wanted = Compile.generated(flat);
        for (String file : List.of("lab/server.schema.json", "lab/server.yaml", "lab/server.md")) {
            assertThat(files.get(file)).isEqualTo(wanted.get(file));
        }
        Schema found = schema(flattened);
        Schema expected = schema(flat);
        assertThat(SchemaText.write(found.root()))
                .isEqualTo(SchemaText.write(expected.root()).replace("waits2", "waits"));
        assertThat(found.records().keySet()).isEqualTo(expected.records().keySet());
        assertThat(found.docs(found.root()).write().lines())
                .containsExactlyInAnyOrderElementsOf(
                        expected.docs(expected.root()).write().lines().toList());
    }

    @Test
    void theKeysOfAllLayersReachTheNestedConstructors() throws Exception {
        Loader<Object> loader = loader();

        Loaded<Object> loaded = loader.load(
                Source.text("server.yaml", """
                        host: example.org
                        tries: 1
                        level: all
                        peers: [{name: b}]
                        """),
                Source.variables(Map.of("SERVER_CONNECTIONS", "5")),
                Source.set(List.of("timeout=5s", "peers[0].level=all")));

        assertThat(loaded.value())
                .hasToString("Server[host=example.org, limits=Limits[timeout=PT5S, retries=1, level=ALL, token=null,"
                        + " pool=Pool[connections=5, peers=[Peer[name=b, level=ALL]]], rules=null], port=80]");
        assertThat(loaded.origin("retries").describe()).isEqualTo("server.yaml:2:8");
        assertThat(loaded.origin("connections").describe()).contains("SERVER_CONNECTIONS");
        assertThat(ResolvedYaml.write(loader.schema(), loaded.tree(), false))
                .contains("timeout: 5s")
                .doesNotContain("limits", "pool");
        assertThat(loader.load(loader.write(loaded.value())).value()).isEqualTo(loaded.value());
    }

    @Test
    void problemsAreReportedAtTheKeysOfTheSection() throws Exception {
        assertThatThrownBy(() -> loader().load("retries: -1\nconection: 3\nlimits: {}\nattempts: 1\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("1:10: error: 'retries' is -1, but must be ≥ 0 [ALC204]")
                .hasMessageContaining("2:1: error: unknown key 'conection' at the top level [ALC201]")
                .hasMessageContaining("did you mean 'connections'?")
                .hasMessageContaining("3:1: error: unknown key 'limits' at the top level [ALC201]")
                .hasMessageContaining("write 'retries' instead");
    }

    @Test
    void rulesOfBothRecordsAreReportedTogether() throws Exception {
        assertThatThrownBy(() -> loader().load("retries: 6\ntimeout: 0s\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("1:10: error: retries need a timeout [ALC305]")
                .hasMessageContaining("1:10: error: localhost allows at most 4 retries [ALC305]")
                .hasMessageContaining("= host: localhost (default)");
    }

    @Test
    void aConstructorRejectsTheSectionWithoutItsSecrets() throws Exception {
        assertThatThrownBy(() -> loader().load("host: a\nretries: 10\ntoken: s3cr3t-t0ken\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("error: the configuration is invalid: too many retries with ")
                .hasMessageContaining("= retries: 10 (")
                .hasMessageNotContaining("s3cr3t-t0ken")
                .hasMessageNotContaining("host: a (");
    }

    @Test
    void aBuilderTakesTheFlattenedRecord() throws Exception {
        CompiledClasses classes = classes();

        assertThat(classes.callable("lab.Client", "made").call())
                .hasToString("Server[host=b, limits=Limits[timeout=PT9S, retries=1, level=ALL, token=null,"
                        + " pool=Pool[connections=7, peers=[]], rules=null], port=80]");
        assertThatThrownBy(classes.callable("lab.Client", "wrong")::call)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("'retries' is -1, but must be ≥ 0");
        assertThatThrownBy(classes.callable("lab.Client", "without")::call)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("error: 'retries' has no value [ALC207]");
    }

    @Test
    void aFileOfAFlattenedKeyHasItsSchema() throws Exception {
        RecordBinder<?> rules =
                binder(Compile.compile(SERVER, LIMITS, POOL, RULES)).input("rules");

        assertThat(rules.record().type()).isEqualTo("net.Rules");
    }

    @Test
    void whatCannotBeFlattenedIsReported() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import java.util.*;
                        import org.jspecify.annotations.Nullable;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                @Flatten @Default("1") int number,
                                @Flatten @Default("[]") List<Part> parts,
                                @Flatten @Nullable Part maybe,
                                @Flatten Optional<Part> optional,
                                @Flatten Bad itself,
                                @Flatten Around around,
                                @Flatten Block block) {

                            record Part(@Default("1") int part) {}

                            record Around(@Default("1") int x, @Flatten Bad bad) {}

                            @GlobalBlock(variables = "LAB")
                            record Block(@Default("1") int y) {}
                        }
                        """))
                .containsExactlyInAnyOrder(
                        "Bad.java:9 number: @Flatten does not apply to Bad.number of type int, only to records. Remove it."
                                + " [ALC121]",
                        "Bad.java:10 parts: @Flatten does not apply to Bad.parts of type List<Bad.Part>, only to records. Remove"
                                + " it. [ALC121]",
                        "Bad.java:11 maybe: Bad.maybe is nullable, which @Flatten does not support."
                                + " Make the components of the record nullable instead, or remove @Flatten. [ALC156]",
                        "Bad.java:12 optional: Bad.optional is nullable, which @Flatten does not support. Make the components of the record nullable instead, or remove @Flatten. [ALC156]",
                        "Bad.java:13 itself: Bad.itself flattens Bad into itself. Remove @Flatten, and make the component"
                                + " @Nullable. [ALC156]",
                        "Bad.java:15 block: Bad.block is of type Bad.Block, a global block, whose keys need a section of their"
                                + " own. Remove @Flatten. [ALC156]",
                        "Bad.java:19 bad: Bad.Around.bad flattens Bad into itself. Remove @Flatten, and make the component"
                                + " @Nullable. [ALC156]");
    }

    @Test
    void aComponentWithoutKeyHasNoAnnotationsOfKeys() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                @Flatten @Key("p") @Alias("q") A a,
                                @Flatten @Default("{y: 2}") @Example("{}") B b,
                                @Flatten @Flag @Range(min = 1) C c) {

                            record A(@Default("1") int x) {}

                            record B(@Default("1") int y) {}

                            record C(@Default("1") int z) {}
                        }
                        """))
                .containsExactlyInAnyOrder(
                        both(7, "a", "Key", "Bad.A"),
                        both(7, "a", "Alias", "Bad.A"),
                        both(8, "b", "Default", "Bad.B"),
                        both(8, "b", "Example", "Bad.B"),
                        "Bad.java:9 c: @Range does not apply to Bad.c of type Bad.C, only to numbers. Remove it. [ALC121]",
                        "Bad.java:9 c: @Flag does not apply to Bad.c of type Bad.C, only to scalars and lists of scalars."
                                + " Annotate the components of the record instead. [ALC121]");
    }

    private static String both(int line, String component, String annotation, String type) {
        return "Bad.java:" + line + " " + component + ": Bad." + component + " has both @Flatten and @" + annotation
                + ", but no key. Remove @" + annotation + ", or annotate the components of " + type
                + " instead. [ALC121]";
    }

    @Test
    void namesAreUniqueInTheSection() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "bad")
                        @Retired(value = "b", reason = "none")
                        record Bad(
                                @Default("1") int x,
                                @Flatten A a,
                                @Flatten B b,
                                @Flatten Reserved reserved) {

                            record A(@Default("1") int x, @Default("2") int y, @Default("1") @Alias("p") int z) {}

                            record B(@Default("1") @Key("b") int a, @Default("2") @Alias("y") int c, @Flatten C inner) {}

                            record C(@Default("none") @Alias("p") String d, @Default("five") int e) {}

                            record Reserved(@Default("1") @Key("extends") int parent) {}
                        }
                        """))
                .containsExactlyInAnyOrder(
                        "Bad.java:9 a: Bad.A.x has the same key 'x' as Bad.x. Rename one of them: @Key(\"…\"). [ALC103]",
                        "Bad.java:10 b: The alias 'y' of Bad.B.c is already the key of Bad.A.y. Remove it. [ALC104]",
                        "Bad.java:10 b: The alias 'p' of Bad.C.d is already an alias of Bad.A.z. Remove it. [ALC104]",
                        "Bad.java:11 reserved: 'extends' is not a valid key of Bad.Reserved.parent: it is reserved at the root"
                                + " of a file. Choose another name. [ALC124]",
                        "Bad.java:7 record: The removed key 'b' of Bad is also the key of Bad.B.a. Remove one of the two. [ALC104]",
                        "Bad.java:17 e: The default 'five' of Bad.C.e is invalid: 'e' must be an integer, but is the string"
                                + " 'five'; write an integer. [ALC102]");
    }

    private static Loader<Object> loader() throws Exception {
        return classes().loader("lab.ServerLoader");
    }

    private static CompiledClasses classes() {
        Compilation compilation = Compile.compile(SERVER, LIMITS, POOL, RULES, CLIENT);
        assertThat(Compile.errors(compilation)).isEmpty();
        return new CompiledClasses(compilation);
    }

    private static Schema schema(Compilation compilation) throws Exception {
        return binder(compilation).schema();
    }

    private static RecordBinder<?> binder(Compilation compilation) throws Exception {
        return (RecordBinder<?>) new CompiledClasses(compilation).instance("lab.ServerSchema");
    }
}
