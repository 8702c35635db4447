package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.alchemi.config.ConfigException;
import io.alchemi.config.Loaded;
import io.alchemi.config.Loader;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.TextFormat;
import io.alchemi.config.layer.ResolvedYaml;
import io.alchemi.config.layer.Source;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that people or other programs read holds a secret. */
class SecretsTest {
    private static final String SECRET = "s3cr3t-t0ken";
    private static final String DEPLOY = """
            package lab;

            import io.alchemi.schema.*;
            import java.util.*;
            import org.jspecify.annotations.Nullable;

            @ConfigSchema(id = "deploy", env = "DEPLOY")
            record Deploy(
                    @Default("localhost") String host,
                    @Default("1") int retries,
                    @Secret @Length(min = 8) @Matches(value = "[a-z0-9-]+", describedAs = "small letters") @Example("change-me") @Alias("api_key") String token,
                    @Secret @Nullable Password password,
                    @Secret @Default("{}") Map<String, String> headers,
                    @Secret @Default("[]") Set<String> spares,
                    @Nullable Client client) {

                record Password(String text) {
                    @ConfigValue
                    static Password of(String text) {
                        if (text.startsWith("s3")) {
                            throw new IllegalArgumentException("'" + text + "' is weak");
                        }
                        return new Password(text);
                    }
                }

                record Client(@Secret @Example("x") String key, @Default("any") String name) {
                    Client {
                        if (name.equals("refused")) {
                            throw new IllegalArgumentException("the key " + key + " is refused");
                        } else if (name.equals("failing")) {
                            throw new IllegalStateException("no " + key, new RuntimeException("cause " + key));
                        }
                    }

                    @Rule("name must not be 'rule'")
                    static boolean named(String name, String key) {
                        return !name.equals("rule");
                    }
                }
            }
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token: s3cr3t-t0ken\nhost: [1]",
                "token: S3CR3T s3cr3t-t0ken",
                "token: [s3cr3t-t0ken]",
                "token: {file: s3cr3t-t0ken, other: s3cr3t-t0ken}",
                "token: {fil: s3cr3t-t0ken}",
                "tokn: s3cr3t-t0ken",
                "client: {token: s3cr3t-t0ken, key: k}\ntoken: abcdefgh",
                "{tokn: s3cr3t-t0ken, host: 5}",
                "token: s3cr3t-t0ken\ntoken: s3cr3t-t0ken",
                "token: s3cr3t-t0ken\napi_key: other-s3cr3t-t0ken",
                "token: 's3cr3t-t0ken",
                "token: s3cr3t-t0ken: x",
                "token: |\n  s3cr3t-t0ken\n bad",
                "x-shared: &t s3cr3t-t0ken\ntoken: *t\nhost: [2]",
                "token: abcdefgh\npassword: s3cr3t-t0ken",
                "token: abcdefgh\nheaders: {a: [s3cr3t-t0ken], b: s3cr3t-t0ken}",
                "token: abcdefgh\nspares: [s3cr3t-t0ken, s3cr3t-t0ken]",
                "token: abcdefgh\nclient: {key: s3cr3t-t0ken, name: refused}",
                "token: abcdefgh\nclient: {key: s3cr3t-t0ken, name: failing}",
                "token: abcdefgh\nclient: {key: s3cr3t-t0ken, name: rule}",
                "token: abcdefgh\nclient: s3cr3t-t0ken",
                "s3cr3t: 5\ntoken:\n  s3cr3t-t0ken:\n    - s3cr3t-t0ken",
                "token: !s3cr3t-t0ken",
                "token: *s3cr3t-t0ken",
                "token: abcdefgh\nclient: {key:s3cr3t-t0ken, name: x}",
                "token: abcdefgh\nclient: [s3cr3t-t0ken]",
                "token: abcdefgh\nheaders: {X:s3cr3t-t0ken}",
                "token: \"multi\\\n  s3cr3t-t0ken\"\nhost: [1]",
            })
    void noProblemShowsASecret(String yaml) {
        ConfigException refused = refused(Source.text("deploy.yaml", yaml));

        assertThat(shown(refused))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text.replace("s3cr3t: 5", "")).doesNotContain("t0ken"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token=s3cr3t t0ken",
                "tokn=t0ken",
                "client.key.x=t0ken",
                "token='t0ken",
                "token=[t0ken",
                "client={key:t0ken}",
                "client=[t0ken]"
            })
    void noSettingShowsASecret(String setting) {
        ConfigException refused = refused(Source.set(List.of("retries=[x]", setting)));

        assertThat(shown(refused))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).doesNotContain("t0ken"));
    }

    @Test
    void noVariableShowsASecret() {
        ConfigException refused =
                refused(Source.text("deploy.yaml", "host: a"), Source.variables(Map.of("DEPLOY_TOKEN", "T0KEN t0ken")));

        assertThat(shown(refused))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).doesNotContain("t0ken"));
    }

    @Test
    void whatIsWrittenHasNoSecretAndDoesNotLoad() {
        Loaded<?> loaded = loader().load(
                        Source.text("a.yaml", "token: first-" + SECRET + "\nclient: {key: " + SECRET + "}"),
                        Source.set(List.of("token=" + SECRET, "headers.a=" + SECRET)));
        String yaml = ResolvedYaml.write(loader().schema(), loaded.tree(), true);

        assertThat(loaded.value().toString()).contains("token=" + SECRET, "key=" + SECRET);
        assertThat(loaded.tree().toString()).doesNotContain("t0ken").contains("token: {masked: true}");
        assertThat(yaml)
                .doesNotContain("t0ken")
                .contains("token: {masked: true}  # --set token=****", "  a: {masked: true}", "  key: {masked: true}");
        assertThat(loaded.mask().apply("sent " + SECRET + " and first-" + SECRET + "!"))
                .isEqualTo("sent ******** and ********!");
        assertThat(TextFormat.render(refused(Source.text("a.yaml", yaml)).diagnostics(), false))
                .contains(
                        "a.yaml:3:8: error: 'token' was masked when this was written",
                        "write the string, or {file: PATH} for the contents of a file");
    }

    @Test
    void aSecretMayBeInAFileBesideTheConfiguration() throws Exception {
        Path config = Files.writeString(
                folder.resolve("deploy.yaml"), "token: {file: token.txt}\nheaders: {a: {file: token.txt}, b: c}");
        Files.writeString(folder.resolve("token.txt"), SECRET + "\n");
        Loaded<?> loaded = loader().load(config);

        assertThat(loaded.value().toString()).contains("token=" + SECRET + ",", "a=" + SECRET + ",");
        String yaml = ResolvedYaml.write(loader().schema(), loaded.tree(), true);
        assertThat(yaml).doesNotContain("t0ken").contains("token: {file: '" + folder.resolve("token.txt") + "'}");
        assertThat(loader().load(yaml.replace("b: {masked: true}", "b: c")).value())
                .isEqualTo(loaded.value());
        assertThat(loader().load(Source.file(config), Source.set(List.of("token.file=" + folder.resolve("token.txt"))))
                        .value())
                .isEqualTo(loaded.value());
    }

    @Test
    void theFileOfASecretIsCheckedLikeTheSecret() throws Exception {
        Path config = Files.writeString(folder.resolve("deploy.yaml"), "token: {file: token.txt}");
        assertThat(loader().check(config)).isEmpty();
        assertThat(shown(refused(Source.file(config))).get(0))
                .contains("deploy.yaml:1:15: error: 'token' cannot be read from 'token.txt': file not found [ALC322]");

        Files.writeString(folder.resolve("token.txt"), "T0KEN t0ken\n");
        assertThat(shown(refused(Source.file(config))))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain("t0ken")
                        .contains("1:15: error: 'token' is '********', but must be small letters"));

        Files.delete(folder.resolve("token.txt"));
        Files.createDirectory(folder.resolve("token.txt"));
        assertThat(shown(refused(Source.file(config))).get(0)).contains("is a folder, not a file [ALC322]");
    }

    @Test
    void aSecretIsAStringThatIsNotInTheProgramOrOnTheCommandLine() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import java.util.List;
                        import org.jspecify.annotations.Nullable;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                @Secret @Default("x") String stated,
                                @Secret @Flag @Nullable String flag,
                                @Secret @Default("1") int number,
                                @Secret @Default("[]") List<String> good) {}
                        """))
                .containsExactlyInAnyOrder(
                        "Bad.java:9 stated: Bad.stated is a @Secret with @Default, which everyone who has the program can"
                                + " read. Remove it; make the component @Nullable if it is optional. [ALC152]",
                        "Bad.java:10 flag: Bad.flag is a @Secret with @Flag, which other users of the machine can read."
                                + " Remove it; the value comes from a file or a variable. [ALC152]",
                        "Bad.java:11 number: @Secret does not apply to Bad.number of type int, only to a String. Remove it."
                                + " [ALC121]");
    }

    @Test
    void noDefaultOrExampleStatesASecretInside() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import java.util.*;
                        import org.jspecify.annotations.Nullable;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                @Default("{password: hunter2}") Db db,
                                @Default("[{password: hunter2}]") List<Db> list,
                                @Default("{a: {headers: {x: hunter2}}}") Map<String, Db> map,
                                @Default("{db: {password: {file: pw}}}") Outer outer,
                                @Default("{kind: signed, pin: hunter2}") Way way,
                                @Default("hunter2") Auth auth,
                                @Example("{password: hunter2}") Db example,
                                @Default("{password: null, headers: {}, user: u}") Db open,
                                @Default("{user: root}") Auth named,
                                @Example("[{password: {file: pw}}]") List<Db> files,
                                @Example("hunter2") Auth alone,
                                @Example("{file: pw}") Auth fromFile) {

                            record Db(@Secret Optional<String> password, @Secret @Default("{}") Map<String, String> headers,
                                    @Default("root") String user) {}

                            record Outer(Db db) {}

                            @Discriminator("kind")
                            sealed interface Way {}

                            record Plain(@Default("1") int level) implements Way {}

                            record Signed(@Secret @Example("x") String pin) implements Way {}

                            sealed interface Auth {}

                            record Token(@Secret @Example("x") String token) implements Auth {}

                            record Login(@Default("u") String user, @Secret @Nullable String pin) implements Auth {}
                        }
                        """))
                .containsExactlyInAnyOrder(
                        stated(9, "db", "db.password", "@Default", DEFAULT_FIX),
                        stated(10, "list", "list[0].password", "@Default", DEFAULT_FIX),
                        stated(11, "map", "map.a.headers.x", "@Default", DEFAULT_FIX),
                        stated(12, "outer", "outer.db.password", "@Default", DEFAULT_FIX),
                        stated(13, "way", "way.pin", "@Default", DEFAULT_FIX),
                        stated(14, "auth", "auth", "@Default", DEFAULT_FIX),
                        stated(15, "example", "example.password", "@Example", EXAMPLE_FIX),
                        stated(19, "alone", "alone", "@Example", EXAMPLE_FIX));
    }

    private static final String EXAMPLE_FIX = "Write {file: PATH} instead.";

    private static final String DEFAULT_FIX = "Remove the value from the default.";

    private static String stated(int line, String component, String path, String annotation, String fix) {
        return "Bad.java:%d %s: Bad.%s has a value of the @Secret '%s' in its %s, which everyone who has the program can read. %s [ALC152]"
                .formatted(line, component, component, path, annotation, fix);
    }

    private ConfigException refused(Source... sources) {
        List<ConfigException> caught = new ArrayList<>();
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> loader().load(sources))
                .satisfies(caught::add);
        return caught.get(0);
    }

    /** Everything that the problems tell, and their stack traces. */
    private static List<String> shown(ConfigException refused) {
        List<String> shown = new ArrayList<>();
        StringWriter trace = new StringWriter();
        refused.printStackTrace(new PrintWriter(trace, true));
        for (Diagnostic problem : refused.diagnostics()) {
            shown.add(TextFormat.render(problem));
            if (problem.cause() != null) {
                problem.cause().printStackTrace(new PrintWriter(trace, true));
            }
        }
        shown.add(trace.toString());
        return shown;
    }

    private static Loader<?> loader() {
        try {
            var loader = Program.CLASSES.loadClass("lab.DeployLoader").getDeclaredConstructor();
            loader.setAccessible(true);
            return (Loader<?>) loader.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** Compiled at first use, so that a test says what javac says if it does not compile. */
    private static final class Program {
        static final CompiledClasses CLASSES = new CompiledClasses(Compile.compile(DEPLOY));
    }
}
