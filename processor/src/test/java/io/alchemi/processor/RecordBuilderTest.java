package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.testing.compile.Compilation;
import io.alchemi.config.ConfigException;
import io.alchemi.config.Loader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Records made in Java: by generated builders, which check them, and written as YAML. */
class RecordBuilderTest {
    private static final String CLIENT = """
            package lab;

            import java.util.List;
            import java.util.concurrent.Callable;

            public final class Client {
                private Client() {}

                public static Object copy(Object it) {
                    return EverythingSchema.builder((Everything) it).build();
                }

                public static Callable<Object> small() {
                    return () -> EverythingSchema.builder()
                            .number(4)
                            .maybeText("there")
                            .maybeInt(5)
                            .mode(Everything.Mode.SLOW)
                            .betas(new double[] {0.5, 0.75})
                            .points(List.of(Everything_PointSchema.builder().x(3).build()))
                            .build();
                }

                public static Callable<Object> wrong() {
                    return () -> EverythingSchema.builder().number(40).text("x").rate(0).build();
                }
            }
            """;
    private static final String MAIL = """
            package lab;

            import io.alchemi.schema.*;
            import java.net.InetAddress;
            import java.util.*;
            import org.jspecify.annotations.Nullable;

            /**
             * Mail.
             *
             * @param sender who sends. May be a group.
             * @param servers where it is sent
             * @param port where the servers listen
             * @param routes which server for whom
             * @param token the password
             */
            @ConfigSchema(id = "mail")
            public record Mail(
                    @Example("ada@example.org") Address sender,
                    @Default("[]") List<Server> servers,
                    @Default("25") Port port,
                    @Default("{}") Map<Address, InetAddress> routes,
                    @Secret @Nullable String token) {

                /**
                 * A server.
                 *
                 * @param name its name
                 * @param language of its messages
                 */
                public record Server(@Example("mx") String name, @Default("de-AT") Locale language) {
                    @Rule("name must not be 'localhost'")
                    static boolean remote(String name) {
                        return !name.equals("localhost");
                    }
                }

                public record Address(String text) {
                    @ConfigValue(pattern = ".+@.+", describedAs = "an e-mail address")
                    public static Address of(String text) {
                        return new Address(text);
                    }

                    @Override
                    public String toString() {
                        return text;
                    }
                }

                public record Port(int number) {
                    @ConfigValue
                    public static Port of(int number) {
                        return new Port(number);
                    }

                    @Override
                    public String toString() {
                        return Integer.toString(number);
                    }
                }
            }
            """;

    private static final String OWN = """
            package lab;

            import io.alchemi.schema.*;
            import java.util.*;

            /**
             * Values of the program.
             *
             * @param host a name
             * @param port a number
             * @param others more names
             * @param ports numbers by name
             * @param warm a temperature
             * @param size a size
             * @param targets names, numbers, or both
             * @param token a password
             * @param n a number
             */
            @ConfigSchema(id = "own")
            public record Own(
                    @Example("a.org") Host host,
                    @Default("25") Port port,
                    @Default("[]") List<Host> others,
                    @Default("{}") Map<Host, Port> ports,
                    @Default("20") Celsius warm,
                    @Default("1") Size size,
                    @Default("[]") List<Target> targets,
                    @Secret @Example("{file: t}") Token token,
                    @Default("4") int n) {

                public record Host(String name) {
                    @ConfigValue public static Host of(String name) { return new Host(name); }
                }

                public record Port(int number) {
                    @ConfigValue public static Port of(int number) { return new Port(number); }
                }

                /** Written as its text, because its component is another number. */
                public record Celsius(double kelvin) {
                    @ConfigValue public static Celsius of(double degrees) { return new Celsius(degrees + 273); }

                    @Override public String toString() { return Double.toString(kelvin - 273); }
                }

                /** Where something is sent. */
                public sealed interface Target {}

                /**
                 * A name.
                 *
                 * @param host the name
                 */
                public record Named(@Example("a") Host host) implements Target {}

                /**
                 * A number.
                 *
                 * @param port the number
                 */
                public record Numbered(@Example("1") Port port) implements Target {}

                /**
                 * Both.
                 *
                 * @param host the name
                 * @param port the number
                 */
                public record Both(@Example("a") Host host, @Default("1") Port port) implements Target {}

                /** Without equals. */
                public static final class Size {
                    private final long bytes;

                    private Size(long bytes) { this.bytes = bytes; }

                    @ConfigValue public static Size of(long bytes) { return new Size(bytes); }

                    @Override public String toString() { return Long.toString(bytes); }
                }

                public record Token(String text) {
                    @ConfigValue public static Token of(String text) { return new Token(text); }

                    @Override public String toString() { return "hidden"; }
                }
            }
            """;

