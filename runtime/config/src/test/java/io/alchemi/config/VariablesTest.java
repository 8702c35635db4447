package io.alchemi.config;

import static io.alchemi.config.Resolutions.messages;
import static io.alchemi.config.Resolutions.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.TextFormat;
import io.alchemi.config.layer.ConfigResolver;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.text.Limits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Environment variables with the prefix of a schema. */
class VariablesTest {
    private static final Schema SCHEMA = Schemas.of("""
            record t.Courier
            schema courier env COURIER
            moved retries http.retries
            key global global record t.Global
            key name name string nullable
            key http http record t.Http
            key maxSize maxSize int default 1
            key tags tags list string default []
            key labels labels map string default {}
            key levels levels enummap t.Level int default {}
            key rows rows list record t.Http default []
            key hosts hosts map record t.Http default {}
            key sink sink union t.Sink type 2 file t.FileSink s3 t.S3Sink default "{type: file}"
            retired color "unused"
            enum t.Level
            constant LOW low
            constant VERY_HIGH very-high

            record t.Global
            global ACME_GLOBAL
            key seed seed int default 42
            key device device string default auto

            record t.Http
            key timeout timeout int default 5 alias wait
            key top-k topK int default 3
            key retries retries int default 0
            key proxy proxy record t.Http nullable

            record t.FileSink
            key folder folder string default out

            record t.S3Sink
            key bucket bucket string default b
            key region region string default eu
            """);

    @Test
    void aVariableSetsAKeyAtAnyDepth() {
        ConfigResolver resolved = resolve(
                "maxSize: 7\nhttp: {timeout: 1, retries: 2}",
                Map.of(
                        "COURIER_NAME", "12",
                        "COURIER_HTTP__TIMEOUT", "30",
                        "COURIER_HTTP__TOP_K", "9",
                        "COURIER_HTTP__RETRIES", "",
                        "COURIER_HTTP__PROXY__TIMEOUT", "4",
                        "COURIER_MAXSIZE", "8",
                        "COURIERX", "1",
                        "PATH", "x"));

        assertThat(messages(resolved)).isEmpty();
        assertThat(value(resolved, "name")).isEqualTo("12 from COURIER_NAME");
        assertThat(value(resolved, "http.timeout")).isEqualTo("30 from COURIER_HTTP__TIMEOUT");
        assertThat(value(resolved, "http.top-k")).isEqualTo("9 from COURIER_HTTP__TOP_K");
        assertThat(value(resolved, "http.retries")).isEqualTo("2 from t:2:29");
        assertThat(value(resolved, "http.proxy.timeout")).isEqualTo("4 from COURIER_HTTP__PROXY__TIMEOUT");
        assertThat(value(resolved, "maxSize")).isEqualTo("8 from COURIER_MAXSIZE");
    }

    @Test
    void aBlockHasItsOwnPrefixAndThatOfTheSchema() {
        ConfigResolver resolved =
                resolve("", Map.of("ACME_GLOBAL_SEED", "1", "COURIER_GLOBAL__DEVICE", "cpu", "ACME_OTHER", "x"));

        assertThat(value(resolved, "global.seed")).isEqualTo("1 from ACME_GLOBAL_SEED");
        assertThat(value(resolved, "global.device")).isEqualTo("cpu from COURIER_GLOBAL__DEVICE");
        assertThat(messages(resolve("", Map.of("ACME_GLOBAL_SEED", "1", "COURIER_GLOBAL__SEED", "1"))))
                .isEmpty();
        assertThat(messages(resolve("", Map.of("ACME_GLOBAL_SEED", "1", "COURIER_GLOBAL__SEED", "2"))))
                .containsExactly(
                        "ALC505 COURIER_GLOBAL__SEED: 'global.seed' is also set by ACME_GLOBAL_SEED, to another value");
    }

