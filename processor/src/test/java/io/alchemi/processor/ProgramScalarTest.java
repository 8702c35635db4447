package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.testing.compile.Compilation;
import io.alchemi.config.ConfigException;
import io.alchemi.config.Loader;
import java.util.List;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Types of a program that are scalars in YAML, because a static method makes them of a string or a number. */
class ProgramScalarTest {
    private static final String EMAIL = """
            package lab;

            import io.alchemi.schema.ConfigValue;

            record Email(String user, String host) {
                @ConfigValue(pattern = "[^@]+@[^@]+", describedAs = "an e-mail address")
                static Email of(String text) {
                    int at = text.indexOf('@');
                    if (text.startsWith(".")) {
                        throw new IllegalArgumentException("a user name cannot start with a dot");
                    }
                    return new Email(text.substring(0, at), text.substring(at + 1));
                }
            }
            """;

    private static final String PERCENT = """
            package lab;

            public final class Percent {
                private final double share;

                private Percent(double share) {
                    this.share = share;
                }

                @io.alchemi.schema.ConfigValue
                public static Percent of(double percent) throws Exception {
                    if (percent == 1) {
                        throw new Exception("one percent is too little");
                    } else if (percent == 2) {
                        throw new IllegalStateException();
                    } else if (percent == 3) {
                        throw new AssertionError("three");
                    }
                    return percent == 4 ? null : new Percent(percent / 100);
                }

                @Override
                public String toString() {
                    return share * 100 + "%";
                }
            }
            """;

    private static final String PORT = """
            package lab;

            record Port(int number) {
                @io.alchemi.schema.ConfigValue
                static Port of(int number) {
                    return new Port(number);
                }
            }
            """;

    private static final String CONFIG = """
            package lab;

            import io.alchemi.schema.*;
            import java.util.*;
            import org.jspecify.annotations.Nullable;

            @ConfigSchema(id = "mail")
            record Mail(
                    @Default("ada@example.org") Email sender,
                    @Nullable Email copy,
                    Optional<Email> reply,
                    @Default("[]") List<Email> receivers,
                    @Default("[]") Set<Email> once,
                    @Default("[]") Email[] array,
                    @Default("{}") Map<String, Email> named,
                    @Default("50") @Range(max = 100) Percent share,
                    @Default("[]") List<List<Percent>> shares,
                    @Default("587") Port port,
                    @Default("ops@example.org") @Matches(value = "ops@.*", describedAs = "an address of ops") Email ops) {}
            """;

    private static final Compilation COMPILATION = Compile.compile(CONFIG, EMAIL, PERCENT, PORT);

    @Test
    void valuesAreMadeByTheFactory() throws Exception {
        assertThat(Compile.errors(COMPILATION)).isEmpty();

        assertThat(loader().load("""
                        sender: eve@example.org
                        copy: a@b
                        reply: c@d
                        receivers: [e@f, g@h]
                        once: [i@j]
                        named: {k: l@m}
                        share: 12.5
                        shares: [[10], []]
                        port: 25
                        """).value().toString())
                .contains(
                        "sender=Email[user=eve, host=example.org]",
                        "copy=Email[user=a, host=b]",
                        "reply=Optional[Email[user=c, host=d]]",
                        "receivers=[Email[user=e, host=f], Email[user=g, host=h]]",
                        "once=[Email[user=i, host=j]]",
                        "named={k=Email[user=l, host=m]}",
                        "share=12.5%, shares=[[10.0%], []], port=Port[number=25]");
        assertThat(loader().defaults().value().toString()).contains("copy=null, reply=Optional.empty, receivers=[]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sender: .eve@example.org | ALC317 1:9 'sender' is invalid: a user name cannot start with a dot",
                "receivers: [a@b, .c@d]   | ALC317 1:18 'receivers[1]' is invalid: a user name cannot start with a dot",
                "share: 1                 | ALC317 1:8 'share' is invalid: one percent is too little",
                "share: 2                 | ALC311 1:8 'share' cannot be validated: its factory threw java.lang.IllegalStateException",
                "share: 3                 | ALC311 1:8 'share' cannot be validated: its factory threw java.lang.AssertionError: three",
                "share: 4                 | ALC311 1:8 'share' cannot be validated: its factory returned" + " null",
                "share: 200               | ALC204 1:8 'share' is 200, but must be ≤ 100",
                "share: many              | ALC203 1:8 'share' must be a number ≤ 100, but is the string 'many'",
                "sender: eve              | ALC206 1:9 'sender' is 'eve', but must be an e-mail address",
                "sender: 7                | ALC203 1:9 'sender' must be an e-mail address, but is the number 7",
                "ops: eve@example.org     | ALC206 1:6 'ops' is 'eve@example.org', but must be an address of ops",
            })
    void theMessageOfAnExceptionIsReportedAtTheValue(String yaml, String problem) {
        assertThat(problems(yaml)).containsExactly(problem);
    }

    @Test
    void allValuesAreTried() {
        assertThat(problems("sender: .a@b\nreceivers: [.c@d]\nshare: 1")).hasSize(3);
    }

    @Test
    void theCompilerDoesNotCallTheFactory() {
        assertThat(Compile.errors(CONFIG.replace("ada@example.org", ".ada@example.org"), EMAIL, PERCENT, PORT))
                .isEmpty();
    }

