package io.alchemi.config;

import static io.alchemi.config.Resolutions.located;
import static io.alchemi.config.Resolutions.node;
import static io.alchemi.config.Resolutions.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.layer.ConfigResolver;
import io.alchemi.config.layer.PlacedValue;
import io.alchemi.config.layer.Setting;
import io.alchemi.config.layer.SettingPath;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.Limits;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import io.alchemi.config.tree.Sequence;
import io.alchemi.config.tree.YamlReader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Sources over sources: ranks, origins, old names, variables, settings, defaults (docs/design.md, rules 1 and 3). */
class LayerTest {
    private final Schema schema = Schemas.everything();

    @Test
    void everyRankWinsOverTheOnesBelow() {
        Source low = Source.text("low.yaml", "global: {seed: 1, device: cpu}\ntrain: {lr: 0.1, name: low, steps: 5}");
        Source high = Source.text("high.yaml", "train: {lr: 0.2}\nglobal: {device: cuda}");
        Source variables =
                Source.variables(Map.of("ALCHEMI_GLOBAL_SEED", "2", "ALCHEMI_GLOBAL_DEVICE", "", "PATH", "x"));
        Source set = Source.set(List.of("train.lr=0.3", "train.batch_size=8", "train.lr=0.4"));
        Source flags = Source.settings(List.of(Setting.ofFlag("--batch-size", "train.batch_size", "16")));

        ConfigResolver resolution = resolve(low, high, variables, set, flags);

        assertThat(resolution.problems()).isEmpty();
        assertThat(value(resolution, "global.seed")).isEqualTo("2 from ALCHEMI_GLOBAL_SEED");
        assertThat(value(resolution, "global.device")).isEqualTo("cuda from high.yaml:2:18");
        assertThat(value(resolution, "train.lr")).isEqualTo("0.4 from --set train.lr=0.4");
        assertThat(value(resolution, "train.name")).isEqualTo("low from low.yaml:2:24");
        assertThat(value(resolution, "train.batch_size")).isEqualTo("16 from --batch-size");
        assertThat(value(resolution, "train.betas[1]")).isEqualTo("0.999 from default");
        assertThat(value(resolution, "global.deterministic")).isEqualTo("false from default");
    }

    @Test
    void listsAreReplacedWholeAndMapsMerge() {
        ConfigResolver resolution = resolve(
                Source.text("a", "train: {betas: [0.1, 0.2, 0.3]}\nlimits: {a: 1, b: 2}"),
                Source.text("b", "train: {betas: [0.5]}\nlimits: {b: 3, c: 4}"));

        assertThat(resolution.problems()).isEmpty();
        assertThat(((Sequence) node(resolution, "train.betas")).items()).hasSize(1);
        assertThat(value(resolution, "limits.a")).startsWith("1 ");
        assertThat(value(resolution, "limits.b")).startsWith("3 ");
        assertThat(value(resolution, "limits.c")).startsWith("4 ");
    }

    @Test
    void aMovedKeyHasTheRankOfItsSource() {
        ConfigResolver lowMoved = resolve(Source.text("a", "train: {seed: 1}"), Source.text("b", "global: {seed: 2}"));
        ConfigResolver highMoved = resolve(Source.text("a", "global: {seed: 2}"), Source.text("b", "train: {seed: 1}"));

        assertThat(value(lowMoved, "global.seed")).isEqualTo("2 from b:1:16");
        assertThat(value(highMoved, "global.seed")).isEqualTo("1 from b:1:15");
        assertThat(located(highMoved)).containsExactly("ALC208 b:1:9 'train.seed' has moved to 'global.seed'");
    }

