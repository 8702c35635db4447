package org.example.healthcheck;

import io.alchemi.schema.ConfigSchema;
import io.alchemi.schema.Default;
import io.alchemi.schema.Example;
import io.alchemi.schema.Flag;
import io.alchemi.schema.Length;
import io.alchemi.schema.Range;
import java.util.Map;
import org.example.endpoints.Endpoint;

/**
 * Check that the endpoints of services answer.
 *
 * @param endpoints the endpoints by name
 * @param concurrency maximum number of checks at the same time
 * @param json print one JSON document instead of a line per endpoint
 */
@ConfigSchema(id = "healthcheck", files = "*healthcheck.yaml", example = "healthcheck.yaml", env = "HEALTHCHECK")
public record HealthcheckConfig(
        @Length(min = 1) @Example("{database: {type: tcp, host: db.example.org, port: 5432}}")
        Map<String, Endpoint> endpoints,

        @Flag @Default("8") @Range(min = 1, max = 64) int concurrency,

        @Flag @Default("false") boolean json) {}
