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
