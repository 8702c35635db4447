package io.alchemi.processor.emit.jsonschema;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.layer.ConfigResolver;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.testing.Agreement;
import io.alchemi.config.testing.Agreement.Verdict;
import io.alchemi.processor.emit.LanguageSchema;
import io.alchemi.processor.emit.Schemas;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The JSON Schema of a description accepts what its check accepts. */
class SchemaEqualsLoaderTest {

    @Test
    void theSmallSchema() {
        assertThat(compare(Schemas.small(), 200)).containsKeys(Verdict.ACCEPTED, Verdict.REJECTED);
    }

    @Test
    void theSchemaThatHoldsEverything() {
        assertThat(compare(Schemas.rich(), 1000)).containsKeys(Verdict.ACCEPTED, Verdict.REJECTED, Verdict.LOAD_ONLY);
    }

    @Test
    void theSchemaWithEveryTypeInEveryPlace() {
        assertThat(compare(LanguageSchema.get(), 300))
                .containsKeys(Verdict.ACCEPTED, Verdict.REJECTED, Verdict.LOAD_ONLY);
    }

    private static Map<Verdict, Integer> compare(Schema schema, int documents) {
        Agreement agreement = new Agreement(
                schema, JsonSchema.of(schema), yaml -> ConfigResolver.check(schema, Source.text("text", yaml)));
        return agreement.compareAll(1, documents);
    }
}
