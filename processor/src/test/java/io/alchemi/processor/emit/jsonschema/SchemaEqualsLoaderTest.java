package io.alchemi.processor.emit.jsonschema;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.layer.ConfigResolver;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.testing.Agreement;
import io.alchemi.config.testing.Agreement.Verdict;
import io.alchemi.config.testing.CatalogueSchema;
import io.alchemi.config.testing.MutationTable;
import io.alchemi.processor.emit.LanguageSchema;
import io.alchemi.processor.emit.Schemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The JSON Schema of a description accepts what its check accepts. */
@TestInstance(Lifecycle.PER_CLASS)
class SchemaEqualsLoaderTest {
    private final MutationTable table = new MutationTable();

    /** A schema with every type in every place, and each kind of scalar in its collections and with its constraints. */
    static Stream<Schema> schemas() {
        List<Schema> schemas = new ArrayList<>(List.of(
                Schemas.small(),
                Schemas.rich(),
                LanguageSchema.get(),
                LanguageSchema.conditions(),
                LanguageSchema.secrets(),
                LanguageSchema.forms(),
                LanguageSchema.moves(),
                LanguageSchema.generics()));
        for (ScalarKind kind : ScalarKind.values()) {
            schemas.add(CatalogueSchema.of(kind));
        }
        return schemas.stream();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void theLoaderAndTheJsonSchemaAgree(Schema schema) {
        Agreement agreement = new Agreement(
                schema, JsonSchema.of(schema), yaml -> ConfigResolver.check(schema, Source.text("text", yaml)), table);

        int documents = schema.records().size() > 1 ? 2000 : 200;
        Map<Verdict, Integer> verdicts = agreement.compareAll(1, documents);

        assertThat(verdicts.get(Verdict.ACCEPTED)).isGreaterThan(documents / 10);
        assertThat(verdicts.get(Verdict.REJECTED)).isGreaterThan(documents / 10);
    }

    @AfterAll
    void everyTypeMetEveryMutation() {
        System.out.println(table);
        assertThat(table.zeros()).isEmpty();
    }
}
