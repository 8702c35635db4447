package io.alchemi.config.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemaFlagsTest {

    @Test
    void theFlagsOfSectionsAreListedInTheOrderOfTheKeys() {
        SchemaFlags flags = flags(
                "record t.Root\nkey a a int flag a\nkey part part record t.Part\nkey b b int flag bee",
                """
                record t.Part
                key x x int flag x
                key inner inner record t.Inner nullable
                """,
                "record t.Inner\nkey y y int flag y");

        assertThat(paths(flags)).containsExactly("--a a", "--x part.x", "--y part.inner.y", "--bee b");
    }

    @Test
    void aRecordWithTwoPlacesHasItsFlagsOnce() {
        SchemaFlags flags = flags(
                "record t.Root\nkey a a record t.Part\nkey b b record t.Part", "record t.Part\nkey x x int flag x");

        assertThat(paths(flags)).containsExactly("--x a.x or b.x");
    }

    @Test
    void aRecordThatContainsItselfManyTimesIsVisitedTwice() {
        StringBuilder root = new StringBuilder("record t.Root\nkey lr lr double flag lr");
        for (int i = 0; i < 30; i++) {
            root.append("\nkey k" + i + " k" + i + " record t.Root nullable");
        }
        root.append("\nkey part part record t.Part");
        SchemaFlags flags = flags(root.toString(), "record t.Part\nkey x x int flag x");

        assertThat(paths(flags)).containsExactly("--lr lr or k0.lr", "--x k0.part.x or part.x");
    }

    @Test
    void aRecordOfAListIsNoSection() {
        SchemaFlags flags = flags("record t.Root\nkey a a list record t.Part", "record t.Part\nkey x x int flag x");

        assertThat(paths(flags)).isEmpty();
        assertThat(flags.reaches(read("record t.Part"))).isFalse();
        assertThat(flags.reaches(read("record t.Root"))).isTrue();
    }

    @Test
    void theNamesAreAllThatACommandLineMayWrite() {
        SchemaFlags flags = flags("""
                record t.Root
                schema t file t.yaml
                key posenc posenc boolean alias pos flag posenc short p
                key no_mask no_mask boolean flag no-mask
                key a a int alias alpha flag a
                """);

        assertThat(flags.flags())
                .extracting(flag -> String.join(" ", flag.names()))
                .containsExactly("--posenc --no-posenc --pos --no-pos -p", "--no-mask", "--a --alpha");
    }

    @Test
    void anOptionOfACommandHasAnOppositeOnlyIfItIsOnByDefault() {
        SchemaFlags flags = flags("""
                record t.Options
                key strict strict boolean default false flag strict
                key header header boolean default true flag header
                """);

        assertThat(flags.flags())
                .extracting(flag -> String.join(" ", flag.names()))
                .containsExactly("--strict", "--header --no-header");
    }

    private static List<String> paths(SchemaFlags flags) {
        List<String> paths = new ArrayList<>();
        for (SchemaFlag flag : flags.flags()) {
            String second = flags.secondPath(flag);
            paths.add("--" + flag.name() + " " + flag.path() + (second == null ? "" : " or " + second));
        }
        return paths;
    }

    private static SchemaFlags flags(String... texts) {
        Map<String, RecordSchema> records = new LinkedHashMap<>();
        for (String text : texts) {
            RecordSchema record = read(text);
            records.put(record.type(), record);
        }
        return new SchemaFlags(new Schema(records.values().iterator().next(), records, type -> Docs.empty()));
    }

    private static RecordSchema read(String text) {
        return SchemaTextReader.read(SchemaText.VERSION + "\n" + text);
    }
}
