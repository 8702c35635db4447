package io.alchemi.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.layer.ConfigResolver;
import io.alchemi.config.layer.ResolvedYaml;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.testing.Decisions;
import io.alchemi.config.testing.Documents;
import io.alchemi.config.text.Limits;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is printed of a resolved configuration says the same when it is read again, for a schema that holds everything. */
class ResolvedYamlTest {
    private static final Schema SCHEMA = Schemas.rich();

    @Test
    void whatIsPrintedReadsAsTheSame() {
        int compared = 0;
        for (int seed = 1; seed <= 300; seed++) {
            String yaml = Documents.nextGood(SCHEMA, Decisions.ofSeed(seed));
            ConfigResolver first = resolve(yaml);
            if (first.isValid()) {
                String printed = ResolvedYaml.write(SCHEMA, first.tree(), false);
                ConfigResolver second = resolve(printed);

                assertThat(second.problems())
                        .as("seed %s\n%s\n%s", seed, yaml, printed)
                        .isEmpty();
                assertThat(ResolvedYaml.write(SCHEMA, second.tree(), false))
                        .as("seed %s\n%s", seed, yaml)
                        .isEqualTo(printed);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    private static ConfigResolver resolve(String yaml) {
        return ConfigResolver.of(SCHEMA, List.of(Source.text("text", yaml)), Limits.DEFAULT);
    }
}
