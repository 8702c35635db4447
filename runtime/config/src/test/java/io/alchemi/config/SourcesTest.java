package io.alchemi.config;

import static io.alchemi.config.Resolutions.messages;
import static io.alchemi.config.Resolutions.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.TextFormat;
import io.alchemi.config.layer.ConfigResolver;
import io.alchemi.config.layer.PlacedValue;
import io.alchemi.config.layer.Setting;
import io.alchemi.config.layer.SettingPath;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.text.Limits;
import io.alchemi.config.tree.Node;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources that are no files. */
class SourcesTest {
    private static final Schema SCHEMA = Schemas.of("""
            record t.Job
            schema test.job
            key name name string default none
            key size size int default 1
            key rate rate double default 1.0
            key fast fast boolean default false
            key note note string nullable
            key http http record t.Http
            key tags tags list string default [x]
            key sink sink union t.Sink type 2 file t.FileSink s3 t.S3Sink default "{type: file}"

            record t.Http
            key port port int default 80

            record t.FileSink
            key folder folder string default out

            record t.S3Sink
            key bucket bucket string default b
            """);

    @Test
    void aMapHasTypedValues() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", "12");
        map.put("size", 3);
        map.put("rate", 1e30);
        map.put("fast", true);
        map.put("note", null);
        map.put("http", Map.of("port", 8080L));
        map.put("tags", new Object[] {"a", "null"});

        ConfigResolver resolved = resolve(Source.text("t", "note: x\nsize: 9"), Source.map("settings", map));