    @Test
    void editorsCheckThePattern() throws Exception {
        String schema = COMPILATION
                .generatedFile(StandardLocation.CLASS_OUTPUT, "lab/mail.schema.json")
                .orElseThrow()
                .getCharContent(false)
                .toString();

        assertThat(schema).contains("\"pattern\": \"^(?:[^@]+@[^@]+)$\"", "Must be an e-mail address.");
    }

    /** A component with its own pattern keeps the format. */
    @Test
    void editorsMayCheckTheFormat() throws Exception {
        Compilation compilation =
                Compile.compile("""
                        package lab;

                        import io.alchemi.schema.*;
                        import java.util.*;

                        @ConfigSchema(id = "mail")
                        record Mail(
                                @Example("ada@example.org") Email sender,
                                @Default("{}") Map<String, List<Email>> named,
                                @Example("ops@a") @Matches(value = "ops@.*", describedAs = "an address of ops") Email ops,
                                @Example("a.b") Host host) {}
                        """, EMAIL.replace("pattern =", "format = \"email\", pattern ="), """
                        package lab;

                        record Host(String name) {
                            @io.alchemi.schema.ConfigValue(format = "a name of our own")
                            static Host of(String name) {
                                return new Host(name);
                            }
                        }
                        """);

        assertThat(Compile.errors(compilation)).isEmpty();
        JsonNode keys = new ObjectMapper()
                .readTree(compilation
                        .generatedFile(StandardLocation.CLASS_OUTPUT, "lab/mail.schema.json")
                        .orElseThrow()
                        .getCharContent(false)
                        .toString())
                .get("properties");
        assertThat(keys.at("/sender/format").asString()).isEqualTo("email");
        assertThat(keys.get("named").findValuesAsString("format")).containsExactly("email");
        assertThat(keys.at("/ops/format").asString()).isEqualTo("email");
        assertThat(keys.at("/ops/patternErrorMessage").asString()).isEqualTo("Must be an address of ops.");
        assertThat(keys.at("/host/format").asString()).isEqualTo("a name of our own");
        assertThat(keys.at("/host/errorMessage").asString()).isEqualTo("Must be a string of format a name of our own.");
    }

    @Test
    void aFactoryFromANumberHasNeitherPatternNorFormat() {
        assertThat(Compile.errors(
                        CONFIG,
                        EMAIL,
                        PERCENT.replace("ConfigValue\n", "ConfigValue(format = \"email\")\n"),
                        PORT.replace("ConfigValue\n", "ConfigValue(pattern = \"[0-9]+\", describedAs = \"a port\")\n")))
                .containsExactly(
                        "Mail.java:16 share: Mail.share is of type Percent, whose @ConfigValue method 'of' takes a number,"
                                + " but has 'format' for strings. Remove 'format', or take a String. [ALC151]",
                        "Mail.java:17 shares: Mail.shares is of type Percent, whose @ConfigValue method 'of' takes a number,"
                                + " but has 'format' for strings. Remove 'format', or take a String. [ALC151]",
                        "Mail.java:18 port: Mail.port is of type Port, whose @ConfigValue method 'of' takes a number, but"
                                + " has 'pattern' and 'describedAs' for strings. Remove 'pattern' and 'describedAs', or"
                                + " take a String. [ALC151]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@ConfigValue Code of(String text) { return null; }",
                "@ConfigValue private static Code of(String text) { return null; }",
                "@ConfigValue static String of(String text) { return null; }",
                "@ConfigValue static Code of(Object text) { return null; }",
                "@ConfigValue static Code of(String text, int radix) { return null; }",
                "@ConfigValue static Code of() { return null; }",
                "@ConfigValue static <T> Code of(String text) { return null; }",
                "@ConfigValue static Code of(String text) { return null; } @ConfigValue static Code in(int n) { return null; }",
            })
    void aFactoryThatCannotBeCalledIsRefused(String method) {
        assertThat(Compile.errors("""
                                package lab;

                                import io.alchemi.schema.*;

                                @ConfigSchema(id = "code")
                                record Coded(@Default("a") Code code) {}
                                """, "package lab;\nimport io.alchemi.schema.*;\nclass Code { " + method + " }"))
                .containsExactly(
                        "Coded.java:6 code: Coded.code is of type Code, whose @ConfigValue method cannot be called."
                                + " Annotate one static method that is not private, returns Code, and takes one String, int, long or"
                                + " double. [ALC151]");
    }

    @Test
    void aFactoryOfAnotherPackageIsPublic() {
        assertThat(Compile.errors("""
                                package lab;

                                import io.alchemi.schema.*;

                                @ConfigSchema(id = "code")
                                record Coded(@Default("a") other.Code code) {}
                                """, """
                                package other;

                                public class Code {
                                    @io.alchemi.schema.ConfigValue
                                    static Code of(String text) {
                                        return null;
                                    }
                                }
                                """))
                .containsExactly("Coded.java:6 code: Coded.code is of type Code, whose @ConfigValue method 'of' is not"
                        + " accessible in this package. Make it public. [ALC151]");
    }

    private static Loader<?> loader() throws Exception {
        var constructor =
                new CompiledClasses(COMPILATION).loadClass("lab.MailLoader").getDeclaredConstructor();
        constructor.setAccessible(true);
        return (Loader<?>) constructor.newInstance();
    }

    private static List<String> problems(String yaml) {
        ConfigException refused = catchThrowableOfType(ConfigException.class, () -> loader().load(yaml));
        return refused.diagnostics().stream()
                .map(problem -> problem.id().code() + " "
                        + problem.place().span().line() + ":"
                        + problem.place().span().column() + " "
                        + problem.message())
                .toList();
    }
}
