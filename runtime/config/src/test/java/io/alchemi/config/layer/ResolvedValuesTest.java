package io.alchemi.config.layer;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.Limits;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The configuration of a run as it was written: what {@code config diff} compares. */
class ResolvedValuesTest {
    @Test
    void eachValueHasItsPathAndItsOrigin() {
        assertThat(lines("""
                name: x              # --set name=x # y
                note: null  # default
                bare: 5
                tight: 6 # flag
                words: 'a # b'       # t.yaml:1:2
                smile: "\ud83d\ude00"   # t.yaml:2:3
                train:
                  lr: 0.1            # t.yaml:3:4
                  betas: [0.9, 1]    # default
                  sub: {}            # default
                bands:
                  - start: 1         # a
                    stop: 2          # b
                  - {}               # c
                  - [3, 4]           # d
                  - x                # e
                matrix:
                  - [1, 2]           # f
                  - []
                tags: []             # g
                token: {masked: true}  # h
                other: {masked: true, more: 1}  # i
                """))
                .containsExactly(
                        "name = x from --set name=x # y",
                        "note = null from default",
                        "bare = 5 from ",
                        "tight = 6 from flag",
                        "words = 'a # b' from t.yaml:1:2",
                        "smile = '\ud83d\ude00' from t.yaml:2:3",
                        "train.lr = 0.1 from t.yaml:3:4",
                        "train.betas = [0.9, 1] from default",
                        "train.sub = {} from default",
                        "bands[0].start = 1 from a",
                        "bands[0].stop = 2 from b",
                        "bands[1] = {} from c",
                        "bands[2] = [3, 4] from d",
                        "bands[3] = x from e",
                        "matrix[0] = [1, 2] from f",
                        "matrix[1] = [] from ",
                        "tags = [] from g",
                        "token = {masked: true} from h",
                        "other.masked = true from ",
                        "other.more = 1 from ");
    }

    @Test
    void aNameThatAPathCannotHaveIsQuoted() {
        List<String> lines = lines("""
                labels:
                  a.b: 1
                  .c: 2
                  d[0]: 3
                  '[e': 4
                  f=g: 5
                  =h: 6
                  '': 7
                  i-j: 8
                """);

        assertThat(lines)
                .extracting(line -> line.substring(0, line.indexOf(" = ")))
                .containsExactly(
                        "labels.\"a.b\"",
                        "labels.\".c\"",
                        "labels.\"d[0]\"",
                        "labels.\"[e\"",
                        "labels.\"f=g\"",
                        "labels.\"=h\"",
                        "labels.\"\"",
                        "labels.i-j");
    }

    private static List<String> lines(String yaml) {
        Document document = new Document(Document.Kind.FILE, "config.yaml", yaml);
        Mapping root = (Mapping)
                Objects.requireNonNull(YamlReader.readPlain(document, Limits.DEFAULT, new Diagnostics()), yaml);
        ResolvedValues values = new ResolvedValues(document, root);
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, Node> value : values.byPath().entrySet()) {
            lines.add(value.getKey() + " = " + value.getValue() + " from " + values.origin(value.getValue()));
        }
        return lines;
    }
}
