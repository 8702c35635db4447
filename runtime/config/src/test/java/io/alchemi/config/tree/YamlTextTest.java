package io.alchemi.config.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Strings that YAML would read as something else, or not at all, are read back unchanged. */
class YamlTextTest {
    private static final List<String> HOSTILE = hostile();

    private static List<String> hostile() {
        List<String> texts = new ArrayList<>(List.of(
                "", " ", "null", "Null", "~", "true", "False", "1", "010", "0x1F", "1e3", ".5", ".inf", "-.INF",
                "nan"));
        texts.addAll(List.of("-", "--", "---", "- x", "-x", "?", "? x", ":", "a:", "a: b", ": ", "::", "a:b"));
        texts.addAll(
                List.of("#", "a #b", "a#b", "...", "..", ".", "<<", "=", "!", "!tag", "&a", "*a", "%a", "@a", "`a"));
        texts.addAll(List.of("a,b", "[", "]", "[a]", "{", "}", "{a: 1}", ",", "|", ">", "|\n a", "a|b"));
        texts.addAll(List.of("'", "''", "it's", "\"", "\"a\"", "\\", "\\n", "a\\", "'\"\\'", "\\u0041"));
        texts.addAll(List.of("a ", " a", "a  b", "a\n", "\na", "a\n\nb", "a\r\nb", "\r", "\t", "a\tb", "a\t"));
        texts.addAll(List.of("é", "日本", "😀", "a😀", "\uD835\uDC9C", "\uD800", "\uDC00", "a\uD800b", "\uDC00\uD800"));
        for (char c : new char[] {0, 7, 8, 0x1b, 0x7f, 0x80, 0x85, 0xa0, 0x2028, 0x2029, 0xfeff, 0xfffe, 0xffff}) {
            texts.add(String.valueOf(c));
            texts.add("a" + c + "b");
            texts.add("it's " + c + " \"b\"");
        }
        return texts;
    }

    @Test
    void everyStringIsReadBackInBlockContext() {
        for (String text : HOSTILE) {
            for (String written : List.of(YamlText.string(text), YamlText.quote(text))) {
                assertThat(value(map("k: " + written + "  # comment"), "k")).isEqualTo(text);
                assertThat(value(map("a:\n  - " + written + "\n"), "a")).isEqualTo(List.of(text));
                assertThat(text(read(written))).isEqualTo(text);
            }
        }
    }

    @Test
    void everyStringIsReadBackInFlowContext() {
        for (String text : HOSTILE) {
            for (String written : List.of(YamlText.string(text), YamlText.quote(text))) {
                assertThat(value(map("k: [" + written + ", " + written + "]"), "k"))
                        .isEqualTo(List.of(text, text));
                assertThat(value(map("{k: " + written + ", l: 1}"), "k")).isEqualTo(text);
            }
        }
    }

    @Test
    void everyStringIsReadBackAsAKey() {
        for (String text : HOSTILE) {
            assertThat(map(YamlText.string(text) + ": v\nlast: 1")
                            .entries()
                            .get(0)
                            .name())
                    .isEqualTo(text);
            assertThat(map("{" + YamlText.string(text) + ": v, last: 1}")
                            .entries()
                            .get(0)
                            .name())
                    .isEqualTo(text);
        }
    }

    @Test
    void plainWherePossible() {
        assertThat(YamlText.string("out/mask-1.json")).isEqualTo("out/mask-1.json");
        assertThat(YamlText.string("été")).isEqualTo("été");
        assertThat(YamlText.string("yes")).isEqualTo("yes");
        assertThat(YamlText.string("soil 7")).isEqualTo("'soil 7'");
        assertThat(YamlText.string("it's")).isEqualTo("'it''s'");
        assertThat(YamlText.string("64")).isEqualTo("'64'");
        assertThat(YamlText.string("a\n\u2028\"")).isEqualTo("\"a\\n\\u2028\\\"\"");
    }

    @Test
    void onlyCharactersThatALineCannotHaveAreEscaped() {
        for (String text : List.of(
                " ",
                "~",
                "\u00a0",
                "\u2027",
                "\u202a",
                "\ud7ff",
                "\ue000",
                "\ufefe",
                "\uff00",
                "\ufffd",
                "\ud800\udc00",
                "\udbff\udfff")) {
            assertThat(YamlText.quote(text)).isEqualTo("'" + text + "'");
            assertThat(YamlText.isPrintable("a" + text)).isTrue();
        }
        for (char c : new char[] {0, 0x1f, 0x7f, 0x85, 0x9f, 0x2028, 0x2029, 0xd800, 0xdfff, 0xfeff, 0xfffe, 0xffff}) {
            assertThat(YamlText.quote(String.valueOf(c))).isEqualTo(String.format("\"\\u%04x\"", (int) c));
            assertThat(YamlText.isPrintable("a" + c)).isFalse();
        }
    }

    private static Object value(Mapping mapping, String key) {
        Node value = mapping.entries().get(0).value();
        assertThat(mapping.entries().get(0).name()).isEqualTo(key);
        if (value instanceof Sequence sequence) {
            List<String> items = new ArrayList<>();
            sequence.items().forEach(item -> items.add(text(item)));
            return items;
        }
        return text(value);
    }

    private static String text(Node node) {
        assertThat(node).isInstanceOf(Scalar.class);
        assertThat(((Scalar) node).coreType()).isEqualTo(CoreType.STRING);
        return ((Scalar) node).text();
    }

    private static Mapping map(String yaml) {
        return (Mapping) read(yaml);
    }

    private static Node read(String yaml) {
        Diagnostics problems = new Diagnostics();
        Document document = new Document(Document.Kind.FILE, "test.yaml", yaml);
        Node node = YamlReader.readPlain(document, Limits.DEFAULT, problems);
        assertThat(problems.sorted()).as(yaml).isEmpty();
        return Objects.requireNonNull(node, yaml);
    }
}
