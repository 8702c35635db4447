package io.alchemi.config.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.schema.JarIndex.CommandEntry;
import io.alchemi.config.schema.JarIndex.SchemaEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

class JarIndexTest {
    private static final List<String> HOSTILE = List.of(
            "",
            " ",
            "a b",
            " a",
            "a ",
            "\"",
            "a\"b",
            "\"a\"",
            "\\",
            "\\\"",
            "a\\nb",
            "\t",
            "a\tb",
            "a\nb",
            "\r\n",
            "é",
            "日本",
            "😀",
            "a\u2028b",
            "schema",
            "command");

    /** A distribution appends the index of one jar to that of another, with an empty line between. */
    @Test
    void indexesThatWereAppendedAreReadAsOne() {
        String first = new JarIndex(List.of(new SchemaEntry("lab", "lab.L", List.of("lab*.yaml"))), List.of()).write();
        String second = new JarIndex(List.of(), List.of(new CommandEntry("lab match", "lab.M", ""))).write();

        assertThat(JarIndex.read(first + "\n" + second + "\n"))
                .isEqualTo(new JarIndex(
                        List.of(new SchemaEntry("lab", "lab.L", List.of("lab*.yaml"))),
                        List.of(new CommandEntry("lab match", "lab.M", ""))));
    }

    @Test
    void everyNameIsReadBack() {
        for (String name : HOSTILE) {
            JarIndex index = new JarIndex(
                    List.of(
                            new SchemaEntry(name, name, List.of(name, "x", name)),
                            new SchemaEntry("lab", "lab.L", List.of())),
                    List.of(new CommandEntry(name, name, name), new CommandEntry("a b", "lab.M", "lab")));

            assertThat(JarIndex.read(index.write())).as(index.write()).isEqualTo(index);
        }
        assertThat(JarIndex.read("")).isEqualTo(new JarIndex(List.of(), List.of()));
    }

    @Test
    void aLineForEachEntry() {
        JarIndex index = new JarIndex(
                List.of(new SchemaEntry("train.mae", "lab.MaeLoader", List.of("train.mae*.yaml", "my \"lab\".yaml"))),
                List.of(new CommandEntry("align train", "lab.AlignMain", "alignment")));

        assertThat(index.write()).isEqualTo("""
                        schema train.mae lab.MaeLoader train.mae*.yaml "my \\"lab\\".yaml"
                        command "align train" lab.AlignMain alignment
                        """);
    }
}
