package io.alchemi.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.check.Defaults;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.diagnose.TextFormat;
import io.alchemi.config.layer.ConfigResolver;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType.ScalarType;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.Limits;
import io.alchemi.config.tree.YamlReader;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Defaults and examples in annotations are judged as the same text in a file is. */
class StatedValueTest {
    private static final Schema SCHEMA = Schemas.of("""
            record t.Root
            schema test.stated
            key points points list record t.Point
            key named named map record t.Point
            key shape shape union t.Shape type 2 circle t.Circle box t.Box
            key point point record t.Point

            record t.Point
            key x x int example 1
            key y y int default 0
            key inner inner record t.Inner default "{a: 1}"

            record t.Inner
            key a a int example 1
            key b b int default 0 min 0

            record t.Circle
            key radius radius double default 1

            record t.Box
            key width width double example 1
            """);

    @Test
    void recordsInsideAValueNeedNotStateWhatHasADefault() {
        assertThat(problems("points", "[{x: 1}]")).isEmpty();
        assertThat(problems("named", "{a: {x: 2, inner: {b: 3}}}")).isEmpty();
        assertThat(problems("shape", "{type: circle}")).isEmpty();
    }

    @Test
    void whatHasNoDefaultIsMissing() {
        assertThat(problems("points", "[{y: 1}]")).containsExactly("'points[0].x' is missing");
        assertThat(problems("shape", "{type: box}")).containsExactly("'shape.width' is missing");
        assertThat(problems("points", "[{x: 1, inner: {b: -1}}]"))
                .containsExactly("'points[0].inner.b' is -1, but must be ≥ 0");
    }

    @Test
    void aSectionIsLaidOverItsOwnDefaults() {
        assertThat(problems("point", "{y: 2, inner: {b: 1}}")).isEmpty();
        assertThat(problems("point", "{z: 2}")).containsExactly("unknown key 'z' at the top level");
        assertThat(problems("point", "{x: y, inner: {b: -1}}"))
                .containsExactly("'x' must be an integer, but is the string 'y'", "'b' is -1, but must be ≥ 0");
    }

    /** Texts that look like a plain scalar are not parsed; among them, only three dots would not be a value of their own. */
    @Test
    void aShortDefaultIsReadAsTheParserReadsIt() {
        for (char c = ' '; c <= '~'; c++) {
            for (String text : List.of("" + c, c + "a", "a" + c, "" + c + c, c + "1", "1" + c, "" + c + c + c)) {
                KeySchema key = KeySchema.of("k", "k", new ScalarType(ScalarKind.STRING))
                        .defaultText(text)
                        .build();
                Document document = new Document(Document.Kind.DEFAULT, "t", text.equals("...") ? "'...'" : text);

                assertThat(Defaults.of(key))
                        .as(text)
                        .isEqualTo(YamlReader.readPlain(document, Limits.DEFAULT, new Diagnostics()));
            }
        }
    }

    @Test
    void aDefaultIsNoDocument() {
        for (String text : List.of("--- 1", "1\n...")) {
            assertThat(problems("point", text))
                    .containsExactly("'---' and '...' mark a document, but this is a single value");
        }
        assertThat(problems("point", "1\n--- 2")).containsExactly("multiple YAML documents in one file");
    }

    @Test
    void anExcerptShowsTheWholeDefault() {
        KeySchema key = Objects.requireNonNull(SCHEMA.root().key("point"));
        List<Diagnostic> problems = ConfigResolver.check(SCHEMA, SCHEMA.root(), key, "abc");

        assertThat(TextFormat.render(problems, false)).contains("  | abc\n  | ^^^ write its keys");
    }

    private static List<String> problems(String name, String text) {
        KeySchema key = Objects.requireNonNull(SCHEMA.root().key(name));
        return ConfigResolver.check(SCHEMA, SCHEMA.root(), key, text).stream()
                .map(Diagnostic::message)
                .toList();
    }
}
