package io.alchemi.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.layer.ConfigResolver;
import io.alchemi.config.layer.Origin;
import io.alchemi.config.layer.SettingPath;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.text.Limits;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that extend others. */
class ParentsTest {
    private static final Schema SCHEMA = Schemas.of("""
            record t.Job
            schema test.job
            moved rate http.rate
            key name name string default none
            key size size int
            key http http record t.Http
            key tags tags list string default []
            key labels labels map string default {}
            key data data input nullable
            key sink sink union t.Sink type 2 file t.FileSink s3 t.S3Sink default "{type: file}"

            record t.Http
            key port port int default 80 alias harbour
            key rate rate double default 1.0

            record t.FileSink
            key folder folder string default out

            record t.S3Sink
            key bucket bucket string default b
            key region region string default eu
            """);

    @TempDir
    Path folder;

    @Test
    void parentsComeFirstAndAreCanonicalisedAlone() throws IOException {
        write("base/common.yaml", "size: 1\nrate: 2.5\nhttp: {harbour: 1}\ntags: [a, b]\nlabels: {x: one, y: two}");
        write("base/site.yaml", "extends: common.yaml\nsize: 2\nname: site");
        write("job.yaml", "extends: [base/site.yaml]\nhttp: {port: 8080}\nsize: 3\ntags: [c]\nlabels: {y: three}");

        ConfigResolver job = resolve("job.yaml");

        assertThat(messages(job))
                .containsExactly(
                        "ALC208 base/common.yaml:2:1 'rate' has moved to 'http.rate'",
                        "ALC210 base/common.yaml:3:8 'http.harbour' was renamed to 'port'");
        assertThat(value(job, "size")).isEqualTo("3 from job.yaml:3:7");
        assertThat(value(job, "name")).isEqualTo("site from base/site.yaml:3:7");
        assertThat(value(job, "http.port")).isEqualTo("8080 from job.yaml:2:14");
        assertThat(value(job, "http.rate")).isEqualTo("2.5 from base/common.yaml:2:7");
        assertThat(value(job, "tags")).isEqualTo("[c] from job.yaml:4:7");
        assertThat(value(job, "labels.x")).isEqualTo("one from base/common.yaml:5:13");
        assertThat(value(job, "labels.y")).isEqualTo("three from job.yaml:5:13");
        assertThat(job.tree().get("extends")).isNull();
    }

    @Test
    void aLaterParentOverridesAnEarlierOneAndASharedOneCountsOnce() throws IOException {
        write("base.yaml", "size: 1\nname: base");
        write("left.yaml", "extends: base.yaml\nname: left");
        write("right.yaml", "extends: sub/../base.yaml\nsize: 3");
        write("job.yaml", "extends: [left.yaml, right.yaml]");
        Files.createDirectories(folder.resolve("sub"));

        ConfigResolver job = resolve("job.yaml");

        assertThat(value(job, "name")).isEqualTo("left from left.yaml:2:7");
        assertThat(value(job, "size")).isEqualTo("3 from right.yaml:2:7");
    }

    @Test
    void theNameOfAParentIsShortUnlessALinkLeadsElsewhere() throws IOException {
        write("base.yaml", "size: base");
        write("other/base.yaml", "size: other");
        write("other/sub/empty.yaml", "");
        write("plain/empty.yaml", "");
        write("job.yaml", "extends: plain/../base.yaml");
        write("linked.yaml", "extends: link/../base.yaml");
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("other/sub"));

