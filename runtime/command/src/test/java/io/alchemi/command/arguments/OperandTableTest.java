package io.alchemi.command.arguments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alchemi.config.ConfigException;
import io.alchemi.config.layer.ConfigResolver;
import io.alchemi.config.layer.ResolvedYaml;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.Docs;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.SchemaTextReader;
import io.alchemi.config.text.Limits;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A list takes all remaining operands. */
class OperandTableTest {
    private static final RecordSchema RECORD = SchemaTextReader.read("""
            alchemi 1
            record t.Tables
            schema t
            key table table string operand
            key run runs list string operand
            """);
    private static final Schema SCHEMA = new Schema(RECORD, Map.of(RECORD.type(), RECORD), type -> Docs.empty());
    private static final OperandTable TABLE = new OperandTable(SCHEMA);

    @Test
    void aListTakesTheRest() {
        assertThat(TABLE.usage()).isEqualTo(" TABLE RUN…");
        assertThat(resolve("a.csv", "64")).contains("table: a.csv", "run: ['64']");
        assertThat(resolve("a.csv", "b, c", "null", "d:\\e")).contains("run: ['b, c', 'null', 'd:\\e']");
    }

    @Test
    void aListNeedsOneOperand() {
        assertThatThrownBy(() -> resolve("a.csv"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("missing argument RUN");
    }

    private static String resolve(String... operands) {
        Source settings = Source.settings(TABLE.settings("t", "t" + TABLE.usage(), List.of(operands)));
        ConfigResolver resolution = ConfigResolver.of(SCHEMA, List.of(settings), Limits.DEFAULT);
        assertThat(resolution.problems()).isEmpty();
        return ResolvedYaml.write(SCHEMA, resolution.tree(), false);
    }
}
