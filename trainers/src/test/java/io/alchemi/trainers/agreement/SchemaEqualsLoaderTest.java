package io.alchemi.trainers.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.testing.Agreement;
import io.alchemi.config.testing.Agreement.Verdict;
import io.alchemi.trainers.mae.MaeExperimentLoader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The generated JSON Schema accepts what the generated loader accepts. */
class SchemaEqualsLoaderTest {
    private static final MaeExperimentLoader LOADER = new MaeExperimentLoader();

    @Test
    void theLoaderAndTheJsonSchemaAgree() {
        Agreement agreement = new Agreement(LOADER.schema(), LOADER.jsonSchema(), SchemaEqualsLoaderTest::problems);

        Map<Verdict, Integer> verdicts = agreement.compareAll(1, 200);

        assertThat(verdicts.get(Verdict.ACCEPTED)).isGreaterThanOrEqualTo(60);
        assertThat(verdicts.get(Verdict.REJECTED)).isGreaterThanOrEqualTo(30);
    }

    private static List<Diagnostic> problems(String yaml) {
        try {
            return LOADER.load(yaml).warnings();
        } catch (ConfigException e) {
            return e.diagnostics();
        }
    }

    @Test
    void theJsonSchemaIsOfDraft7() {
        var meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(SchemaLocation.of("http://json-schema.org/draft-07/schema#"));

        assertThat(meta.validate(LOADER.jsonSchema(), InputFormat.JSON)).isEmpty();
    }
}