        assertThat(messages(resolve("job.yaml")))
                .containsExactly("ALC203 base.yaml:1:7 'size' must be an integer, but is the string 'base'");
        assertThat(messages(resolve("linked.yaml")))
                .containsExactly("ALC203 link/../base.yaml:1:7 'size' must be an integer, but is the string 'other'");
    }

    @Test
    void theParentsOfAllFilesAreBelowAllFiles() throws IOException {
        write("a.yaml", "name: a\nsize: 1");
        write("base.yaml", "name: base\ntags: [base]");
        write("b.yaml", "extends: [a.yaml, base.yaml]\nsize: 2");

        assertThat(value(resolve("a.yaml", "b.yaml"), "name")).isEqualTo("a from a.yaml:1:7");
        assertThat(value(resolve("a.yaml", "b.yaml"), "size")).isEqualTo("2 from b.yaml:2:7");
        assertThat(value(resolve("b.yaml", "a.yaml"), "size")).isEqualTo("1 from a.yaml:2:7");
        assertThat(value(resolve("b.yaml", "a.yaml"), "tags")).isEqualTo("[base] from base.yaml:2:7");
    }

    @Test
    void aTagMayComeFromAParent() throws IOException {
        write("base.yaml", "size: 1\nsink: {type: s3, bucket: x, region: us}");
        write("same.yaml", "extends: base.yaml\nsink: {bucket: y}");
        write("other.yaml", "extends: base.yaml\nsink: {type: file}");

        assertThat(value(resolve("same.yaml"), "sink")).startsWith("{type: s3, bucket: y, region: us}");
        assertThat(value(resolve("other.yaml"), "sink")).startsWith("{type: file, folder: out}");
    }

    @Test
    void inputsAreTriedBesideTheParentThatNamesThem() throws IOException {
        write("base/base.yaml", "size: 1\ndata: data.csv");
        write("base/data.csv", "");
        write("job.yaml", "extends: base/base.yaml");

        assertThat(value(resolve("job.yaml"), "data"))
                .startsWith(folder.resolve("base/data.csv").toString());
    }

    @Test
    void problemsOfParentsAreReportedThereAndBeforeThoseOfTheFile() throws IOException {
        write("base.yaml", "size: one\nnmae: x");
        write("job.yaml", "extends: base.yaml\nhttp: {port: x}");
        write("broken.yaml", "size: [1");
        write("heir.yaml", "extends: broken.yaml");

        assertThat(messages(resolve("job.yaml")))
                .containsExactly(
                        "ALC203 base.yaml:1:7 'size' must be an integer, but is the string 'one'",
                        "ALC201 base.yaml:2:1 unknown key 'nmae' at the top level",
                        "ALC203 job.yaml:2:14 'http.port' must be an integer, but is the string 'x'");
        assertThat(messages(resolve("heir.yaml"))).singleElement().asString().startsWith("ALC200 broken.yaml");
    }

    @Test
    void brokenParentsAreReportedAtTheirNamesAndNothingElseIs() throws IOException {
        write("gone.yaml", "extends:\n  - base/nothing.yaml\n  - ''\nnmae: x");
        write("self.yaml", "extends: self.yaml");
        write("a.yaml", "extends: b.yaml");
        write("b.yaml", "extends: [c.yaml]");
        write("c.yaml", "extends: ./b.yaml");
        write("null.yaml", "extends:");
        write("number.yaml", "extends: 5");
        write("folder.yaml", "extends: .");
        write("nul.yaml", "extends: \"a\\0b\"");

        assertThat(messages(resolve("gone.yaml")))
                .containsExactly(
                        "ALC313 gone.yaml:2:5 cannot extend 'base/nothing.yaml': folder " + folder.resolve("base")
                                + " does not exist",
                        "ALC316 gone.yaml:3:5 'extends' must be a file name or a list of file names");
        assertThat(messages(resolve("self.yaml"))).containsExactly("ALC314 self.yaml:1:10 'self.yaml' extends itself");
        assertThat(messages(resolve("a.yaml"))).containsExactly("ALC314 c.yaml:1:10 'b.yaml' extends itself");
        assertThat(notes(resolve("a.yaml"))).containsExactly("b.yaml → c.yaml → b.yaml");
        assertThat(messages(resolve("null.yaml")))
                .containsExactly("ALC316 null.yaml:1:9 'extends' must be a file name or a list of file names");
        assertThat(messages(resolve("number.yaml"))).singleElement().asString().startsWith("ALC316 number.yaml:1:10");
        assertThat(ConfigResolver.check(
                        SCHEMA,
                        Objects.requireNonNull(Source.file(Path.of("a.yaml")).beside("."))))
                .extracting(problem -> problem.place().document().name())
                .containsExactly(".");
        assertThat(messages(resolve("folder.yaml"))).singleElement().asString().startsWith("ALC313 folder.yaml:1:10");
        assertThat(messages(resolve("nul.yaml"))).singleElement().asString().startsWith("ALC316 nul.yaml:1:10");
    }

    @Test
    void sixteenParentsInARowAreTheMost() throws IOException {
        write("0.yaml", "size: 1");
        for (int i = 1; i <= 17; i++) {
            write(i + ".yaml", "extends: " + (i - 1) + ".yaml");
        }

        assertThat(messages(resolve("16.yaml"))).isEmpty();
        assertThat(messages(resolve("17.yaml"))).containsExactly("ALC315 1.yaml:1:10 more than 16 levels of 'extends'");
    }

    @Test
    void onlyDocumentsWithAPlaceHaveParents() {
        ConfigResolver text =
                ConfigResolver.of(SCHEMA, List.of(Source.text("t", "extends: base.yaml\nsize: 1")), Limits.DEFAULT);
        ConfigResolver set = ConfigResolver.of(
                SCHEMA,
                List.of(Source.text("t", "size: 1"), Source.set(List.of("extends=base.yaml", "x-y=1", "$schema=1"))),
                Limits.DEFAULT);

        assertThat(messages(text)).containsExactly("ALC316 t:1:10 'extends' is allowed in files and resources only");
        assertThat(messages(set))
                .containsExactly(
                        "ALC201 --set extends=base.yaml:1:7 unknown key 'extends' at the top level",
                        "ALC201 --set x-y=1:1:7 unknown key 'x-y' at the top level",
                        "ALC201 --set $schema=1:1:7 unknown key '$schema' at the top level");
    }

    @Test
    void aSchemaMayHaveAKeyOfThisName() {
        Schema own = Schemas.of("record t.Own\nschema test.own\nkey extends extends_ string default none");

        ConfigResolver resolved = ConfigResolver.of(own, List.of(Source.text("t", "extends: other")), Limits.DEFAULT);

        assertThat(resolved.problems()).isEmpty();
        assertThat(value(resolved, "extends")).isEqualTo("other from t:1:10");
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(Objects.requireNonNull(folder.resolve(name).getParent()));
        Files.writeString(folder.resolve(name), text + "\n");
    }

    private ConfigResolver resolve(String... names) {
        List<Source> files = new ArrayList<>();
        for (String name : names) {
            files.add(Source.file(folder.resolve(name)));
        }
        return ConfigResolver.of(SCHEMA, files, Limits.DEFAULT);
    }

    private String value(ConfigResolver resolution, String path) {
        Node node = Objects.requireNonNull(
                Objects.requireNonNull(SettingPath.parse(path)).in(resolution.tree()));
        String text = node instanceof Scalar scalar ? scalar.text() : node.toString();
        return text + " from " + shortened(Origin.of(node).describe());
    }

    private List<String> messages(ConfigResolver resolution) {
        List<String> messages = new ArrayList<>();
        for (Diagnostic problem : resolution.problems()) {
            messages.add(problem.id().code() + " "
                    + shortened(problem.place().document().name()) + ":"
                    + problem.place().span().line() + ":"
                    + problem.place().span().column() + " "
                    + problem.message().replace("'" + folder + "/", "'"));
        }
        return messages;
    }

    private List<String> notes(ConfigResolver resolution) {
        return resolution.problems().stream()
                .flatMap(problem -> problem.notes().stream())
                .map(note -> note.replace(folder + "/", ""))
                .toList();
    }

    private String shortened(String name) {
        return name.replace(folder + "/", "");
    }
}