    @Test
    void aCopyOfARecordWithEveryTypeHasItsValues() throws Exception {
        CompiledClasses classes = everything();
        Object loaded =
                loader(classes, "lab.EverythingLoader").load(EveryType.DOCUMENT).value();

        Object copy =
                classes.loadClass("lab.Client").getMethod("copy", Object.class).invoke(null, loaded);

        assertThat(components(copy)).isEqualTo(components(loaded));
    }

    @Test
    void whatIsNotSetHasItsDefault() throws Exception {
        CompiledClasses classes = everything();

        Object small = client(classes, "small").call();

        Loader<Object> loader = loader(classes, "lab.EverythingLoader");
        assertThat(components(small)).isEqualTo(components(loader.load("""
                        number: 4
                        maybe_text: there
                        maybe_int: 5
                        mode: slow
                        betas: [0.5, 0.75]
                        points: [{x: 3}]
                        """).value()));
    }

    @Test
    void allProblemsAreReportedAsOfAFile() throws Exception {
        assertThatThrownBy(client(everything(), "wrong")::call)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(
                        "number in Everything.builder(): error: 'number' is 40, but must be ≥ 1 and ≤ 9 [ALC204]")
                .hasMessageContaining("'text' has 1 character, but must have 2 to 8 [ALC212]")
                .hasMessageContaining("'rate' is 0.0, but must be > 0 [ALC204]");
    }

    @Test
    void aRecordIsWrittenWithTheDescriptionOfEachKey() throws Exception {
        CompiledClasses classes = new CompiledClasses(Compile.compile(MAIL));
        Loader<Object> loader = loader(classes, "lab.MailLoader");
        Object loaded = loader.load("""
                        sender: ada@example.org
                        servers: [{name: a}, {name: b, language: DE}]
                        port: 587
                        routes: {bob@example.org: '::1'}
                        token: s3cr3t
                        """).value();

        String written = loader.write(loaded);

        assertThat(written).isEqualTo("""
                # who sends (an e-mail address, required)
                sender: 'ada@example.org'

                # where it is sent (list of Server, default [])
                servers:
                  - name: a
                    language: de-AT
                  - name: b
                    language: de

                # where the servers listen (integer, default 25)
                port: 587

                # which server for whom (map of IP address, default {})
                routes:
                  'bob@example.org': '::1'

                # the password (secret string or null, default null)
                token: {masked: true}
                """);
        assertThat(loader.load(written.replace("{masked: true}", "s3cr3t")).value())
                .isEqualTo(loaded);
        assertThat(loader.load(loader.write(loader.load("sender: a@b").value())).value())
                .isEqualTo(loader.load("sender: a@b").value());
    }

    @Test
    void aRecordWithEveryTypeIsWrittenAsItLoads() throws Exception {
        Loader<Object> loader = loader(everything(), "lab.EverythingLoader");
        Object loaded = loader.load(EveryType.DOCUMENT).value();

        assertThat(components(loader.load(loader.write(loaded)).value())).isEqualTo(components(loaded));
    }

    @Test
    void aNullInsideOfACollectionIsReported() throws Exception {
        CompiledClasses classes = new CompiledClasses(Compile.compile(MAIL, """
                package lab;

                import java.util.*;
                import java.util.concurrent.Callable;

                public final class Nulls {
                    private Nulls() {}

                    public static Callable<Object> servers() {
                        return () -> MailSchema.builder()
                                .sender(Mail.Address.of("a@b"))
                                .servers(Arrays.asList((Mail.Server) null))
                                .routes(Collections.singletonMap(Mail.Address.of("c@d"), null))
                                .build();
                    }

                    public static Callable<Object> key() {
                        return () -> MailSchema.builder()
                                .sender(Mail.Address.of("a@b"))
                                .routes(Collections.singletonMap(null, null))
                                .build();
                    }
                }
                """));

        assertThatThrownBy(client(classes, "lab.Nulls", "servers")::call)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("servers[0] in Mail.builder(): error: 'servers[0].name' is missing [ALC202]")
                .hasMessageContaining("'routes.c@d' has no value [ALC207]");
        assertThatThrownBy(client(classes, "lab.Nulls", "key")::call)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("a key of 'routes' is null");
    }