        assertThat(messages(resolved)).isEmpty();
        assertThat(value(resolved, "name")).isEqualTo("12 from name in settings");
        assertThat(value(resolved, "size")).isEqualTo("3 from size in settings");
        assertThat(value(resolved, "rate")).startsWith("1.0e+30");
        assertThat(value(resolved, "note")).startsWith("null");
        assertThat(value(resolved, "http.port")).isEqualTo("8080 from http.port in settings");
        assertThat(value(resolved, "tags[1]")).isEqualTo("null from tags[1] in settings");
    }

    @Test
    void aMapHasPathsArraysAndConstants() {
        Schema schema = Schemas.of("""
                record t.Job
                schema test.job
                key out out path default x
                key sizes sizes list long default []
                key rates rates list double default []
                key flags flags list boolean default []
                key language language locale default en
                key unit unit enum java.util.concurrent.TimeUnit default seconds
                key limits limits enummap java.util.concurrent.TimeUnit int default {}
                key other other string default x
                enum java.util.concurrent.TimeUnit
                constant SECONDS seconds
                constant DAYS whole-days
                """);
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("out", Path.of("a", "b"));
        map.put("sizes", new int[] {1, 2});
        map.put("rates", new float[][] {{0.5f}}[0]);
        map.put("flags", new boolean[] {true});
        map.put("language", Locale.forLanguageTag("de-AT"));
        map.put("unit", TimeUnit.DAYS);
        map.put("limits", Map.of(TimeUnit.SECONDS, 3));
        map.put("other", Thread.State.NEW);

        ConfigResolver resolved = ConfigResolver.of(schema, List.of(Source.map("m", map)), Limits.DEFAULT);

        assertThat(messages(resolved)).isEmpty();
        assertThat(value(resolved, "out")).isEqualTo(Path.of("a", "b") + " from out in m");
        assertThat(value(resolved, "sizes")).isEqualTo("[1, 2] from sizes in m");
        assertThat(value(resolved, "rates[0]")).isEqualTo("0.5 from rates[0] in m");
        assertThat(value(resolved, "flags")).isEqualTo("[true] from flags in m");
        assertThat(value(resolved, "language")).isEqualTo("de-AT from language in m");
        assertThat(value(resolved, "unit")).isEqualTo("whole-days from unit in m");
        assertThat(value(resolved, "limits.seconds")).isEqualTo("3 from limits.seconds in m");
        assertThat(value(resolved, "other")).isEqualTo("NEW from other in m");
    }

    @Test
    void mistakesInAMapNameThePath() {
        Map<String, Object> endless = new LinkedHashMap<>();
        endless.put("http", endless);

        assertThat(messages(resolve(Source.map("m", Map.of("http", Map.of("port", "many"))))))
                .containsExactly("ALC203 http.port in m: 'http.port' must be an integer, but is the string 'many'");
        assertThat(messages(resolve(Source.map("m", Map.of("size", "5")))))
                .singleElement()
                .asString()
                .startsWith("ALC203 size in m");
        assertThat(messages(resolve(Source.map("m", Map.of("naem", 1, "extends", "x")))))
                .hasSize(2);
        assertThat(messages(resolve(Source.map("m", endless))))
                .singleElement()
                .asString()
                .startsWith("ALC307 ");
    }

    @Test
    void aMapMayHoldValuesThatWereReadBefore() {
        Node tags = Objects.requireNonNull(
                resolve(Source.text("t", "tags: [a, '1']")).tree().get("tags"));

        ConfigResolver resolved = resolve(Source.map("m", Map.of("tags", tags)));

        assertThat(messages(resolved)).isEmpty();
        assertThat(value(resolved, "tags")).isEqualTo("[a, '1'] from t:1:7");
    }

    @Test
    void numbersThatAreNotFiniteHaveTheirNamesInYaml() {
        assertThat(messages(resolve(Source.map("m", Map.of("rate", Double.NaN)))))
                .containsExactly("ALC302 rate in m: 'rate' must be finite, but is .nan");
        assertThat(messages(resolve(Source.map("m", Map.of("rate", Float.POSITIVE_INFINITY)))))
                .containsExactly("ALC302 rate in m: 'rate' must be finite, but is .inf");
        assertThat(messages(resolve(Source.map("m", Map.of("rate", Double.NEGATIVE_INFINITY)))))
                .containsExactly("ALC302 rate in m: 'rate' must be finite, but is -.inf");
    }

    @Test
    void mapsAndListsMayBeNestedAsDeeplyAsDocuments() {
        Map<String, Object> valid = Map.of("tags", List.of("a"));
        List<Object> endless = new ArrayList<>();
        endless.add(endless);

        ConfigResolver deepest = ConfigResolver.of(SCHEMA, List.of(Source.map("m", valid)), new Limits(100, 3, 100));
        assertThat(messages(deepest)).isEmpty();
        assertThat(value(deepest, "tags")).isEqualTo("['a'] from tags in m");
        assertThat(ConfigResolver.of(SCHEMA, List.of(Source.map("m", valid)), new Limits(100, 2, 100))
                        .problems())
                .extracting(problem -> problem.key() + " " + problem.message())
                .containsExactly("tags[0] nesting is deeper than 2 levels");
        assertThat(messages(resolve(Source.map("m", Map.of("tags", endless)))))
                .singleElement()
                .asString()
                .startsWith("ALC307 ");
    }

    @Test
    void aMapMayHaveAsManyValuesAsADocument() {
        Map<String, Object> map = Map.of("tags", List.of("a", "b"));

        assertThat(ConfigResolver.of(SCHEMA, List.of(Source.map("m", map)), new Limits(100, 9, 4))
                        .problems())
                .isEmpty();
        assertThat(ConfigResolver.of(SCHEMA, List.of(Source.map("m", map)), new Limits(100, 9, 3))
                        .problems())
                .extracting(problem -> problem.id().code() + " " + problem.key() + " " + problem.message())
                .containsExactly("ALC307 tags[1] more than 3 values");
    }

    @Test
    void problemsComeInTheOrderOfTheSources() {
        Properties properties = new Properties();
        properties.setProperty("size", "p");

        assertThat(messages(resolve(
                        Source.text("t", "http: {port: x}"),
                        Source.map("m", Map.of("rate", "y")),
                        Source.properties("p", properties),
                        Source.set(List.of("tags=z", "nothing")))))
                .extracting(message -> message.substring(0, message.indexOf(':')))
                .containsExactly(
                        "ALC203 t",
                        "ALC203 rate in m",
                        "ALC203 size in p",
                        "ALC203 --set tags=z",
                        "ALC503 --set nothing");
    }

    @Test
    void anExcerptPointsAtThePathOrTheValueOfASetting() {
        Properties properties = new Properties();
        properties.setProperty("job.naem", "1");
        properties.setProperty("job.size", "x");

        assertThat(shown(Source.set(List.of("size", "siez=1", "rate=abc")))).isEqualTo("""
                --set size: error: a setting must have the form PATH=VALUE [ALC503]
                  |
                  | --set size
                  |       ^^^^ for example section.key=64

                --set siez=1: error: unknown key 'siez' at the top level [ALC201]
                  |
                  | --set siez=1
                  |       ^^^^ did you mean 'size'?
                  = size: integer, default 1

                --set rate=abc: error: 'rate' must be a number, but is the string 'abc' [ALC203]
                  |
                  | --set rate=abc
                  |            ^^^ write a number
                  = rate: number, default 1.0
                """);
        assertThat(shown(Source.settings(
                        List.of(Setting.ofFlag("--size", "size", "x"), Setting.ofOperand("RATE", "rate", "y")))))
                .contains("  | --size x\n  |        ^ write an integer\n", "  | y\n  | ^ write a number\n");
        assertThat(shown(Source.properties("p", properties, "job")))
                .contains(
                        "  | job.naem=1\n  | ^^^^^^^^ did you mean 'name'?\n",
                        "  | job.size=x\n  |          ^ write an integer\n");
        assertThat(shown(Source.map("m", Map.of("size", "abc"))))
                .contains("  | size=abc\n  | ^^^^^^^^ write an integer\n");
    }

    @Test
    void aSettingThatCannotBeReadIsNotMissing() {
        Schema schema = Schemas.of("record t.Job\nschema test.job\nkey size size list int\nkey name name string");

        assertThat(ConfigResolver.of(schema, List.of(Source.set(List.of("size=[1"))), Limits.DEFAULT)
                        .problems())
                .extracting(Diagnostic::message)
                .containsExactly("'name' is missing", "unclosed '['");
    }

    @Test
    void onlyAStringMayLookLikeAListOrAMapping() {
        ConfigResolver resolved = resolve(Source.set(List.of("name=[a]", "note={b: c}", "tags=[d]", "http={port: 8}")));

        assertThat(messages(resolved)).isEmpty();
        assertThat(value(resolved, "name")).startsWith("[a] from ");
        assertThat(value(resolved, "note")).startsWith("{b: c} from ");
        assertThat(value(resolved, "tags[0]")).startsWith("d from ");
        assertThat(value(resolved, "http.port")).startsWith("8 from ");
        assertThat(value(resolve(Source.set(List.of("name=\"a\\tb\"", "note='c d'"))), "note"))
                .startsWith("c d from ");
        assertThat(value(resolve(Source.set(List.of("name=\"a\\tb\""))), "name"))
                .startsWith("a\tb from ");
    }

    @Test
    void propertiesAreReadLikeSettings() {
        Properties properties = new Properties();
        properties.setProperty("job.name", "12");
        properties.setProperty("job.size", "7");
        properties.setProperty("job.tags[0]", "y");
        properties.setProperty("job.sink.bucket", "c");
        properties.setProperty("job.sink.type", "s3");
        properties.setProperty("java.version", "17");

        ConfigResolver resolved = resolve(Source.properties("system properties", properties, "job"));

        assertThat(messages(resolved)).isEmpty();
        assertThat(value(resolved, "name")).isEqualTo("12 from job.name in system properties");
        assertThat(value(resolved, "size")).startsWith("7 ");
        assertThat(value(resolved, "tags")).startsWith("[y]");
        assertThat(value(resolved, "sink")).startsWith("{type: s3, bucket: c}");
        properties.keySet().removeIf(name -> !name.equals("java.version"));
        assertThat(messages(resolve(Source.properties("p", properties))))
                .containsExactly("ALC201 java.version in p: unknown key 'java' at the top level");
    }

    @Test
    void anEmptyPrefixMeansNoPrefix() {
        Properties properties = new Properties();
        properties.setProperty("size", "7");

        assertThat(value(resolve(Source.properties("p", properties, "")), "size"))
                .isEqualTo("7 from size in p");
        assertThatThrownBy(() -> Source.properties("p", properties, "job."))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the prefix 'job.' ends with a dot: write it without the dot");
    }

    @Test
    void whatTheProgramThrowsIsAProblem() {
        InputStream stream = new InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("no data");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                throw new IllegalStateException("no data");
            }
        };
        Map<String, Object> map = new AbstractMap<>() {
            @Override
            public Set<Entry<String, Object>> entrySet() {
                throw new IllegalStateException("no entries");
            }
        };

        assertThat(messages(resolve(Source.stream("in", stream))))
                .containsExactly("ALC502 in: the stream threw java.lang.IllegalStateException: no data");
        assertThat(messages(resolve(Source.map("m", map))))
                .containsExactly(
                        "ALC311 m: the map cannot be read: it threw java.lang.IllegalStateException: no entries");
    }

    @Test
    void aNullKeyIsAProblem() {
        Map<String, Object> map = new HashMap<>();
        map.put(null, "x");

        assertThat(messages(resolve(Source.map("m", map)))).containsExactly("ALC203 m: a key at the top level is null");
    }

    @Test
    @SuppressWarnings("NullAway")
    void aNullArgumentIsNamed() {
        assertThatThrownBy(() -> Source.map("m", null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("map");
        assertThatThrownBy(() -> Source.text("t", null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("yaml");
        assertThatThrownBy(() -> Source.set(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("arguments");
        assertThatThrownBy(() -> Source.properties("p", null)).hasMessage("properties");
    }

    @Test
    void noSourceShowsItsValues() {
        Properties properties = new Properties();
        properties.setProperty("token", "abcsekret");
        Map<String, String> map = Map.of("token", "abcsekret");

        ConfigResolver read = resolve(Source.text("t", "name: abcsekret"));
        PlacedValue placed = new PlacedValue(
                Objects.requireNonNull(SettingPath.parse("token")),
                read.tree().place(),
                Objects.requireNonNull(read.tree().get("name")));
        assertThat(placed.toString()).startsWith("value of ").contains("token").doesNotContain("abcsekret");
        assertThat(List.of(
                        Source.map("m", map),
                        Source.variables(map),
                        Source.properties("p", properties, "job"),
                        Source.text("t", "token: abcsekret"),
                        Source.set(List.of("token=abcsekret")),
                        Source.tree(resolve(Source.text("t", "name: abcsekret")).tree()),
                        Source.file(Path.of("t.yaml")),
                        Source.stream("in", stream("token: abcsekret")),
                        Source.values(List.of(placed))))
                .extracting(Object::toString)
                .containsExactly(
                        "map m with 1 entries",
                        "1 environment variables",
                        "properties p with the prefix 'job.'",
                        "text t",
                        "1 settings",
                        "tree with 8 keys",
                        "file t.yaml",
                        "stream in",
                        "1 values");
        assertThat(Setting.ofArgument("token=abcsekret")).hasToString("setting of token");
    }

    @Test
    void aStreamIsReadOnce() throws IOException {
        Source source = Source.stream("in", stream("size: 5"));

        assertThat(value(resolve(source), "size")).isEqualTo("5 from in:1:7");
        assertThat(messages(resolve(source))).containsExactly("ALC502 in: the stream was read by an earlier load");
        assertThat(messages(resolve(Source.stream("in", stream("extends: a")))))
                .singleElement()
                .asString()
                .startsWith("ALC316 in: ");
        InputStream closed = InputStream.nullInputStream();
        closed.close();
        assertThat(messages(resolve(Source.stream("in", closed)))).containsExactly("ALC502 in: Stream closed");
    }

    @Test
    void aResourceExtendsThoseBesideIt(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("org/jobs"));
        Files.writeString(folder.resolve("org/base.yaml"), "name: base\nsize: 2");
        Files.writeString(folder.resolve("org/jobs/job.yaml"), "extends: ../base.yaml\nsize: 3");
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            ConfigResolver resolved = resolve(Source.resource(loader, "org/jobs/job.yaml"));

            assertThat(messages(resolved)).isEmpty();
            assertThat(value(resolved, "name")).isEqualTo("base from classpath:org/base.yaml:1:7");
            assertThat(value(resolved, "size")).isEqualTo("3 from classpath:org/jobs/job.yaml:2:7");
            assertThat(messages(resolve(Source.resource(loader, "none.yaml"))))
                    .containsExactly("ALC502 classpath:none.yaml: resource not found");
            assertThat(messages(resolve(Source.resource(loader, "java/util/none.yaml"))))
                    .containsExactly(
                            "ALC502 classpath:java/util/none.yaml: resource not found; its folder is a package of the module"
                                    + " java.base: move it to a folder that is none, or add 'opens java.util;' to the"
                                    + " module-info.java");
        }
    }

    private static String shown(Source source) {
        return TextFormat.render(resolve(source).problems(), false);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ConfigResolver resolve(Source... sources) {
        return ConfigResolver.of(SCHEMA, List.of(sources), Limits.DEFAULT);
    }
}
