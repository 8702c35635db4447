package io.alchemi.processor.emit.jsonschema;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.layer.ConfigResolver;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.testing.Agreement;
import io.alchemi.config.testing.Agreement.Verdict;
import io.alchemi.config.testing.CatalogueSchema;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The JSON Schema accepts what the loader accepts, for each kind of scalar and each constraint in the catalogues. */
class JsonSchemaCatalogueTest {

    @ParameterizedTest
    @EnumSource
    void aKindIsCheckedAlikeWithEveryConstraint(ScalarKind kind) {
        Schema schema = CatalogueSchema.of(kind);
        Agreement agreement = new Agreement(
                schema, JsonSchema.of(schema), yaml -> ConfigResolver.check(schema, Source.text("text", yaml)));

        Map<Verdict, Integer> verdicts = agreement.compareAll(1, 60);

        assertThat(verdicts.get(Verdict.ACCEPTED)).isGreaterThan(10);
        assertThat(verdicts.get(Verdict.REJECTED)).isGreaterThan(10);
    }
}
