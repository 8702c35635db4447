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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is printed of a resolved configuration says the same when it is read again, for schemas that hold everything. */
class ResolvedYamlTest {
    static List<Schema> schemas() {
        return List.of(Schemas.rich(), LanguageSchema.forms());
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void whatIsPrintedReadsAsTheSame(Schema schema) {
        int compared = 0;
        for (int seed = 1; seed <= 300; seed++) {
            String yaml = Documents.nextGood(schema, Decisions.ofSeed(seed));
            ConfigResolver first = resolve(schema, yaml);
            if (first.isValid()) {
                String printed = ResolvedYaml.write(schema, first.tree(), false);
                ConfigResolver second = resolve(schema, printed);

                assertThat(second.problems())
                        .as("seed %s\n%s\n%s", seed, yaml, printed)
                        .isEmpty();
                assertThat(ResolvedYaml.write(schema, second.tree(), false))
                        .as("seed %s\n%s", seed, yaml)
                        .isEqualTo(printed);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    private static ConfigResolver resolve(Schema schema, String yaml) {
        return ConfigResolver.of(schema, List.of(Source.text("text", yaml)), Limits.DEFAULT);
    }
}
