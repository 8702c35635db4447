package io.alchemi.config;

import static io.alchemi.config.Resolutions.messages;
import static io.alchemi.config.Resolutions.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.layer.ConfigResolver;
import io.alchemi.config.layer.ResolvedYaml;
import io.alchemi.config.layer.Setting;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.text.Limits;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Unions without tags whose branches are told apart by their keys, or by the type of a scalar. */
class UnionFormsTest {
    private static final Schema SCHEMA = Schemas.of("""
            record t.Job
            schema job env JOB
            key source source union t.Source "" 3 mapping t.Local mapping t.Remote mapping t.Bucket example "{file: a.csv}"
            key cache cache union t.Source "" 3 mapping t.Local mapping t.Remote mapping t.Bucket default "{url: u, token: t}"
            key port port union t.Port "" 3 scalar t.Number scalar t.Name scalar t.Switch default http
            key name name union t.Title "" 2 scalar t.Number scalar t.Name default none
            key target target union t.Target "" 4 mapping t.Local mapping t.Remote scalar t.Number scalar t.Name default here
            key limit limit union t.Limit "" 3 mapping t.Local scalar t.Number scalar t.Switch default 1

            record t.Local
            key file file string example a.csv alias path
            key compress compress boolean default false

            record t.Remote
            key url url string example https://example.org
            key token token string example secret
            key compress compress boolean default true

            record t.Bucket
            key s3 s3 record t.S3

            record t.S3
            key name name string example spectra

            record t.Number
            key number number int min 1 example 8080

            record t.Name
            key name name string minlength 2 example http

            record t.Switch
            key on on boolean example true
            """);

    @Test
    void aKeyThatNoOtherBranchHasSelectsIt() {
        assertThat(messages(resolve("source: {file: a}"))).isEmpty();
        assertThat(messages(resolve("source: {url: a, token: b, compress: true}")))
                .isEmpty();
        assertThat(messages(resolve("source: {s3: {name: a}}"))).isEmpty();
        assertThat(messages(resolve("source: {token: b}"))).containsExactly("ALC202 t: 'source.url' is missing");
        assertThat(value(resolve("source: {path: a}"), "source")).startsWith("{file: a, compress: false}");
    }

    @Test
    void aSectionWithoutSuchAKeyIsReported() {
        Diagnostic misspelt = only("source: {compress: true, fil: a}");
        assertThat(misspelt.id().code()).isEqualTo("ALC216");
        assertThat(misspelt.message()).isEqualTo("'source' must have one of the keys 'file', 'url', 'token', 's3'");
        assertThat(misspelt.label()).isEqualTo("did you mean 'file'?");
        assertThat(misspelt.place().span().column()).isEqualTo(26);

        Diagnostic empty = only("source: {compress: true}");
        assertThat(empty.id().code()).isEqualTo("ALC216");
        assertThat(empty.label()).isEqualTo("add 'file: a.csv' or 'url: https://example.org' or 's3: …'");
        assertThat(only("source: {}").id().code()).isEqualTo("ALC216");
        assertThat(only("source: a").label()).isEqualTo("write its keys indented below it");
        assertThat(only("source: a").message()).isEqualTo("'source' must be a section, but is the string 'a'");
    }

    @Test
    void aSectionWithSuchKeysOfTwoBranchesIsReportedAtTheSecond() {
        Diagnostic both = only("source: {token: b, file: a}");

        assertThat(both.id().code()).isEqualTo("ALC217");
        assertThat(both.message()).isEqualTo("'source' cannot have both 'token' and 'file'");
        assertThat(both.place().span().column()).isEqualTo(20);
    }

    @Test
    void aLayerWithAKeyOfAnotherBranchReplacesAndOneWithoutMerges() {
        String remote = "source: {url: u, token: t}";

        assertThat(value(resolve(remote, "source: {compress: false}"), "source"))
                .startsWith("{url: u, token: t, compress: false}");
        assertThat(value(resolve(remote, "source: {token: x}"), "source"))
                .startsWith("{url: u, token: x, compress: true}");
        assertThat(value(resolve(remote, "source: {path: x}"), "source")).startsWith("{file: x, compress: false}");
        assertThat(value(resolve("source: {compress: true}", "source: {file: x}"), "source"))
                .startsWith("{file: x, compress: true}");
    }

    @Test
    void aSectionMergesWithTheDefaultOrReplacesIt() {
        String source = "source: {file: a}\n";

        assertThat(value(resolve(source + "cache: {token: x}"), "cache"))
                .startsWith("{url: u, token: x, compress: true}");
        assertThat(value(resolve(source + "cache: {compress: false}"), "cache"))
                .startsWith("{url: u, token: t, compress: false}");
        assertThat(value(resolve(source + "cache: {file: x}"), "cache")).startsWith("{file: x, compress: false}");
        assertThat(value(settings(source, "cache.s3.name=x"), "cache")).startsWith("{s3: {name: x}}");
        assertThat(value(settings(source, "cache={file: x}"), "cache")).startsWith("{file: x, compress: false}");
    }