    @Test
    void listsMapsAndSectionsCanBeSetWholeOrInParts() {
        ConfigResolver resolved = resolve(
                "tags: [a]\nlabels: {Team.A: x, other: y}\nrows: [{timeout: 1}, {timeout: 2}]\nhosts: {Main: {}}",
                Map.of(
                        "COURIER_TAGS", "[b, c]",
                        "COURIER_LABELS__TEAM_A", "z",
                        "COURIER_LABELS__NEW", "n",
                        "COURIER_LEVELS__VERY_HIGH", "3",
                        "COURIER_ROWS__1__TIMEOUT", "20",
                        "COURIER_HOSTS__MAIN__TIMEOUT", "6",
                        "COURIER_HOSTS__BACKUP", "{timeout: 7}",
                        "COURIER_HTTP", "{timeout: 8, retries: 1}",
                        "COURIER_HTTP__RETRIES", "2"));

        assertThat(messages(resolved)).isEmpty();
        assertThat(value(resolved, "tags")).startsWith("[b, c]");
        assertThat(value(resolved, "labels")).startsWith("{Team.A: z, other: y, new: n}");
        assertThat(value(resolved, "levels")).startsWith("{very-high: 3}");
        assertThat(value(resolved, "rows[0].timeout")).startsWith("1 from t");
        assertThat(value(resolved, "rows[1].timeout")).isEqualTo("20 from COURIER_ROWS__1__TIMEOUT");
        assertThat(value(resolved, "hosts.Main.timeout")).startsWith("6 ");
        assertThat(value(resolved, "hosts.backup.timeout")).startsWith("7 ");
        assertThat(value(resolved, "http.timeout")).isEqualTo("8 from COURIER_HTTP");
        assertThat(value(resolved, "http.retries")).isEqualTo("2 from COURIER_HTTP__RETRIES");
    }

    @Test
    void itemsOfListsAndKeysThatNeedQuotesCanBeSet() {
        ConfigResolver resolved = resolve(
                "tags: [a, b]\nlabels: {.x: 1, '[y': 2}\nrows: [{}, {}]",
                Map.of(
                        "COURIER_TAGS__1", "c",
                        "COURIER_LABELS___X", "3",
                        "COURIER_LABELS___Y", "4",
                        "COURIER_ROWS__2__TIMEOUT", "1",
                        "COURIER_LABELS____Z", "5"));

        assertThat(messages(resolved))
                .containsExactly(
                        "ALC504 COURIER_LABELS____Z: unknown environment variable: variables that begin with COURIER_ set"
                                + " keys of 'courier'",
                        "ALC503 COURIER_ROWS__2__TIMEOUT: item [2] does not exist");
        assertThat(value(resolved, "tags")).startsWith("[a, c]");
        assertThat(value(resolved, "labels.\".x\"")).startsWith("3 ");
        assertThat(value(resolved, "labels.\"[y\"")).startsWith("4 ");
    }

    @Test
    void aVariableReachesItemsOfAUnionThatIsAList() {
        Schema schema = Schemas.of("""
                record t.Root
                schema root env ROOT
                key grid grid union t.Grid "" 2 sequence t.Listed scalar t.Named default [1]

                record t.Listed
                key values values list int

                record t.Named
                key name name string
                """);

        ConfigResolver resolved = ConfigResolver.of(
                schema,
                List.of(Source.text("t", "grid: [1, 2]"), Source.variables(Map.of("ROOT_GRID__1", "3"))),
                Limits.DEFAULT);

        assertThat(messages(resolved)).isEmpty();
        assertThat(value(resolved, "grid")).startsWith("[1, 3]");
    }

    @Test
    void theTagOfAUnionIsSetBeforeItsKeys() {
        ConfigResolver tagged = resolve("", Map.of("COURIER_SINK__BUCKET", "x", "COURIER_SINK__TYPE", "s3"));
        ConfigResolver kept = resolve(
                "sink: {type: s3, region: us}", Map.of("COURIER_SINK__BUCKET", "x", "COURIER_SINK__TYPE", "s3"));

        assertThat(messages(tagged)).isEmpty();
        assertThat(value(tagged, "sink")).startsWith("{type: s3, bucket: x, region: eu}");
        assertThat(value(kept, "sink")).startsWith("{type: s3, bucket: x, region: us}");
    }

    @Test
    void formerNamesAreWarnedOf() {
        assertThat(messages(
                        resolve("", Map.of("COURIER_HTTP__WAIT", "1", "COURIER_RETRIES", "2", "COURIER_COLOR", "red"))))
                .containsExactly(
                        "ALC209 COURIER_COLOR: 'color' has no effect: unused",
                        "ALC208 COURIER_RETRIES: 'retries' has moved to 'http.retries'",
                        "ALC210 COURIER_HTTP__WAIT: 'http.wait' was renamed to 'timeout'");
    }