    @Test
    void anOldNameAndTheNewOneMayWriteTheSameValueInTwoWays() {
        Schema moving = Schemas.of("""
                record t.Root
                schema test.moving
                moved train.dtype global.dtype
                key global global record t.Global

                record t.Global
                key dtype dtype enum t.DType default float32
                key steps steps int default 1 alias n
                enum t.DType ignorecase
                constant FLOAT32 float32 fp32 float
                constant FLOAT64 float64 fp64 double
                """);
        String both = "global: {dtype: %s, n: 64, steps: %s}\ntrain: {dtype: fp32}";

        assertThat(located(resolve(moving, both.formatted("Float32", "0x40"))))
                .containsExactly(
                        "ALC210 t:1:26 'global.n' and 'global.steps' are the same key",
                        "ALC210 t:2:9 'train.dtype' and 'global.dtype' are the same key");
        assertThat(located(resolve(moving, both.formatted("float64", "65"))))
                .containsExactly(
                        "ALC304 t:1:26 'global.n' and 'global.steps' are the same key, but have different values",
                        "ALC304 t:2:9 'train.dtype' and 'global.dtype' are the same key, but have different values");
    }

    private static final Schema SERVICES = Schemas.of("""
            record t.Root
            schema test.services env FLEET
            moved host main.host
            key main main record t.Service
            key all all list record t.Service default []
            key by_name byName map record t.Service default {}
            key store store union t.Store type 2 near t.Near far t.Far default "{type: near}"

            record t.Service
            moved timeout http.timeout
            moved old.tries http.retries
            key http http record t.Http
            key host host string default h

            record t.Http
            key timeout timeout int default 5
            key retries retries int default 3

            record t.Near
            moved size area.size
            key area area record t.Area

            record t.Far
            key area area record t.Area

            record t.Area
            key size size int default 1 alias width
            """);

    @Test
    void aRecordMovesItsKeysWhereverItIs() {
        ConfigResolver resolved = resolve(SERVICES, """
                main: {timeout: 7, old: {tries: 8}}
                host: a
                all: [{}, {timeout: 9, old:}]
                by_name: {b: {old: {tries: 10}}}
                store: {size: 11}
                """);

        assertThat(located(resolved))
                .containsExactly(
                        "ALC208 t:1:8 'main.timeout' has moved to 'main.http.timeout'",
                        "ALC208 t:1:26 'main.old.tries' has moved to 'main.http.retries'",
                        "ALC208 t:2:1 'host' has moved to 'main.host'",
                        "ALC208 t:3:12 'all[1].timeout' has moved to 'all[1].http.timeout'",
                        "ALC208 t:3:24 the keys of 'all[1].old' have moved",
                        "ALC208 t:4:21 'by_name.b.old.tries' has moved to 'by_name.b.http.retries'",
                        "ALC208 t:5:9 'store.size' has moved to 'store.area.size'");
        assertThat(value(resolved, "main.http.timeout")).isEqualTo("7 from t:1:17");
        assertThat(value(resolved, "main.http.retries")).startsWith("8 ");
        assertThat(value(resolved, "main.host")).startsWith("a ");
        assertThat(value(resolved, "all[1].http.timeout")).startsWith("9 ");
        assertThat(value(resolved, "by_name.b.http.retries")).startsWith("10 ");
        assertThat(value(resolved, "store.area.size")).startsWith("11 ");
    }

    @Test
    void anOldPathOfAnotherRecordIsUnknown() {
        assertThat(located(resolve(SERVICES, "store: {type: far, size: 1}\ntimeout: 2")))
                .containsExactly(
                        "ALC201 t:1:20 unknown key 'size' in 'store'",
                        "ALC201 t:2:1 unknown key 'timeout' at the top level");
    }

    @Test
    void theOldAndTheNewPathOfARecordAreOneKey() {
        assertThat(located(resolve(SERVICES, "all: [{timeout: 9, http: {timeout: 9}}]")))
                .containsExactly("ALC210 t:1:8 'all[0].timeout' and 'all[0].http.timeout' are the same key");
        assertThat(located(resolve(SERVICES, "all: [{timeout: 9, http: {timeout: 8}}]")))
                .containsExactly("ALC304 t:1:8 'all[0].timeout' and 'all[0].http.timeout' are the same key, but have"
                        + " different values");
    }

