package io.alchemi.config;

import static io.alchemi.config.Resolutions.located;
import static io.alchemi.config.Resolutions.node;
import static io.alchemi.config.Resolutions.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.layer.ConfigResolver;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.text.Limits;
import io.alchemi.config.tree.Scalar;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values of paths, as {@code --set} and options give them. */
class SettingsTest {
    private final Schema schema = Schemas.everything();

    @Test
    void settingsReadTheirValueByTheDeclaredType() {
        ConfigResolver resolution = resolve(Source.set(List.of(
                "train.name=64",
                "train.note=null",
                "train.tags=[1, true, \"x y\"]",
                "train.betas=[0.5]",
                "train.lr=1e-2",
                "train.fast=true",
                "train.mask_path=null",
                "limits={a: 1, b: 2}",
                "limits.\"c.d\"=3")));

        assertThat(located(resolution)).isEmpty();
        assertThat(value(resolution, "train.name")).isEqualTo("64 from --set train.name=64");
        assertThat(((Scalar) node(resolution, "train.note")).isNull()).isTrue();
        assertThat(value(resolution, "train.tags[1]")).startsWith("true ");
        assertThat(value(resolution, "train.tags[2]")).startsWith("x y ");
        assertThat(value(resolution, "limits.b")).startsWith("2 ");
        assertThat(value(resolution, "limits.\"c.d\"")).startsWith("3 ");
        assertThat(((Scalar) node(resolution, "train.mask_path")).isNull()).isTrue();
    }

    @Test
    void anEmptySettingIsTheEmptyTextOrAnError() {
        assertThat(located(resolve(Source.set(List.of("train.name=", "train.note=")))))
                .isEmpty();
        assertThat(located(resolve(Source.set(List.of("train.lr=")))))
                .containsExactly("ALC203 --set train.lr= 'train.lr' must be a number > 0 and ≤ 1, but is empty");
        assertThat(located(resolve(Source.set(List.of("train.patience=")))))
                .containsExactly("ALC203 --set train.patience= 'train.patience' must be an integer, but is empty");
    }

    @Test
    void aTextThatReadsNullIsATextWhereNullIsNotAllowed() {
        ConfigResolver resolution = resolve(Source.set(List.of("train.name=null")));

        assertThat(located(resolution)).isEmpty();
        assertThat(value(resolution, "train.name")).startsWith("null ");
    }

    @Test
    void settingsReachItemsThatExistBelow() {
        Source file = Source.text("a", "bands: [{center: 1, width: 2}, {center: 3}]\ntrain: {betas: [0.1, 0.2]}");

        ConfigResolver resolution =
                resolve(file, Source.set(List.of("bands[1].width=9", "bands[0]={center: 7}", "train.betas[0]=0.5")));

        assertThat(located(resolution)).isEmpty();
        assertThat(value(resolution, "bands[1].width")).isEqualTo("9 from --set bands[1].width=9");
        assertThat(value(resolution, "bands[1].center")).isEqualTo("3 from a:1:41");
        assertThat(value(resolution, "bands[0].center")).startsWith("7 ");
        assertThat(value(resolution, "bands[0].width")).isEqualTo("2 from a:1:28");
        assertThat(value(resolution, "train.betas[1]")).startsWith("0.2 from a");
        assertThat(located(resolve(file, Source.set(List.of("bands[2].width=1")))))
                .containsExactly("ALC503 --set bands[2].width=1 item [2] does not exist");
    }

    @Test
    void whereThereIsNoItemTheLastOneIsNamed() {
        Source file = Source.text("a", "bands: [{center: 1}, {center: 3}]");

        assertThat(resolve(file, Source.set(List.of("bands[2]={center: 1}", "train.tags[0]=a", "train[0]=a")))
                        .problems())
                .extracting(problem -> problem.message() + ": " + problem.label())
                .containsExactly(
                        "item [2] does not exist: the last item is [1]",
                        "item [0] does not exist: the list is empty",
                        "item [0] does not exist: there is no list here; set the whole value");
    }

    @Test
    void settingsReachItemsOfDefaultsAndEntriesWithDots() {
        ConfigResolver resolution =
                resolve(Source.set(List.of("train.betas[1]=0.5", "limits.\"top.1\"=3", "limits.\"a=b[0]\"=4")));

        assertThat(located(resolution)).isEmpty();
        assertThat(value(resolution, "train.betas[0]")).isEqualTo("0.9 from default");
        assertThat(value(resolution, "train.betas[1]")).isEqualTo("0.5 from --set train.betas[1]=0.5");
        assertThat(value(resolution, "limits.\"top.1\"")).startsWith("3 ");
        assertThat(value(resolution, "limits.\"a=b[0]\"")).startsWith("4 ");
    }

    @Test
    void settingsReachItemsByAFormerName() {
        Schema renamed = Schemas.of("record t.Root\nschema root\nkey rows rows list int default [] alias lines");

        ConfigResolver resolution = ConfigResolver.of(
                renamed, List.of(Source.text("t", "rows: [1, 2]"), Source.set(List.of("lines[1]=3"))), Limits.DEFAULT);

        assertThat(located(resolution)).hasSize(1).first().asString().startsWith("ALC210 ");
        assertThat(node(resolution, "rows")).hasToString("[1, 3]");
    }

    @Test
    void settingsThatLeadNowhereAreReported() {
        assertThat(located(resolve(Source.set(List.of("train.btach_size=3", "novalue", "a..b=3", "[0]=3")))))
                .contains(
                        "ALC503 --set novalue a setting must have the form PATH=VALUE",
                        "ALC503 --set a..b=3 a setting must have the form PATH=VALUE",
                        "ALC503 --set [0]=3 a setting must have the form PATH=VALUE");
        ConfigResolver typo = resolve(Source.set(List.of("train.btach_size=3")));
        assertThat(typo.problems()).hasSize(1);
        assertThat(typo.problems().get(0).label()).isEqualTo("did you mean 'batch_size'?");
    }

    private ConfigResolver resolve(Source... sources) {
        return ConfigResolver.of(schema, List.of(sources), Limits.DEFAULT);
    }
}