    @Test
    void unknownOnesAndWrongValuesAreReportedThere() {
        ConfigResolver resolved = resolve(
                "",
                Map.of(
                        "COURIER_HTTP_TIMEOUT", "1",
                        "COURIER_HTTP__TIMEOUTS", "",
                        "COURIER_SOMETHING_ELSE", "x",
                        "COURIER_ROWS__0__TIMEOUT", "1",
                        "COURIER_HTTP__RETRIES", "many"));

        String unknown = "unknown environment variable: variables that begin with COURIER_ set keys of 'courier'";
        assertThat(messages(resolved))
                .containsExactlyInAnyOrder(
                        "ALC504 COURIER_HTTP_TIMEOUT: " + unknown,
                        "ALC504 COURIER_HTTP__TIMEOUTS: " + unknown,
                        "ALC504 COURIER_SOMETHING_ELSE: " + unknown,
                        "ALC503 COURIER_ROWS__0__TIMEOUT: item [0] does not exist",
                        "ALC203 COURIER_HTTP__RETRIES: 'http.retries' must be an integer, but is the string 'many'");
        assertThat(resolved.problems())
                .extracting(Diagnostic::label)
                .contains(
                        "did you mean 'COURIER_HTTP__TIMEOUT'?",
                        "write COURIER_KEY, or COURIER_SECTION__KEY",
                        "the list is empty");
    }

    @Test
    void unknownOnesComeBehindTheFilesInTheOrderOfTheirNames() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("COURIER_ZZZZZZ", "1");
        variables.put("COURIER_KKKKKK", "2");
        variables.put("COURIER_AAAAAA", "3");

        List<Diagnostic> problems = resolve("maxSize: x", variables).problems();

        assertThat(problems)
                .extracting(problem -> problem.place().document().name())
                .containsExactly("t", "COURIER_AAAAAA", "COURIER_KKKKKK", "COURIER_ZZZZZZ");
        assertThat(TextFormat.render(problems.get(1)))
                .contains("  | COURIER_AAAAAA=3\n  | ^^^^^^^^^^^^^^ write COURIER_KEY, or");
    }

    @Test
    void aNameThatMayMeanTwoKeysIsRefused() {
        Schema schema = Schemas.of("""
                record t.Root
                schema root env ROOT
                key top-k topk int default 1
                key top_k topk2 int default 1
                """);

        ConfigResolver resolved =
                ConfigResolver.of(schema, List.of(Source.variables(Map.of("ROOT_TOP_K", "3"))), Limits.DEFAULT);

        assertThat(messages(resolved))
                .containsExactly("ALC505 ROOT_TOP_K: the environment variable may mean 'top-k' or 'top_k'");
    }

    @Test
    void recursiveSchemasEnd() {
        StringBuilder text = new StringBuilder("record t.Root\nschema root env ROOT\nkey kids kids list union t.U");
        StringBuilder branches = new StringBuilder();
        StringBuilder records = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            branches.append(" b").append(i).append(" t.R").append(i);
            records.append("\n\nrecord t.R")
                    .append(i)
                    .append("\nkey kids kids list union t.U type 12 BRANCHES default []");
            records.append("\nkey next next union t.U type 12 BRANCHES nullable");
        }
        text.append(" type 12 BRANCHES default []").append(records);
        Schema schema = Schemas.of(text.toString().replace(" BRANCHES", branches.toString()));

        ConfigResolver resolved = ConfigResolver.of(
                schema,
                List.of(Source.variables(Map.of(
                        "ROOT_KIDS__0__NEXT__NEXT__NEXT__NEXT__NEXT__KIDS__0__KIDS__0__NEXT__TYPE",
                        "b1",
                        "ROOT_KIDZ",
                        "1"))),
                Limits.DEFAULT);

        assertThat(messages(resolved)).hasSize(2);
        assertThat(resolved.problems()).extracting(Diagnostic::label).contains("did you mean 'ROOT_KIDS'?");
    }

    private static ConfigResolver resolve(String yaml, Map<String, String> variables) {
        return ConfigResolver.of(SCHEMA, List.of(Source.text("t", yaml), Source.variables(variables)), Limits.DEFAULT);
    }
}
