package io.alchemi.config.layer;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.Schemas;
import io.alchemi.config.schema.Docs;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.testing.Decisions;
import io.alchemi.config.testing.Documents;
import io.alchemi.config.text.Limits;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Scalar;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link ResolvedYaml} writes loads without a warning, and is written in the same way again. */
class WrittenConfigurationTest {
    private static final Schema SCHEMA = Schemas.of("""
            record t.Root
            schema test.written
            key name name string default x
            key rate rate double default 1e-3
            key exact exact bigdecimal default 0.10
            key count count int default 0x10
            key on on boolean default TRUE
            key kind kind enum t.Kind default small
            key note note string nullable
            key grids grids list union t.Grid "" 3 mapping t.Even sequence t.Listed scalar t.Named default []
            key grid grid union t.Grid "" 3 mapping t.Even sequence t.Listed scalar t.Named default "[1, 2]"
            key nested nested list list union t.Grid "" 3 mapping t.Even sequence t.Listed scalar t.Named default []
            key by_name byName map union t.Grid "" 3 mapping t.Even sequence t.Listed scalar t.Named default {}
            key steps steps list union t.Step type 2 even t.Even listed t.Listed default []
            key matrix matrix list list double default []
            key kinds kinds enummap t.Kind list enum t.Kind default {}
            key counts counts list map int default []
            key even even record t.Even
            key evens evens list record t.Even default []
            key spare spare record t.Even nullable
            key free free any nullable
            key old old int default 1 deprecated "use 'count'"
            key old_even oldEven record t.Even deprecated ""
            enum t.Kind
            constant SMALL small
            constant LARGE large big

            record t.Even
            key start start double default 380
            key stop stop double default 2500

            record t.Listed
            key values values list double

            record t.Named
            key name name string
            """);

    @Test
    void everyValueIsWrittenInItsPlace() {
        assertThat(written("""
                kind: big
                grids: [[1.5, 2], abc, '5', {start: 4e2}]
                grid: {stop: 7}
                nested: [[[1], abc], []]
                by_name: {'a b': [1], 5: '7', c: {}}
                steps: [{type: listed, values: [1, 2]}, {type: even}]
                matrix: [[1, 2.50], []]
                kinds: {big: [big, small]}
                counts: [{a: 1}, {}]
                evens: [{start: 1}, {stop: 2}]
                spare: {}
                free: {a: [1, '1', {b: ~}], 'c d': yes}
                """)).isEqualTo("""
                name: x
                rate: 0.001
                exact: 0.10
                count: 16
                on: true
                kind: large
                note: null
                grids:
                  - [1.5, 2]
                  - abc
                  - '5'
                  - start: 400
                    stop: 2500
                grid:
                  start: 380
                  stop: 7
                nested:
                  - - [1]
                    - abc
                  - []
                by_name:
                  'a b': [1]
                  '5': '7'
                  c:
                    start: 380
                    stop: 2500
                steps:
                  - type: listed
                    values: [1, 2]
                  - type: even
                    start: 380
                    stop: 2500
                matrix:
                  - [1, 2.5]
                  - []
                kinds:
                  large: [large, small]
                counts:
                  - a: 1
                  - {}
                even:
                  start: 380
                  stop: 2500
                evens:
                  - start: 1
                    stop: 2500
                  - start: 380
                    stop: 2
                spare:
                  start: 380
                  stop: 2500
                free: {a: [1, '1', {b: null}], 'c d': yes}
                """);
    }

    @Test
    void aDeprecatedKeyIsWrittenIfASourceSetsIt() {
        assertThat(written("")).doesNotContain("old");
        assertThat(ResolvedYaml.write(SCHEMA, tree(Source.text("t", "old: 1\nold_even: {stop: 3}")), false))
                .endsWith("old: 1\nold_even:\n  start: 380\n  stop: 3\n");
    }

