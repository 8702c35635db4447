package io.alchemi.trainers.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.alchemi.config.ConfigException;
import io.alchemi.config.Loader;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.testing.Agreement;
import io.alchemi.config.testing.Agreement.Verdict;
import io.alchemi.config.testing.MutationTable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The generated JSON Schema accepts what the generated loader accepts. */
class SchemaEqualsLoaderTest {
    @ParameterizedTest
    @MethodSource("io.alchemi.trainers.agreement.GoldenTest#loaders")
    void theLoaderAndTheJsonSchemaAgree(Loader<?> loader) {
        Agreement agreement = new Agreement(
                loader.schema(), loader.jsonSchema(), yaml -> problems(loader, yaml), new MutationTable());

        // Random keys of the alignment rarely satisfy all rules, which a JSON Schema cannot express.
        Map<Verdict, Integer> verdicts = agreement.compareAll(1, 1200);

        assertThat(verdicts.get(Verdict.ACCEPTED)).isGreaterThanOrEqualTo(60);
        assertThat(verdicts.get(Verdict.REJECTED)).isGreaterThanOrEqualTo(30);
    }

    private static List<Diagnostic> problems(Loader<?> loader, String yaml) {
        try {
            return loader.load(yaml).warnings();
        } catch (ConfigException e) {
            return e.diagnostics();
        }
    }

    @ParameterizedTest
    @MethodSource("io.alchemi.trainers.agreement.GoldenTest#loaders")
    void theJsonSchemaIsOfDraft7(Loader<?> loader) {
        var meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(SchemaLocation.of("http://json-schema.org/draft-07/schema#"));

        assertThat(meta.validate(loader.jsonSchema(), InputFormat.JSON)).isEmpty();
    }
}