    @Test
    void settingsAndVariablesMayHaveOldPathsOfARecord() {
        ConfigResolver resolved = ConfigResolver.of(
                SERVICES,
                List.of(
                        Source.variables(Map.of("FLEET_MAIN__OLD__TRIES", "4")),
                        Source.set(List.of("main.timeout=2", "by_name.b.timeout=3"))),
                Limits.DEFAULT);

        assertThat(resolved.isValid()).isTrue();
        assertThat(value(resolved, "main.http.retries")).isEqualTo("4 from FLEET_MAIN__OLD__TRIES");
        assertThat(value(resolved, "main.http.timeout")).isEqualTo("2 from --set main.timeout=2");
        assertThat(value(resolved, "by_name.b.http.timeout")).startsWith("3 ");
    }

    @Test
    void theDefaultSelectsTheBranchOfOldNames() {
        Schema schema = Schemas.of("""
                record t.Root
                schema test.usual
                key part part record t.Part default "{store: {type: near}}"

                record t.Part
                key store store union t.Store type 2 near t.Near far t.Far default "{type: far}"

                record t.Near
                key size size int default 1 alias width

                record t.Far
                key width width int default 1
                """);

        ConfigResolver resolved = resolve(schema, "part: {store: {width: 3}}");

        assertThat(located(resolved)).containsExactly("ALC210 t:1:16 'part.store.width' was renamed to 'size'");
        assertThat(value(resolved, "part.store.size")).startsWith("3 ");
    }

    @Test
    void theDefaultOfTheSectionOrThatOfTheUnionSelectsTheBranch() {
        String schema = """
                record t.Root
                schema test.usual
                key part part record t.Part%s

                record t.Part
                key other other int default 1
                key store store union t.Store type 2 near t.Near far t.Far%s

                record t.Near
                key size size int default 1 alias width

                record t.Far
                key width width int default 1
                """;
        String yaml = "part: {store: {width: 3}}";

        ConfigResolver outer = resolve(Schemas.of(schema.formatted(" default \"{store: {type: near}}\"", "")), yaml);
        ConfigResolver inner =
                resolve(Schemas.of(schema.formatted(" default \"{other: 2}\"", " default \"{type: near}\"")), yaml);

        ConfigResolver both = resolve(
                Schemas.of(schema.formatted(" default \"{store: {size: 2}}\"", " default \"{type: near}\"")), yaml);

        assertThat(value(both, "part.store.size")).startsWith("3 ");
        assertThat(value(outer, "part.store.size")).startsWith("3 ");
        assertThat(value(inner, "part.store.size")).startsWith("3 ");
        assertThat(value(inner, "part.other")).startsWith("2 ");
    }

    @Test
    void twoFormerNamesOfAKeyAreOneKey() {
        Schema schema = Schemas.of("record t.Root\nschema test.names\nkey steps steps int default 1 alias n alias m");

        assertThat(located(resolve(schema, "n: 1\nm: 1")))
                .containsExactly(
                        "ALC210 t:1:1 'n' was renamed to 'steps'", "ALC210 t:2:1 'm' and 'n' are the same key");
        assertThat(located(resolve(schema, "m: 1\nn: 2")))
                .containsExactly(
                        "ALC210 t:1:1 'm' was renamed to 'steps'",
                        "ALC304 t:2:1 'n' and 'm' are the same key, but have different values");
    }

    @Test
    void aDeprecatedConstantIsReportedWhereAFileHasIt() {
        Schema schema = Schemas.of("""
                record t.Root
                schema test.constants
                key way way enum t.Way default slow
                key ways ways list enum t.Way default []
                enum t.Way
                constant FAST fast
                constant SLOW slow late
                deprecated "use 'fast'"
                constant LAST last
                deprecated ""
                """);

        assertThat(located(resolve(schema, "{}"))).isEmpty();
        assertThat(located(resolve(schema, "way: slow\nways: [fast, late, last]")))
                .containsExactly(
                        "ALC211 t:1:6 'way' is 'slow', which is deprecated: use 'fast'",
                        "ALC211 t:2:14 'ways[1]' is 'late', which is deprecated: use 'fast'",
                        "ALC211 t:2:20 'ways[2]' is 'last', which is deprecated");
    }

