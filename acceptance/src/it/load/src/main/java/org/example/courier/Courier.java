package org.example.courier;

import io.alchemi.schema.Between;
import io.alchemi.schema.ConfigSchema;
import io.alchemi.schema.Default;
import io.alchemi.schema.Example;
import io.alchemi.schema.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Delivers parcels.
 *
 * @param name the name of this instance
 * @param http the server
 */
@ConfigSchema(id = "courier", files = "courier*.yaml", env = "COURIER")
public record Courier(@Default("courier") String name, Http http) {

    /**
     * A server.
     *
     * @param url the address
     * @param timeout how long to wait for an answer
     * @param token who we are
     */
    public record Http(
            @Default("https://example.org") URI url,
            @Default("5s") @Between(min = "1s", max = "1h") Duration timeout,
            @Secret @Example("{file: /run/secrets/token}") Optional<String> token) {}
}