    @Test
    void settingsAndVariablesSelectABranch() {
        ConfigResolver set = settings("source: {url: u, token: t}", "source.file=x", "source.compress=true");
        assertThat(messages(set)).isEmpty();
        assertThat(value(set, "source")).startsWith("{file: x, compress: true}");

        ConfigResolver variables = ConfigResolver.of(
                SCHEMA,
                List.of(
                        Source.text("t", "source: {file: x, compress: true}"),
                        Source.variables(Map.of(
                                "JOB_SOURCE__COMPRESS", "false", "JOB_SOURCE__URL", "u", "JOB_SOURCE__TOKEN", "9"))),
                Limits.DEFAULT);
        assertThat(messages(variables)).isEmpty();
        assertThat(value(variables, "source.compress")).isEqualTo("false from JOB_SOURCE__COMPRESS");
        assertThat(value(variables, "source.token")).isEqualTo("9 from JOB_SOURCE__TOKEN");
    }

    @Test
    void settingsReachItemsOfAUnionThatIsAList() {
        Schema schema = Schemas.of("""
                record t.Root
                schema test.grid
                key grid grid union t.Grid "" 2 sequence t.Matrix scalar t.Named default [[1]]

                record t.Matrix
                key rows rows list list int

                record t.Named
                key name name string
                """);

        ConfigResolver resolution = ConfigResolver.of(
                schema,
                List.of(Source.text("t", "grid: [[1, 2], [3, 4]]"), Source.set(List.of("grid[1]=[5]", "grid[0][1]=6"))),
                Limits.DEFAULT);

        assertThat(messages(resolution)).isEmpty();
        assertThat(resolution.tree().get("grid")).hasToString("[[1, 6], [5]]");
    }

    @Test
    void theTypeOfAScalarSelectsItsBranch() {
        String source = "source: {file: a}\n";

        assertThat(messages(resolve(source + "port: 8080"))).isEmpty();
        assertThat(messages(resolve(source + "port: off"))).isEmpty();
        assertThat(messages(resolve(source + "port: false"))).isEmpty();
        assertThat(messages(resolve(source + "port: 0"))).containsExactly("ALC204 t: 'port' is 0, but must be ≥ 1");
        assertThat(messages(resolve(source + "port: '0'")))
                .containsExactly("ALC212 t: 'port' has 1 character, but must have at least 2");
        assertThat(messages(resolve(source + "port: 1.5")))
                .containsExactly("ALC203 t: 'port' must be an integer ≥ 1, but is the number 1.5");
        assertThat(messages(resolve(source + "port: [1]")))
                .containsExactly("ALC203 t: 'port' must be an integer ≥ 1 or a string or true or false, but is a list");
        assertThat(messages(resolve(source + "limit: many")))
                .containsExactly("ALC203 t: 'limit' must be a section or an integer ≥ 1 or true or false,"
                        + " but is the string 'many'");
        assertThat(messages(resolve("source: {file: a}\ntarget: true")))
                .containsExactly("ALC203 t: 'target' must be a section or an integer ≥ 1 or a string, but is true");
    }

    @Test
    void anyNumberSelectsTheBranchOfNumbers() {
        Schema schema = Schemas.of("""
                record t.Job
                schema test.job
                key rate rate union t.Rate "" 2 scalar t.Real scalar t.Name

                record t.Real
                key value value double max 2

                record t.Name
                key name name string
                """);

        for (String number : List.of("3", "2.5", ".inf")) {
            assertThat(ConfigResolver.check(schema, Source.text("t", "rate: " + number)))
                    .singleElement()
                    .extracting(Diagnostic::message)
                    .asString()
                    .startsWith("'rate' ")
                    .contains("must be ")
                    .doesNotContain("string");
        }
        assertThat(ConfigResolver.check(schema, Source.text("t", "rate: fast"))).isEmpty();
        assertThat(ConfigResolver.check(schema, Source.text("t", "rate: 1"))).isEmpty();
    }