    @Test
    void originsStandBehindTheValuesOfTheirLines() {
        Mapping tree = tree(
                Source.text("a.yaml", "grids: [[1, 2], {start: 3}]\neven: {stop: 4}\nfree: 5"),
                Source.set(List.of("name=b", "kinds={big: [small]}")));

        assertThat(ResolvedYaml.write(SCHEMA, tree, true)).isEqualTo("""
                name: b           # --set name=b
                rate: 0.001       # default
                exact: 0.10       # default
                count: 16         # default
                on: true          # default
                kind: small       # default
                note: null        # default
                grids:
                  - [1, 2]        # a.yaml:1:9
                  - start: 3      # a.yaml:1:25
                    stop: 2500    # default
                grid: [1, 2]      # default
                nested: []        # default
                by_name: {}       # default
                steps: []         # default
                matrix: []        # default
                kinds:
                  large: [small]  # --set kinds={big: [small]}
                counts: []        # default
                even:
                  start: 380      # default
                  stop: 4         # a.yaml:2:14
                evens: []         # default
                spare: null       # default
                free: 5           # a.yaml:3:7
                """);
        String aligned = "y".repeat(54);
        assertThat(ResolvedYaml.write(SCHEMA, tree(Source.text("t", "name: " + aligned)), true))
                .startsWith("name: " + aligned + "  # t:1:7\nrate: 0.001" + " ".repeat(51) + "# default\n");
        String name = "y".repeat(60);
        assertThat(ResolvedYaml.write(SCHEMA, tree(Source.text("t", "name: " + name)), true))
                .startsWith("name: " + name + "  # t:1:7\nrate: 0.001   # default\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u2028", "\u001b[31m", "\uffff", "\ufffe", "\ud800", "\u0085", "\ufeff", "a # b", "a\nb: c"})
    void charactersThatYamlRefusesAreEscaped(String name) {
        Mapping tree = tree(Source.text(name + ".yaml", "count: 3"), Source.set(List.of("name=" + name)));

        for (boolean origins : new boolean[] {false, true}) {
            String yaml = ResolvedYaml.write(SCHEMA, tree, origins);
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(yaml)).isTrue();
            assertThat(((Scalar) Objects.requireNonNull(
                                    tree(Source.text("t", yaml)).get("name")))
                            .text())
                    .isEqualTo(name);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "rate,3e-4,0.0003",
        "rate,0.00030,0.0003",
        "rate,+5.,5",
        "rate,-0.0,-0.0",
        "rate,0e5,0",
        "rate,-2.50,-2.5",
        "rate,1e-7,0.0000001",
        "rate,12e-9,1.2e-8",
        "rate,-1e-7,-0.0000001",
        "rate,-1e-8,-1.0e-8",
        "rate,1e15,1000000000000000",
        "rate,1e16,1.0e+16",
        "rate,123456e300,1.23456e+305",
        "rate,1e-400,1.0e-400",
        "count,+7,7",
        "count,0o17,15",
        "count,1e3,1000",
        "count,64.0,64",
        "count,-0,0",
        "exact,1.10,1.10",
        "exact,5,5",
        "exact,-5,-5",
        "exact,1e-7,0.0000001",
        "exact,1e-8,1.e-8",
        "exact,0e-9,0.e-9",
        "exact,3E5,3.e+5",
        "exact,-12e-9,-1.2e-8",
        "exact,0.0,0.0",
        "exact,30e4,3.0e+5",
        "on,FALSE,false",
        "on,True,true",
        "note,1e3x,1e3x",
        "note,~,null",
        "spare,~,null",
        "free,~,null",
        "grid,abc,abc",
        "grids,'[abc, \"5\", \"null\"]','[abc, ''5'', ''null'']'"
    })
    void aValueHasOneSpelling(String key, String given, String canonical) {
        assertThat(written(key + ": " + given)).contains("\n" + key + ": " + canonical + "\n");
        assertThat(written(key + ": " + canonical)).isEqualTo(written(key + ": " + given));
    }

    @Test
    void aNumberOfThousandsOfDigitsKeepsThem() {
        String number = "0." + "1".repeat(4000);

        assertThat(written("rate: " + number)).contains("\nrate: " + number + "\n");
    }

    @Test
    void secretsAreMaskedAndTheirFilesAreNot() {
        Schema schema = Schemas.of("""
                record t.Root
                schema test.secrets
                key token token secret nullable
                key spares spares list secret default []
                key headers headers map secret default {}
                key lists lists list list secret default []
                """);
        Mapping tree = ConfigResolver.of(schema, List.of(Source.text("t", """
                        token: abc
                        spares: [{file: a}, abc]
                        headers: {a: abc, b: {file: b}}
                        lists: [[abc], [{file: c}]]
                        """)), Limits.DEFAULT)
                .stated();

        assertThat(ResolvedYaml.write(schema, tree, false)).isEqualTo("""
                token: {masked: true}
                spares:
                  - {file: a}
                  - {masked: true}
                headers:
                  a: {masked: true}
                  b: {file: b}
                lists:
                  - [{masked: true}]
                  - - {file: c}
                """);
    }

    @Test
    void aDescriptionIsAboveEachKeyButNotInLists() {
        Docs docs = Docs.empty();
        docs.putKey("start", "first *wavelength*, e.g. `380`. Not below 300.");
        docs.putKey("name", "name of the run");
        docs.putKey("even", "An even grid. For tests.");
        Schema described = new Schema(SCHEMA.root(), SCHEMA.records(), type -> docs);
        Mapping tree = tree(Source.text("t", "even: {start: 5}\nevens: [{start: 1}]\nspare: {stop: 3}"));

        assertThat(ResolvedYaml.writeWithDocs(described, tree)).startsWith("""
                        # name of the run (string, default x)
                        name: x

                        # number, default 1e-3
                        rate: 0.001

                        """).contains("""

                        # An even grid
                        even:
                          # first wavelength, e.g. 380 (number, default 380)
                          start: 5
                          # number, default 2500
                          stop: 2500

                        # list of Even, default []
                        evens:
                          - start: 1
                            stop: 2500

                        spare:
                          # first wavelength, e.g. 380 (number, default 380)
                          start: 380
                        """);
        assertThat(ResolvedYaml.write(
                        SCHEMA,
                        resolve(Source.text("t", ResolvedYaml.writeWithDocs(described, tree)))
                                .tree(),
                        false))
                .isEqualTo(ResolvedYaml.write(SCHEMA, tree, false));
    }

    @Test
    void whatIsWrittenForAnyDocumentLoadsAgain() {
        int compared = 0;
        for (int seed = 1; seed <= 400; seed++) {
            String yaml = Documents.nextGood(SCHEMA, Decisions.ofSeed(seed));
            ConfigResolver first = resolve(Source.text("t", yaml));
            if (first.isValid()) {
                written(yaml);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    /** Writes a configuration with and without origins, and requires that both load as the same without a problem. */
    private static String written(String yaml) {
        Mapping tree = tree(Source.text("t", yaml));
        String written = ResolvedYaml.write(SCHEMA, tree, false);
        for (String text : List.of(written, ResolvedYaml.write(SCHEMA, tree, true))) {
            ConfigResolver again = resolve(Source.text("again", text));
            boolean isOldSet = text.contains("\nold");
            assertThat(again.problems()).as(text).hasSizeLessThanOrEqualTo(isOldSet ? 2 : 0);
            assertThat(ResolvedYaml.write(SCHEMA, again.tree(), false)).isEqualTo(written);
        }
        return written;
    }

    private static Mapping tree(Source... sources) {
        ConfigResolver resolution = resolve(sources);
        assertThat(resolution.isValid()).as(resolution.problems().toString()).isTrue();
        return resolution.tree();
    }

    private static ConfigResolver resolve(Source... sources) {
        return ConfigResolver.of(SCHEMA, Arrays.asList(sources), Limits.DEFAULT);
    }
}
