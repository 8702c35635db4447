package io.alchemi.config;

import static io.alchemi.config.Resolutions.messages;
import static io.alchemi.config.Resolutions.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.layer.ConfigResolver;
import io.alchemi.config.layer.ResolvedYaml;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.text.Limits;
import io.alchemi.config.tree.Mapping;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A secret that is written alone, as a branch of a union without a tag. */
class BareSecretTest {
    private static final Schema SCHEMA = Schemas.of("""
            record t.App
            schema app env APP
            key auth auth union t.Auth "" 2 mapping t.Login scalar t.Token nullable
            key auths auths list union t.Auth "" 2 mapping t.Login scalar t.Token default []
            key pins pins map union t.Pin "" 2 scalar t.Token scalar t.Number default {}
            key retries retries int default 1

            record t.Login
            key user user string
            key realm realm string default x

            record t.Token
            key token token secret minlength 3

            record t.Number
            key number number int
            """);

    @Test
    void itMayBeInAFile(@TempDir Path folder) throws Exception {
        Path config = Files.writeString(
                folder.resolve("app.yaml"),
                "auth: {file: a}\nauths: [{user: ada}, {file: b}, c33]\npins: {x: {file: c}}");
        Files.writeString(folder.resolve("a"), "a11\n");
        Files.writeString(folder.resolve("b"), "b22\n");
        Files.writeString(folder.resolve("c"), "d44\n");
        ConfigResolver resolved = resolved(Source.file(config));
        assertThat(messages(resolved)).isEmpty();

        Mapping read = Objects.requireNonNull(
                resolved.secrets().read(resolved.tree(), Limits.DEFAULT, resolved.diagnostics()));

        assertThat(read.get("auth")).hasToString("{masked: true}");
        assertThat(resolved.secrets().mask().apply("a11 b22 c33 d44")).isEqualTo("******** ******** ******** ********");
        assertThat(ResolvedYaml.write(SCHEMA, resolved.tree(), false))
                .contains(
                        "auth: {file: '" + folder.resolve("a") + "'}", "- user: ada", "- {file: ", "- {masked: true}");

        Files.writeString(folder.resolve("a"), "a1\n");
        assertThat(resolved.secrets().read(resolved.tree(), Limits.DEFAULT, resolved.diagnostics()))
                .isNull();
        assertThat(messages(resolved))
                .singleElement()
                .asString()
                .endsWith("'auth' has 2 characters, but must have at least 3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "auth: {masked: true}        | ALC203 t: 'auth' was masked when this was written",
                "auths: [{masked: true}]     | ALC203 t: 'auths[0]' was masked when this was written",
                "auth: {file: 5}             | ALC202 t: 'auth.user' is missing",
                "auth: {file: a, user: b}    | ALC201 t: unknown key 'file' in 'auth'",
            })
    void otherMappingsAreReported(String yaml, String problem) {
        assertThat(messages(resolved(Source.text("t", yaml)))).contains(problem);
    }

    @Test
    void aLayerWithAnotherFormReplacesIt() {
        Source file = Source.text("t", "auth: {file: a}");
        Source login = Source.text("t", "auth: {user: ada}");

        assertThat(node(resolved(file, login), "auth")).hasToString("{user: ada, realm: x}");
        assertThat(node(resolved(login, file), "auth")).hasToString("{file: a}");
        assertThat(node(resolved(file, Source.text("t", "auth: {file: b}")), "auth"))
                .hasToString("{file: b}");
        assertThat(node(resolved(login, Source.set(List.of("auth.file=c"))), "auth"))
                .hasToString("{file: c}");
        assertThat(node(resolved(login, Source.variables(Map.of("APP_AUTH__FILE", "d"))), "auth"))
                .hasToString("{file: d}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "auth: {file: abc}           | auth: {file: abc}",
                "auth: abc                   | auth: ***",
                "auth: {fil: abc}            | auth: {fil: ***}",
                "auths: [{file: abc}, abc]   | auths: [{file: abc}, ***]",
                "pins: {file: abc}           | pins: {file: ***}",
            })
    void anExcerptShowsThePathOnly(String line, String shown) {
        ConfigResolver resolved = resolved(Source.text("t", "retries: x\n" + line + "\n"));

        assertThat(resolved.problems().get(0).place().document().line(2)).isEqualTo(shown);
    }

    private static ConfigResolver resolved(Source... sources) {
        return ConfigResolver.of(SCHEMA, Arrays.asList(sources), Limits.DEFAULT);
    }
}
