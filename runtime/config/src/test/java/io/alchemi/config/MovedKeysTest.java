package io.alchemi.config;

import static io.alchemi.config.Resolutions.located;
import static io.alchemi.config.Resolutions.messages;
import static io.alchemi.config.Resolutions.node;
import static io.alchemi.config.Resolutions.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.layer.ConfigResolver;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.text.Limits;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keys at their former paths, several levels deep. */
class MovedKeysTest {
    private static final Schema MOVES = Schemas.of("""
            record t.Root
            schema test.moves
            moved old part.deep.x
            moved part.z last
            moved former part.deep
            key part part record t.Part nullable
            key last last int default 1

            record t.Part
            key deep deep record t.Deep nullable
            key y y int default 1

            record t.Deep
            key x x int default 1 alias ex
            key w w int default 2
            """);

    @Test
    void aSectionIsMovedWithTheFormerNamesInIt() {
        ConfigResolver resolved = resolve(MOVES, "former: {ex: 7}");

        assertThat(located(resolved))
                .containsExactly(
                        "ALC208 t:1:1 'former' has moved to 'part.deep'",
                        "ALC210 t:1:10 'former.ex' was renamed to 'x'");
        assertThat(node(resolved, "part")).hasToString("{deep: {x: 7, w: 2}, y: 1}");
    }

    @Test
    void aSectionThatIsStillAKeyStaysWithoutItsMovedKeys() {
        ConfigResolver resolved = resolve(MOVES, "part: {z: 7}");

        assertThat(located(resolved)).containsExactly("ALC208 t:1:8 'part.z' has moved to 'last'");
        assertThat(node(resolved, "part")).hasToString("{deep: null, y: 1}");
        assertThat(value(resolved, "last")).startsWith("7 ");
    }

    @Test
    void aKeyCannotMoveIntoWhatIsNoSection() {
        assertThat(located(resolve(MOVES, "old: 1\npart: {deep: 5}")))
                .containsExactly("ALC203 t:2:14 'part.deep' must be a section, but is the number 5");
        assertThat(located(resolve(MOVES, "old: 1\npart: 5")))
                .containsExactly("ALC203 t:2:7 'part' must be a section, but is the number 5");
        assertThat(located(resolve(MOVES, "old: 1\npart: {deep: null}")))
                .containsExactly("ALC304 t:1:1 'old' and 'part.deep' are the same key, but have different values");
        assertThat(located(resolve(MOVES, "old: 1\npart: {y: 3}")))
                .containsExactly("ALC208 t:1:1 'old' has moved to 'part.deep.x'");
    }

    @Test
    void theFirstKeyOfAnOldPathSelectsTheBranchOfItsKey() {
        Schema schema = Schemas.of("""
                record t.Job
                schema job
                key source source union t.Source "" 2 mapping t.Local mapping t.Remote example "{file: a.csv}"

                record t.Local
                moved path file
                moved zipped compress
                key file file string example a.csv
                key compress compress boolean default false

                record t.Remote
                moved link.address url
                key url url string example https://example.org
                """);

        assertThat(messages(resolve(schema, "source: {path: a}")))
                .containsExactly("ALC208 t: 'source.path' has moved to 'source.file'");
        assertThat(value(resolve(schema, "source: {path: a}"), "source")).startsWith("{file: a, compress: false}");
        assertThat(value(resolve(schema, "source: {link: {address: u}}"), "source"))
                .startsWith("{url: u}");
        assertThat(messages(resolve(schema, "source: {link: {adress: u}}")))
                .containsExactly("ALC202 t: 'source.url' is missing", "ALC201 t: unknown key 'link' in 'source'");
        assertThat(messages(resolve(schema, "source: {zipped: true}")))
                .containsExactly("ALC216 t: 'source' must have one of the keys 'file', 'url'");
        assertThat(messages(resolve(schema, "source: {path: a, url: u}")))
                .containsExactly("ALC217 t: 'source' cannot have both 'path' and 'url'");
        assertThat(value(resolve(schema, "source: {file: a, zipped: true}", "source: {link: {address: u}}"), "source"))
                .startsWith("{url: u}");
    }

    private static ConfigResolver resolve(Schema schema, String... layers) {
        List<Source> sources =
                Arrays.stream(layers).map(yaml -> Source.text("t", yaml)).toList();
        return ConfigResolver.of(schema, sources, Limits.DEFAULT);
    }
}
