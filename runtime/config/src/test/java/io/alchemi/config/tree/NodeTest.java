package io.alchemi.config.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.Limits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a                  | a",
                "'''a'''            | a",
                "1                  | 1",
                "[a, [1, b]]        | [a, [1, b]]",
                "{a: 1, b: {c: 2}}  | {b: {c: 2}, a: 1}",
                "{}                 | {}",
                "[]                 | []"
            })
    void equalValuesAreWrittenAnywhereAndInAnyOrder(String one, String other) {
        Node node = read(one);
        Node same = read("\n  " + other);

        assertThat(node).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(node.says(same)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a            | b",
                "1            | '''1'''",
                "1            | 1.0",
                "[a, b]       | [b, a]",
                "[a]          | [a, b]",
                "[a, b]       | [a]",
                "{a: 1}       | {a: 2}",
                "{a: 1}       | {b: 1}",
                "{a: 1}       | {a: 1, b: 2}",
                "{a: 1, b: 2} | {a: 1}",
                "{a: 1, b: 2} | {a: 1, c: 2}",
                "[]           | {}",
                "{}           | null",
                "[a]          | a"
            })
    void otherValuesAreNotEqual(String one, String other) {
        assertThat(read(one)).isNotEqualTo(read(other));
        assertThat(read(other)).isNotEqualTo(read(one));
        assertThat(read(one)).isNotEqualTo(one);
    }

    @Test
    void aMappingFindsItsKeysInAnyOrder() {
        for (int size = 0; size <= 20; size++) {
            StringBuilder yaml = new StringBuilder("{");
            List<Integer> numbers = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                yaml.append("k").append(i).append(": ").append(i).append(", ");
                numbers.add(i);
            }
            Mapping mapping = (Mapping) read(yaml + "}");
            List<Integer> backwards = new ArrayList<>(numbers);
            Collections.reverse(backwards);
            for (List<Integer> order : List.of(numbers, backwards, numbers)) {
                for (int number : order) {
                    assertThat(mapping.get("k" + number)).hasToString(Integer.toString(number));
                    assertThat(mapping.get("k" + size)).isNull();
                }
            }
        }
    }

    @Test
    void aPathIsWrittenAsInSettings() {
        KeyPath item = KeyPath.ROOT.key("a").key("list").item(0).item(12);

        assertThat(item).hasToString("a.list[0][12]");
        assertThat(item.last()).isEqualTo("list[0][12]");
        assertThat(item.key("b")).hasToString("a.list[0][12].b");
        assertThat(item.key("b").last()).isEqualTo("b");
        assertThat(KeyPath.ROOT).hasToString("");
        assertThat(KeyPath.ROOT.isRoot()).isTrue();
        assertThat(item.isRoot()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''      | NULL",
                "~       | NULL",
                "Null    | NULL",
                "NULL    | NULL",
                "nULL    | STRING",
                "True    | BOOLEAN",
                "FALSE   | BOOLEAN",
                "yes     | STRING",
                "0       | INTEGER",
                "-12     | INTEGER",
                "+12     | INTEGER",
                "0o17    | INTEGER",
                "0o18    | STRING",
                "0o      | STRING",
                "0xfF    | INTEGER",
                "0xg     | STRING",
                "0x      | STRING",
                "-0x1    | STRING",
                "0x\uff11 | STRING",
                "1\uff11 | STRING",
                "1.      | FLOAT",
                ".5      | FLOAT",
                "-.5     | FLOAT",
                "+1.5e3  | FLOAT",
                "1e3     | FLOAT",
                "1E-3    | FLOAT",
                "1e+3    | FLOAT",
                "1e      | STRING",
                "1e+     | STRING",
                "1e3x    | STRING",
                "1.5.2   | STRING",
                "e3      | STRING",
                ".e3     | STRING",
                ".       | STRING",
                "-       | STRING",
                "+       | STRING",
                "-.      | STRING",
                "12:30   | STRING",
                ".inf    | FLOAT",
                "-.Inf   | FLOAT",
                "+.INF   | FLOAT",
                ".iNF    | STRING",
                ".nan    | FLOAT",
                ".NaN    | FLOAT",
                "-.nan   | STRING"
            })
    void aPlainScalarHasTheTypeOfTheCoreSchema(String text, CoreType type) {
        assertThat(CoreSchema.type(text)).isEqualTo(type);
    }

    private static Node read(String yaml) {
        Document document = new Document(Document.Kind.FILE, "t", yaml);
        return Objects.requireNonNull(YamlReader.readPlain(document, Limits.DEFAULT, new Diagnostics()), yaml);
    }
}
