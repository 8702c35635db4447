package io.alchemi.config.layer;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.Schemas;
import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.Limits;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.YamlReader;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingPathTest {
    private static final Schema SCHEMA = Schemas.of("""
            record t.Root
            schema test.paths
            key rows rows list record t.Row default [] alias lines
            key limits limits map list int default {}
            key sink sink union t.Sink kind 2 file t.FileSink s3 t.S3Sink
            key grid grid union t.Grid "" 3 mapping t.Row sequence t.Listed scalar t.Named

            record t.Row
            key width width double default 1

            record t.FileSink
            key folder folder path default out

            record t.S3Sink
            key bucket bucket string default b
            key row row record t.Row

            record t.Listed
            key values values list int

            record t.Named
            key name name string
            """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a              | 1",
                "b.c            | 2",
                "b              | {c: 2, d.e: 3, '': 4}",
                "b.\"d.e\"      | 3",
                "b.\"\"         | 4",
                "list           | [5, [6, 7], {f: 8}]",
                "list[0]        | 5",
                "list[1][1]     | 7",
                "list[2].f      | 8",
                "list[00000002].f | 8",
                "\"g[0]\"[0]    | 9",
                "i-j_k          | 10",
                "long[12]       | m",
                "b.x            | null",
                "a.b            | null",
                "a[0]           | null",
                "b[0]           | null",
                "list.a         | null",
                "list[3]        | null",
                "list[999999999] | null"
            },
            nullValues = "null")
    void aPathLeadsToAValue(String path, String value) {
        Node tree = Objects.requireNonNull(YamlReader.readPlain(
                new Document(
                        Document.Kind.FILE,
                        "t",
                        "{a: 1, b: {c: 2, 'd.e': 3, '': 4}, list: [5, [6, 7], {f: 8}], 'g[0]': [9], i-j_k: 10, "
                                + "long: [a, b, c, d, e, f, g, h, i, j, k, l, m]}"),
                Limits.DEFAULT,
                new Diagnostics()));
        Node found = Objects.requireNonNull(SettingPath.parse(path)).in(tree);

        assertThat(found == null ? null : found.toString().replace("'d.e'", "d.e"))
                .isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b.c", "b.\"d.e\"", "b.\"\"", "list[1][12].f", "\"g[0]\"[0]", "i-j_k", "\"a.b\".c"})
    void aPathIsWrittenAsItIsRead(String path) {
        assertThat(SettingPath.parse(path)).hasToString(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "a.",
                ".a",
                "a..b",
                "[0]",
                "a.[0]",
                "a[",
                "a[]",
                "a[0",
                "a[x]",
                "a[-1]",
                "a[/]",
                "a[:]",
                "a[1]b",
                "a[0000000001]",
                "\"a",
                "\"a\"b",
                "a[0]\"b\""
            })
    void whatIsNoPath(String path) {
        assertThat(SettingPath.parse(path)).isNull();
    }

    /** The first branch of a union that has the key decides: which one is selected is known later. */
    @ParameterizedTest
    @CsvSource({
        "rows, list",
        "lines, list",
        "rows[7], t.Row",
        "lines[7].width, DOUBLE",
        "limits, map",
        "limits.a, list",
        "limits.a[0], INT",
        "sink, t.Sink",
        "sink.kind, STRING",
        "sink.folder, PATH",
        "sink.bucket, STRING",
        "sink.row.width, DOUBLE",
        "grid.width, DOUBLE",
        "grid[3], INT",
        "rows.width, none",
        "rows[0].height, none",
        "limits[0].a, none",
        "sink.type, none",
        "sink.folder.x, none",
        "grid.height, none",
        "height, none"
    })
    void aPathHasTheTypeOfItsKey(String path, String type) {
        ValueType found = Objects.requireNonNull(SettingPath.parse(path)).typeIn(SCHEMA);

        assertThat(found == null ? "none" : name(found)).isEqualTo(type);
    }

    private static String name(ValueType type) {
        if (type instanceof ValueType.ScalarType scalar) {
            return scalar.kind().name();
        } else if (type instanceof ValueType.RecordType record) {
            return record.type();
        } else if (type instanceof ValueType.UnionType union) {
            return union.type();
        }
        return type instanceof ValueType.ListType ? "list" : "map";
    }
}