    @Test
    void aRequiredKeyThatSeveralBranchesKnowSelectsNone() {
        Schema schema = Schemas.of("""
                record t.Job
                schema test.job
                key store store union t.Store "" 3 mapping t.File mapping t.Bucket mapping t.Queue

                record t.File
                key name name string
                key file file string
                key folder folder string
                key link link string

                record t.Bucket
                key name name string
                key bucket bucket string alias folder
                retired link "unused"

                record t.Queue
                moved file note
                key name name string
                key queue queue string
                key note note string default n
                """);

        List<Diagnostic> problems =
                ConfigResolver.check(schema, Source.text("t", "store: {name: a, file: b, folder: c, link: d}"));

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).message()).isEqualTo("'store' must have one of the keys 'queue'");
        assertThat(ConfigResolver.check(schema, Source.text("t", "store: {name: a, queue: b}")))
                .isEmpty();
    }

    /** The record of the selected branch tells which of its own keys merge. */
    @Test
    void aUnionInsideABranchIsMergedByItsOwnTag() {
        Schema schema = Schemas.of("""
                record t.Job
                schema test.job
                key tagged tagged union t.Outer type 1 a t.A nullable
                key keyed keyed union t.Keyed "" 2 mapping t.A mapping t.B nullable
                key rows rows list union t.Outer type 1 a t.A default []

                record t.A
                key name name string
                key inner inner union t.Inner type 2 x t.X y t.Y default "{type: y}"

                record t.B
                key other other string

                record t.X
                key p p int default 1

                record t.Y
                key q q int default 2
                """);
        String below = """
                tagged: {type: a, name: n, inner: {type: x, p: 3}}
                keyed: {name: n, inner: {type: x, p: 3}}
                rows: [{type: a, name: n, inner: {type: x, p: 3}}]
                """;
        ConfigResolver other = ConfigResolver.of(
                schema,
                List.of(
                        Source.text("t", below),
                        Source.text("u", "tagged: {inner: {type: y}}\nkeyed: {inner: {type: y}}"),
                        Source.set(List.of("rows[0].inner={type: y}"))),
                Limits.DEFAULT);
        ConfigResolver same = ConfigResolver.of(
                schema,
                List.of(
                        Source.text("t", below),
                        Source.text("u", "tagged: {type: a, inner: {p: 4}}\nkeyed: {name: n, inner: {p: 4}}"),
                        Source.set(List.of("rows[0].inner.p=4"))),
                Limits.DEFAULT);

        assertThat(messages(other)).isEmpty();
        assertThat(value(other, "tagged")).startsWith("{type: a, name: n, inner: {type: y, q: 2}}");
        assertThat(value(other, "keyed")).startsWith("{name: n, inner: {type: y, q: 2}}");
        assertThat(value(other, "rows")).startsWith("[{type: a, name: n, inner: {type: y, q: 2}}]");
        assertThat(messages(same)).isEmpty();
        assertThat(value(same, "tagged")).startsWith("{type: a, name: n, inner: {type: x, p: 4}}");
        assertThat(value(same, "keyed")).startsWith("{name: n, inner: {type: x, p: 4}}");
        assertThat(value(same, "rows")).startsWith("[{type: a, name: n, inner: {type: x, p: 4}}]");
    }

    @Test
    void anItemOfAListIsReplacedIfItsTagIsAnother() {
        Schema schema = Schemas.of("""
                record t.Job
                schema test.job
                key rows rows list union t.Inner type 2 x t.X y t.Y default []

                record t.X
                key p p int default 1

                record t.Y
                key q q int default 2
                """);

        ConfigResolver resolved = ConfigResolver.of(
                schema,
                List.of(
                        Source.text("t", "rows: [{type: x, p: 3}, {type: x, p: 4}]"),
                        Source.set(List.of("rows[0]={type: y}", "rows[1].type=x"))),
                Limits.DEFAULT);

        assertThat(messages(resolved)).isEmpty();
        assertThat(value(resolved, "rows")).startsWith("[{type: y, q: 2}, {type: x, p: 4}]");
    }

    @Test
    void textOfASettingIsAStringIfNoOtherBranchTakesIt() {
        assertThat(messages(settings("source: {file: a}", "port=80"))).isEmpty();
        assertThat(messages(settings("source: {file: a}", "port=0")))
                .containsExactly("ALC204 --set port=0: 'port' is 0, but must be ≥ 1");
        assertThat(messages(settings("source: {file: a}", "port=http2"))).isEmpty();
        assertThat(messages(settings("source: {file: a}", "limit=http2"))).hasSize(1);

        ConfigResolver named = settings("source: {file: a}", "name=true");
        assertThat(messages(named)).isEmpty();
        assertThat(ResolvedYaml.write(SCHEMA, named.tree(), false)).contains("name: 'true'\n");
        assertThat(messages(resolve("source: {file: a}\nname: true")))
                .containsExactly("ALC203 t: 'name' must be an integer ≥ 1 or a string, but is true");
    }

    @Test
    void whatIsShownLoadsAgain() {
        ConfigResolver resolved = resolve("source: {compress: true, path: '1'}\nport: '80'\nlimit: {file: b}");
        String shown = ResolvedYaml.write(SCHEMA, resolved.tree(), false);

        assertThat(shown).isEqualTo("""
                source:
                  file: '1'
                  compress: true
                cache:
                  url: u
                  token: t
                  compress: true
                port: '80'
                name: none
                target: here
                limit:
                  file: b
                  compress: false
                """);
        assertThat(messages(resolve(shown))).isEmpty();
    }

    private static Diagnostic only(String yaml) {
        List<Diagnostic> problems = resolve(yaml).problems();
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    private static ConfigResolver settings(String yaml, String... settings) {
        List<Setting> set = Arrays.stream(settings).map(Setting::ofArgument).toList();
        return ConfigResolver.of(SCHEMA, List.of(Source.text("t", yaml), Source.settings(set)), Limits.DEFAULT);
    }

    private static ConfigResolver resolve(String... layers) {
        List<Source> sources =
                Arrays.stream(layers).map(yaml -> Source.text("t", yaml)).toList();
        return ConfigResolver.of(SCHEMA, sources, Limits.DEFAULT);
    }
}