    @Test
    void valuesOfTheProgramAreWrittenAsTheirFactoriesTakeThem() throws Exception {
        CompiledClasses classes = new CompiledClasses(Compile.compile(OWN, """
                package lab;

                public final class Copy {
                    private Copy() {}

                    public static Object of(Object it) {
                        return OwnSchema.builder((Own) it).n(5).build();
                    }

                    public static String token(Object it) {
                        return ((Own) it).token().text();
                    }
                }
                """));
        Loader<Object> loader = loader(classes, "lab.OwnLoader");
        String yaml = """
                host: b.org
                others: [c.org]
                ports: {d.org: 80}
                warm: 21.5
                size: 7
                targets: [e.org, 80, {host: f.org}]
                """;
        Object loaded = loader.load(yaml + "token: secret").value();
        Class<?> access = classes.loadClass("lab.Copy");

        Object copy = access.getMethod("of", Object.class).invoke(null, loaded);

        assertThat(components(copy))
                .isEqualTo(components(loader.load(yaml + "token: x\nn: 5").value()));
        assertThat(access.getMethod("token", Object.class).invoke(null, copy)).isEqualTo("secret");
        assertThat(loader.write(loaded).lines())
                .contains(
                        "host: b.org",
                        "others: [c.org]",
                        "ports:",
                        "  d.org: 80",
                        "warm: 21.5",
                        "size: 7",
                        "  - e.org",
                        "  - 80",
                        "  - host: f.org");
    }

    @Test
    void aValueThatItsTextDoesNotGiveCannotBeWritten() throws Exception {
        CompiledClasses classes = new CompiledClasses(Compile.compile("""
                package lab;

                import io.alchemi.schema.*;

                /**
                 * A value of the program.
                 *
                 * @param host a name and a number
                 */
                @ConfigSchema(id = "own")
                public record Own(@Example("a:1") Host host) {
                    public record Host(String name, int port) {
                        @ConfigValue
                        public static Host of(String text) {
                            return new Host(text, 1);
                        }
                    }
                }
                """));
        Loader<Object> loader = loader(classes, "lab.OwnLoader");

        assertThatThrownBy(() -> loader.write(loader.load("host: a").value()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "lab.Own$Host cannot be written: the @ConfigValue method makes no equal value of what toString returns");
    }

    private static CompiledClasses everything() {
        List<String> sources = new ArrayList<>(List.of(EveryType.SOURCES));
        sources.add(CLIENT);
        Compilation compilation = Compile.compile(sources.toArray(String[]::new));
        assertThat(Compile.errors(compilation)).isEmpty();
        return new CompiledClasses(compilation);
    }

    private static Callable<Object> client(CompiledClasses classes, String method) throws ReflectiveOperationException {
        return client(classes, "lab.Client", method);
    }

    @SuppressWarnings("unchecked")
    private static Callable<Object> client(CompiledClasses classes, String type, String method)
            throws ReflectiveOperationException {
        return (Callable<Object>) classes.loadClass(type).getMethod(method).invoke(null);
    }

    @SuppressWarnings("unchecked")
    private static Loader<Object> loader(CompiledClasses classes, String name) throws ReflectiveOperationException {
        return (Loader<Object>) classes.loadClass(name).getConstructor().newInstance();
    }

    private static List<String> components(Object record) throws ReflectiveOperationException {
        List<String> values = new ArrayList<>();
        for (var component : record.getClass().getRecordComponents()) {
            Object[] value = {component.getAccessor().invoke(record)};
            values.add(component.getName() + "=" + Arrays.deepToString(value));
        }
        return values;
    }
}