    private static ConfigResolver resolve(Schema other, String text) {
        return ConfigResolver.of(other, List.of(Source.text("t", text)), Limits.DEFAULT);
    }

    @Test
    void anExplicitNullBeatsLowerLayersAndTheDefault() {
        ConfigResolver resolution = resolve(
                Source.text("a", "train: {mask_path: x, note: y}\nearly_stopping: {center: 3}"),
                Source.text("b", "train: {mask_path: null, note: ~}\nearly_stopping:"));

        assertThat(value(resolution, "train.mask_path")).startsWith("null from b");
        assertThat(value(resolution, "train.note")).startsWith("~ from b");
        assertThat(((Scalar) node(resolution, "early_stopping")).isNull()).isTrue();
    }

    @Test
    void anEmptySectionStatesNothing() {
        ConfigResolver resolution = resolve(Source.text("a", "train: {lr: 0.5}"), Source.text("b", "train:"));

        assertThat(value(resolution, "train.lr")).isEqualTo("0.5 from a:1:13");
    }

    @Test
    void aSectionThatOnlyASettingTouchesIsBlamedWhereTheFileWroteIt() {
        ConfigResolver resolution =
                resolve(Source.text("a", "early_stopping: {width: 2}"), Source.set(List.of("early_stopping.width=3")));

        assertThat(located(resolution)).containsExactly("ALC202 a:1:1 'early_stopping.center' is missing");
    }

    @Test
    void unknownVariablesOfOursAreReported() {
        ConfigResolver resolution = resolve(Source.variables(
                Map.of("ALCHEMI_GLOBAL_SEDE", "1", "ALCHEMI_GLOBAL_DTYPE", "floaty", "ALCHEMI_OTHER", "x")));

        assertThat(located(resolution))
                .containsExactlyInAnyOrder(
                        "ALC504 ALCHEMI_GLOBAL_SEDE unknown environment variable for 'global'",
                        "ALC205 ALCHEMI_GLOBAL_DTYPE 'global.dtype' is 'floaty', but must be one of float32 | float64");
        assertThat(resolution.problems()).extracting(d -> d.label()).contains("did you mean 'ALCHEMI_GLOBAL_SEED'?");
    }

    @Test
    void problemsOfSeveralSourcesComeInTheirOrder() {
        ConfigResolver resolution = resolve(
                Source.text("b.yaml", "train: {lr: x}\nzzz: 1"),
                Source.text("a.yaml", "global: {seed: -1}"),
                Source.set(List.of("train.steps=y")));

        assertThat(located(resolution))
                .extracting(m -> m.substring(7))
                .containsExactly(
                        "b.yaml:1:13 'train.lr' must be a number > 0 and ≤ 1, but is the string 'x'",
                        "b.yaml:2:1 unknown key 'zzz' at the top level",
                        "a.yaml:1:16 'global.seed' is -1, but must be ≥ 0",
                        "--set train.steps=y 'train.steps' must be an integer, but is the string 'y'");
    }

    /** The check meets the seed first, since its section is. */
    @Test
    void problemsOfTreesAndValuesComeInTheOrderOfTheSourcesToo() {
        Document document = new Document(Document.Kind.FILE, "a.yaml", "global: {seed: -1}");
        Mapping tree = (Mapping) Objects.requireNonNull(YamlReader.read(document, Limits.DEFAULT, new Diagnostics()));
        Node seed = Objects.requireNonNull(((Mapping) tree.entries().get(0).value()).get("seed"));
        PlacedValue value =
                new PlacedValue(Objects.requireNonNull(SettingPath.parse("global.seed")), seed.place(), seed);
        for (Source second : List.of(Source.tree(tree), Source.values(List.of(value)))) {
            assertThat(located(resolve(Source.text("b.yaml", "train: {lr: x}"), second)))
                    .as(second.toString())
                    .extracting(m -> m.substring(7, m.indexOf(':')))
                    .containsExactly("b.yaml", "a.yaml");
        }
    }

    private ConfigResolver resolve(Source... sources) {
        return ConfigResolver.of(schema, List.of(sources), Limits.DEFAULT);
    }
}
