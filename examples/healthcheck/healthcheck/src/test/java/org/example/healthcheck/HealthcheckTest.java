package org.example.healthcheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.alchemi.command.CommandContext;
import io.alchemi.config.ConfigException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.example.endpoints.Endpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthcheckTest {
    private static final Path FILE = Path.of("healthcheck.yaml");

    private final HealthcheckConfigLoader loader = new HealthcheckConfigLoader();
    private HttpServer server;

    /** Starts a server that answers 204 to requests with the token, and 401 to others. */
    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/health", exchange -> {
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            exchange.sendResponseHeaders("Bearer correct-horse".equals(authorization) ? 204 : 401, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void anEndpointThatAnswersAsExpectedIsHealthy() throws IOException {
        assertEquals("0 ok    api: status 204\n", run(Map.of("api", http("correct-horse")), false));
    }

    @Test
    void anotherStatusFails() throws IOException {
        assertEquals("1 FAIL  api: status 401, expected 204\n", run(Map.of("api", http("battery-staple")), false));
    }

    @Test
    void aPortIsCheckedByConnecting() throws IOException {
        Endpoint open = tcp(server.getAddress().getPort());
        assertEquals("0 ok    database: connected\n", run(Map.of("database", open), false));

        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        assertTrue(run(Map.of("database", tcp(closed)), false).startsWith("1 FAIL  database: "));
    }

    @Test
    void theReportIsJson() throws IOException {
        assertEquals(
                "0 [{\"name\": \"a\\\"b\", \"healthy\": true, \"message\": \"status 204\"}]\n",
                run(Map.of("a\"b", http("correct-horse")), true));
    }

    @Test
    void theConfigurationOfTheProjectLoads() {
        HealthcheckConfig config = loader.load(FILE).value();

        assertEquals(4, config.concurrency());
        Endpoint.Http api = (Endpoint.Http) config.endpoints().get("api");
        assertEquals(Optional.of("example-token"), api.token());
        assertEquals(Duration.ofSeconds(2), api.timeout());
    }

    @Test
    void aConfigurationThatIsBuiltCanBeWritten() {
        HealthcheckConfig config = HealthcheckConfigSchema.builder()
                .endpoints(Map.of("database", tcp(5432)))
                .concurrency(2)
                .build();

        assertEquals(config, loader.load(loader.write(config)).value());
    }

    @Test
    void aTypoIsReportedWithItsLocation() {
        ConfigException mistake = assertThrows(
                ConfigException.class,
                () -> loader.load("endpoints:\n  api: {type: http, url: http://127.0.0.1/, timout: 5s, token: hunter22}\n"));

        assertTrue(mistake.getMessage().contains("error: unknown key 'timout' in 'endpoints.api'"), mistake.getMessage());
        assertTrue(mistake.getMessage().contains("did you mean 'timeout'?"), mistake.getMessage());
        assertFalse(mistake.getMessage().contains("hunter22"), mistake.getMessage());
    }

    private Endpoint http(String token) {
        return new Endpoint.Http(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/health"),
                204,
                Map.of(),
                Optional.of(token),
                Duration.ofSeconds(5));
    }

    private static Endpoint tcp(int port) {
        return new Endpoint.Tcp("127.0.0.1", port, Duration.ofSeconds(5));
    }

    /** Returns the exit code and the output. */
    private static String run(Map<String, Endpoint> endpoints, boolean json) throws IOException {
        HealthcheckConfig config = HealthcheckConfigSchema.builder()
                .endpoints(endpoints)
                .json(json)
                .build();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code = new Healthcheck().run(config, new CommandContext(stream, stream));
        return code + " " + out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
