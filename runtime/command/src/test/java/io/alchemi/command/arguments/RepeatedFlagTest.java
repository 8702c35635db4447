package io.alchemi.command.arguments;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.layer.ConfigResolver;
import io.alchemi.config.layer.ResolvedYaml;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.Docs;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.SchemaTextReader;
import io.alchemi.config.text.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The values of a repeated flag become the items of a list, parsed by the item type. */
class RepeatedFlagTest {
    private static final RecordSchema RECORD = SchemaTextReader.read("""
            alchemi 1
            record t.Lists
            schema t
            key names names list string default [] flag names
            key sizes sizes list int default [] flag sizes
            key rates rates list double default [] flag rates
            """);
    private static final Schema SCHEMA = new Schema(RECORD, Map.of(RECORD.type(), RECORD), type -> Docs.empty());

    @Test
    void stringsBecomeItems() {
        assertThat(resolve("names", "a", "", "64", "null", "~", "true", "a, b", "it's", "[", "a\nb", "\u2028", "#"))
                .contains(
                        "names: [a, '', '64', 'null', '~', 'true', 'a, b', 'it''s', '[', \"a\\nb\", \"\\u2028\", '#']");
    }

    @Test
    void numbersBecomeItems() {
        assertThat(resolve("sizes", "1", "-2", "1e3")).contains("sizes: [1, -2, 1000]");
        assertThat(resolve("rates", "1", ".5", "1e-4")).contains("rates: [1, 0.5, 0.0001]");
    }

    private static String resolve(String flag, String... values) {
        List<String> arguments = new ArrayList<>();
        for (String value : values) {
            arguments.add("--" + flag + "=" + value);
        }
        FlagTable table = new FlagTable(SCHEMA);
        Source settings = Source.settings(Arguments.parse(arguments, table).settings(table));
        ConfigResolver resolution = ConfigResolver.of(SCHEMA, List.of(settings), Limits.DEFAULT);
        assertThat(resolution.problems()).isEmpty();
        return ResolvedYaml.write(SCHEMA, resolution.tree(), false);
    }
}
