package io.alchemi.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.diagnose.TextFormat;
import io.alchemi.config.layer.ConfigResolver;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.text.Limits;
import io.alchemi.config.text.Mask;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Scalar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {
    private static final Schema SCHEMA = Schemas.of("""
            record t.Mail
            schema test.mail env MAIL
            key host host string default localhost
            key retries retries int default 1
            key token token secret nullable alias api_key
            key spares spares list secret default []
            key headers headers map secret default {}
            key server server record t.Server nullable
            key area area record t.Plain nullable
            key way way union t.Way kind 2 plain t.Plain signed t.Signed default "{kind: plain}"
            key servers servers list record t.Server default []
            key zones zones map record t.Server default {}
            key login login union t.Login "" 2 scalar t.Pin mapping t.Plain nullable
            key outer outer record t.Outer nullable

            record t.Outer
            key inner inner record t.Server nullable

            record t.Pin
            key pin pin secret

            record t.Server
            key key key secret nullable
            key port port int default 25

            record t.Plain
            key level level int default 1

            record t.Signed
            key pin pin secret nullable minlength 4
            """);

    /** What an excerpt of line 2 shows, below a valid line. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "host: abc                     | host: abc",
                "token: abc                    | token: ***",
                "api_key: abc                  | api_key: ***",
                "tokn: abc                     | tokn: ***",
                "tokn: {a: abc, b: [c]}        | tokn: {a: ***, b: [*]}",
                "server: abc                   | server: ***",
                "area: abc                     | area: abc",
                "server: {key: abc, port: 5}   | server: {key: ***, port: 5}",
                "server: {kye: abc, port: 5}   | server: {kye: ***, port: 5}",
                "way: {kind: signed, pin: abc} | way: {kind: signed, pin: ***}",
                "way: abc                      | way: ***",
                "token: {file: abc}            | token: {file: abc}",
                "token: {masked: true}         | token: {masked: true}",
                "token: {file: abc, b: c}      | token: {****: ***, *: *}",
                "token: {file: 5}              | token: {****: *}",
                "token: {masked: abc}          | token: {******: ***}",
                "headers: {a: b}               | headers: {*: *}",
                "headers: {port: b}            | headers: {****: *}",
                "servers: {a: {port: 5, b: c}} | servers: {a: {port: 5, b: *}}",
                "headers: {file: abc}          | headers: {****: ***}",
                "headers: {a: {file: abc}}     | headers: {a: {file: abc}}",
                "spares: [abc, {file: d}]      | spares: [***, {file: d}]",
                "spares: [['a', {b: c}]]       | spares: [[***, {*: *}]]",
                "token: 'a😀\"'                 | token: ******"
            })
    void anExcerptHidesSecretsAndWhatMayBeOne(String line, String shown) {
        ConfigResolver resolved = resolved(Source.text("t", "retries: x\n" + line + "\n"));

        assertThat(resolved.problems().get(0).place().document().line(2)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"token: 'abc  | token: 'abc", "token: a: b  | token: a: b", "token: a\\ntoken: b | token: b"})
    void anExcerptOfWhatIsNotYamlShowsNothing(String text, String hidden) {
        String rendered = TextFormat.render(
                resolved(Source.text("t", text.replace("\\n", "\n"))).problems(), false);

        assertThat(rendered).contains("t:").doesNotContain(hidden).contains("***");
    }

    @ParameterizedTest
    @CsvSource({
        "token=abc, --set token=***",
        "tokn=abc, --set tokn=***",
        "'token=\"abc', --set token=****",
        "headers.a=abc, --set headers.a=***"
    })
    void aSettingHidesItsValueInItsNameToo(String setting, String shown) {
        ConfigResolver resolved = resolved(Source.set(List.of("retries=x", setting)));

        assertThat(resolved.diagnostics().documents())
                .extracting(document -> document.name())
                .contains(shown);
    }

    /** A run folder has a copy of it. */
    @Test
    void aFileHidesWhatAnotherOneReplaces() {
        ConfigResolver resolved =
                resolved(Source.text("low", "server: abc\narea: abc"), Source.text("t", "server: {port: 1}\narea: {}"));

        assertThat(resolved.problems()).isEmpty();
        assertThat(resolved.diagnostics().documents())
                .extracting(document -> document.text())
                .contains("server: ***\narea: abc");
    }

    @Test
    void aVariableHidesItsValue() {
        ConfigResolver resolved =
                resolved(Source.text("t", "host: a"), Source.variables(Map.of("MAIL_SERVER__KEY", "abc")));

        assertThat(resolved.diagnostics().documents())
                .extracting(document -> document.text())
                .contains("MAIL_SERVER__KEY=***", "host: a");
    }

    @Test
    void aSchemaWithoutSecretsHidesNothing() {
        Schema open = Schemas.of("""
                record t.Open
                schema test.open
                key token token string default a
                """);

        ConfigResolver resolved =
                ConfigResolver.of(open, Arrays.asList(Source.text("t", "token: abc\ntokn: abc")), Limits.DEFAULT);

        assertThat(resolved.problems().get(0).place().document().text()).isEqualTo("token: abc\ntokn: abc");
        assertThat(resolved.secrets().mask().isEmpty()).isTrue();
    }

    @Test
    void messagesShowNoSecret() {
        ConfigResolver resolved = resolved(Source.text("t", """
                way: {kind: signed, pin: abc}
                token: 12345
                server: abc
                """));

        assertThat(resolved.problems())
                .extracting(problem -> problem.message() + "; " + problem.label())
                .containsExactly(
                        "'way.pin' has 3 characters, but must have at least 4; ",
                        "'token' must be a secret string, but is the number ********; write it in quotes",
                        "'server' must be a section, but is the string '********'; write its keys indented below it");
    }

    @Test
    void aMaskedSecretDoesNotLoad() {
        assertThat(resolved(Source.text("t", "token: {masked: true}\nhost: {masked: true}\nretries: {masked: true}"))
                        .problems())
                .extracting(problem -> problem.message())
                .containsExactly(
                        "'token' was masked when this was written",
                        "'host' must be a string, but is a mapping",
                        "'retries' must be an integer, but is a mapping");
    }

    @Test
    void aSecretOfASettingMayReadNull() {
        Schema schema =
                Schemas.of("record t.Mail\nschema test.mail\nkey token token secret\nkey size size int default 1");

        ConfigResolver resolved = ConfigResolver.of(
                schema, Arrays.asList(Source.set(List.of("token=null", "size=null"))), Limits.DEFAULT);

        assertThat(resolved.problems()).extracting(problem -> problem.message()).containsExactly("'size' has no value");
        assertThat(((Scalar) Objects.requireNonNull(resolved.stated().get("token"))).text())
                .isEqualTo("null");
    }

    @Test
    void neitherMessagesNorExcerptsShowASecretInOtherValues() {
        ConfigResolver resolved = resolved(
                Source.text("t", "token: abcsekret\nretries: abcsekret\nway: {kind: xabcsekret@x}\n"),
                Source.set(List.of("server.port=abcsekret")));

        assertThat(TextFormat.render(resolved.problems(), false))
                .doesNotContain("abcsekret")
                .contains(
                        "'retries' must be an integer, but is the string '********'",
                        "2 | retries: *********",
                        "3 | way: {kind: x*********@x}",
                        "--set server.port=*********: error:");
    }

    @Test
    void theMaskKnowsOverriddenSecretsToo() {
        ConfigResolver resolved = resolved(
                Source.text("t", "token: first\nspares: [second]\nheaders: {a: third}\nretries: 77\nname: fourth"),
                Source.set(List.of("token=fifth\nwith several lines")));

        assertThat(resolved.secrets()
                        .mask()
                        .apply("first second third 77 fourth fifth\nwith several lines; with several lines"))
                .isEqualTo("******** ******** ******** 77 fourth ********; ********");
    }

    @Test
    void theTreeHasTheSecretButDoesNotShowIt() {
        Scalar token = (Scalar) Objects.requireNonNull(
                resolved(Source.text("t", "token: abc")).tree().get("token"));

        assertThat(token.text()).isEqualTo("abc");
        assertThat(token.shown()).isEqualTo(Mask.SHOWN);
        assertThat(token).hasToString("{masked: true}");
        assertThat(token.isSecret()).isTrue();
    }

    @Test
    void aFileIsReadWithoutTheLineBreakAtItsEnd(@TempDir Path folder) throws Exception {
        Path config = folder.resolve("mail.yaml");
        Files.writeString(config, "token: {file: a}\nspares: [{file: b}, {file: c}, {file: d}, e]\n");
        Files.writeString(folder.resolve("a"), "one\n");
        Files.writeString(folder.resolve("b"), "two\r\n");
        Files.writeString(folder.resolve("c"), "three\n\n");
        Files.writeString(folder.resolve("d"), "four");
        ConfigResolver resolved = resolved(Source.file(config));

        Mapping read = Objects.requireNonNull(
                resolved.secrets().read(resolved.tree(), Limits.DEFAULT, resolved.diagnostics()));

        assertThat(read.get("token"))
                .isInstanceOfSatisfying(
                        Scalar.class, token -> assertThat(token.text()).isEqualTo("one"));
        assertThat(resolved.secrets().mask().apply("one two three\n four e"))
                .isEqualTo("**** **** **** **** ****".replace("****", "********"));
        assertThat(resolved.tree().toString()).contains("{file: '" + folder.resolve("b") + "'}", "{masked: true}");
        assertThat(resolved.stated().toString()).contains("token: {file: a}");
        assertThat(resolved.secrets().isFileMissing(resolved.tree())).isFalse();

        Files.delete(folder.resolve("d"));
        assertThat(resolved.secrets().isFileMissing(resolved.tree())).isTrue();
        assertThat(resolved.secrets().read(resolved.tree(), Limits.DEFAULT, resolved.diagnostics()))
                .isNull();
        assertThat(resolved.problems())
                .extracting(problem -> problem.message())
                .containsExactly("'spares[2]' cannot be read from '" + folder.resolve("d") + "': file not found");
    }

    @Test
    void aVariableNamesTheFileOfASecret() {
        ConfigResolver resolved = resolved(
                Source.text("t", "spares: [x]"),
                Source.variables(Map.of(
                        "MAIL_TOKEN__FILE", "/run/a",
                        "MAIL_SPARES__0__FILE", "/run/b",
                        "MAIL_HEADERS__KEY__FILE", "/run/c",
                        "MAIL_SERVER__KEY__FILE", "/run/d")));

        assertThat(resolved.problems()).isEmpty();
        assertThat(resolved.tree().toString())
                .contains("token: {file: /run/a}", "{file: /run/b}", "{key: {file: /run/c}}", "{key: {file: /run/d}");
        assertThat(resolved(Source.variables(Map.of("MAIL_TOKEN__FIEL", "/run/a")))
                        .problems())
                .extracting(problem -> problem.label())
                .containsExactly("did you mean 'MAIL_TOKEN__FILE'?");
        assertThat(resolved(Source.variables(Map.of("MAIL_HOST__FILE", "/run/a")))
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).startsWith("unknown environment variable: "));
    }

    @Test
    void whatIsInAFileIsCheckedLikeAnyOtherValue(@TempDir Path folder) throws Exception {
        Path pin = Files.writeString(folder.resolve("pin"), "abc\n");
        ConfigResolver resolved = resolved(Source.set(List.of("way={kind: signed, pin: {file: '" + pin + "'}}")));
        assertThat(resolved.problems()).isEmpty();

        assertThat(resolved.secrets().read(resolved.tree(), Limits.DEFAULT, resolved.diagnostics()))
                .isNull();
        assertThat(resolved.problems())
                .extracting(problem -> problem.message())
                .containsExactly("'way.pin' has 3 characters, but must have at least 4");
    }

    @Test
    void whatStandsInPlaceOfASectionWithASecretIsMasked() {
        assertThat(resolved(Source.text("t", "server: abcsekret\narea: visible"))
                        .secrets()
                        .mask()
                        .apply("abcsekret visible"))
                .isEqualTo("******** visible");
    }

    /** What messages and excerpts show of slips, of which a secret in no known place is a part. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '~',
            value = {
                "token: !Pa55word => tag '********' is not supported",
                "token: !Pa55%41word x => is not supported",
                "token: *Pa55word => unknown anchor '********'",
                "token: &Pa55word [*Pa55word] => alias '********' is inside the value that it refers to",
                "headers: {Pa55word: a, Pa55word: b} => duplicate key '********'",
                "server: {key:Pa55word, port: 5} => unknown key 'key:********' in 'server'",
                "server: {key:Pa55word, port: 5} => 1 | server: {key:********, port: 5}",
                "server: {key:Pa5, port: 5} => 1 | server: {key:***, port: 5}",
                "server: {key:Pa55word, port: 5} => write a space after 'key:'",
                "server: {key=Pa55word, port: 5} => unknown key 'key=********' in 'server'",
                "server: {key Pa55word, port: 5} => unknown key 'key ********' in 'server'",
                "server: {Pa55word, port: 5} => unknown key '********' in 'server'",
                "server: {pw:Pa55word, port: 5} => unknown key 'pw:********' in 'server'",
                "server: {kye: Pa55word} => did you mean 'key'?",
                "server: {kez, port: 5}               => unknown key '********' in 'server'",
                "server: {kye: , port: 5}             => did you mean 'key'?",
                "zones: {a:Pa55word, b: {port: x}}    => 1 | zones: {a:********, b: {port: x}}",
                "zones: {a:Pa55word, b: {port: x}}    => 'zones.b.port' must be an integer",
                "{token:Pa55word, host: h} => unknown key 'token:********' at the top level",
                "headers: {X:Pa55word} => 'headers.X:********' has no value",
                "headers: {X:Pa55word} => 1 | headers: {**********}",
                "headers: {Pa55word} => 'headers.********' has no value",
                "headers: {X-Y: } => 'headers.X-Y' has no value",
                "server: [Pa55word] => 1 | server: [********]",
                "server: [[pw]] => 1 | server: [[**]]",
                "server: [{port: Pa55word, a:Pa55word}] => 'server' must be a section, but is a list",
                "{retries: Pa55word, server: [{kye: Pa55word}]} => 'retries' must be an integer, but is the string '********'",
                "servers: [Pa55word] => 1 | servers: [********]",
                "way: [Pa55word] => 1 | way: [********]",
                "way: {kind: sgned, pin:Pa55word} => did you mean 'signed'?",
                "login: [Pa55word] => 1 | login: [********]",
                "login: [pw] => 1 | login: [**]",
                "outer: [Pa55word] => 1 | outer: [********]",
                "outer: {inner: Pa55word} => 1 | outer: {inner: ********}",
                "area: {lvl:visible} => unknown key 'lvl:visible' in 'area'",
                "area: [visible, x] => 1 | area: [visible, x]"
            })
    void slipsShowNoSecret(String line, String shown) {
        assertThat(TextFormat.render(resolved(Source.text("t", line)).problems(), false))
                .contains(shown)
                .doesNotContain("Pa5", "55%41", "55Aword");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '~',
            value = {
                "server={key:Pa55word, port: 5} => --set server={key:********, port: 5}",
                "server={key:Pa5, port: 5} => --set server={key:***, port: 5}",
                "server.key:Pa55word={} => unknown key 'key:********' in 'server'",
                "server=[Pa55word] => --set server=[********]",
                "spares=[{Pa55word: 5}]                => --set spares=[{********: *}]",
                "server={key: !Pa55word } => is not supported"
            })
    void slipsInSettingsShowNoSecret(String setting, String shown) {
        assertThat(TextFormat.render(resolved(Source.set(List.of(setting))).problems(), false))
                .contains(shown)
                .doesNotContain("Pa5");
        String variable = "MAIL_" + setting.substring(0, setting.indexOf('=')).toUpperCase(Locale.ROOT);
        if (!variable.contains(".")) {
            String value = setting.substring(setting.indexOf('=') + 1);
            assertThat(TextFormat.render(
                            resolved(Source.text("t", "host: h"), Source.variables(Map.of(variable, value)))
                                    .problems(),
                            false))
                    .contains(": error: ")
                    .doesNotContain("Pa5");
        }
    }

    @Test
    void aColonInTheKeyOfAMapIsNoSlip() {
        ConfigResolver resolved = resolved(
                Source.text("t", "zones: {'a:5432': {port: 1}, 'b:5433': }\nheaders: {'X:5434': v}"),
                Source.set(List.of("zones.\"c:5435\".port=2")));

        assertThat(resolved.problems()).isEmpty();
        assertThat(resolved.secrets().mask().apply("5432 5433 5434 5435")).isEqualTo("5432 5433 5434 5435");
    }

    @Test
    void thePathsOfReportsShowNoSecret() {
        assertThat(resolved(Source.text("t", "server: {key:Pa55word}\nheaders: {X:Pa55word}"))
                        .problems())
                .extracting(problem -> problem.key())
                .containsExactly("server.key:********", "headers.X:********");
    }

    private static ConfigResolver resolved(Source... sources) {
        return ConfigResolver.of(SCHEMA, Arrays.asList(sources), Limits.DEFAULT);
    }
}
