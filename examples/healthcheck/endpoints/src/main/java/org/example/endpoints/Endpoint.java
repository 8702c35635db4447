package org.example.endpoints;

import io.alchemi.schema.Between;
import io.alchemi.schema.ConfigRecord;
import io.alchemi.schema.Default;
import io.alchemi.schema.Discriminator;
import io.alchemi.schema.Example;
import io.alchemi.schema.Length;
import io.alchemi.schema.Range;
import io.alchemi.schema.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Address of a service that can be checked. */
@Discriminator("type")
public sealed interface Endpoint {

    /** Returns how long to wait for an answer. */
    Duration timeout();

    /**
     * Answers HTTP requests.
     *
     * @param url the address
     * @param status the expected status
     * @param headers headers of the request
     * @param token bearer token of the request
     * @param timeout how long to wait for the answer
     */
    @ConfigRecord
    record Http(
            @Example("https://example.org/health") URI url,
            @Default("200") @Range(min = 100, max = 599) int status,
            @Default("{}") Map<String, String> headers,
            @Secret @Length(min = 8) @Example("{file: /run/secrets/token}") Optional<String> token,
            @Default("5s") @Between(min = "100ms", max = "1m") Duration timeout)
            implements Endpoint {}

    /**
     * Accepts TCP connections.
     *
     * @param host name or address of the host
     * @param port the port
     * @param timeout how long to wait for the connection
     */
    @ConfigRecord
    record Tcp(
            @Example("db.example.org") @Length(min = 1) String host,
            @Example("5432") @Range(min = 1, max = 65535) int port,
            @Default("5s") @Between(min = "100ms", max = "1m") Duration timeout)
            implements Endpoint {}
}
