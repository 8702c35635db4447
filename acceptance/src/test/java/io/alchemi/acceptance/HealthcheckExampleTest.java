package io.alchemi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the health checker, a program of two modules, which another Maven process built and tested before this test. */
class HealthcheckExampleTest {
    private static final Path PROJECT =
            Path.of("target/examples/healthcheck/healthcheck").toAbsolutePath();
    private static final String SECRET = "correct-horse";
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String ALCHEMI = "io.alchemi.command/io.alchemi.command.Alchemi";
    private static final String MAIN = "org.example.healthcheck/org.example.healthcheck.HealthcheckMain";

    @TempDir(factory = TargetTempDirFactory.class)
    Path folder;

    private HttpServer server;
    private Path here;

    /** Starts a server that answers 200 to requests with the token of the file, and 401 to others. */
    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            exchange.sendResponseHeaders(("Bearer " + SECRET).equals(authorization) ? 200 : 401, -1);
            exchange.close();
        });
        server.start();
        here = Files.createDirectory(folder.resolve("here"));
        Files.writeString(here.resolve("token.txt"), SECRET + "\n");
        int port = server.getAddress().getPort();
        Files.writeString(here.resolve("healthcheck.yaml"), """
                endpoints:
                  api: {type: http, url: 'http://127.0.0.1:%d/', token: {file: token.txt}}
                  database: {type: tcp, host: 127.0.0.1, port: %d}
                """.formatted(port, port));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void itsOwnTestsRan() {
        assertThat(PROJECT.resolve("target/surefire-reports").toFile().list())
                .contains("TEST-org.example.healthcheck.HealthcheckTest.xml");
    }

    @Test
    void theClassPathHasNeitherAnEngineNorAJsonLibrary() throws IOException {
        List<String> jars = Stream.of(classPath().split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).getFileName().toString())
                .toList();
        assertThat(jars)
                .hasSize(4)
                .satisfiesExactlyInAnyOrder(
                        jar -> assertThat(jar).isEqualTo("classes"),
                        jar -> assertThat(jar).startsWith("alchemi-config-"),
                        jar -> assertThat(jar).startsWith("alchemi-command-"),
                        jar -> assertThat(jar).startsWith("snakeyaml-"));
    }

    @Test
    void eachHealthyEndpointIsOneLine() throws IOException {
        StartedProcess check = run(MAIN, Map.of());
        assertThat(check.exitCode()).as(check.err()).isZero();
        assertThat(check.out()).isEqualTo("ok    api: status 200\nok    database: connected\n");
    }

    @Test
    void anEndpointThatFailsIsExitCode1() throws IOException {
        StartedProcess check =
                run(MAIN, Map.of(), "healthcheck.yaml", "--json", "--set", "endpoints.api.token=battery-staple");
        assertThat(check.exitCode()).isOne();
        assertThat(check.out())
                .isEqualTo("[{\"name\": \"api\", \"healthy\": false, \"message\": \"status 401, expected 200\"},"
                        + " {\"name\": \"database\", \"healthy\": true, \"message\": \"connected\"}]\n");
    }

    @Test
    void aTypoIsExplainedAndSecretsAreNotShown() throws IOException {
        Files.writeString(here.resolve("typo.yaml"), """
                endpoints:
                  api:
                    type: http
                    url: http://127.0.0.1/
                    tokn: correct-horse
                    timeout: 2h
                """);
        StartedProcess check = run(MAIN, Map.of(), "typo.yaml");
        assertThat(check.exitCode()).isEqualTo(65);
        assertThat(check.err())
                .contains(
                        "typo.yaml:5:5: error: unknown key 'tokn' in 'endpoints.api' [ALC201]",
                        "did you mean 'token'?",
                        "error: 'endpoints.api.timeout' is '2h', but must be ≥ 100ms and ≤ 1m [ALC318]")
                .doesNotContain(SECRET);
    }

    @Test
    void aProblemNamesTheVariable() throws IOException {
        StartedProcess check = run(MAIN, Map.of("HEALTHCHECK_ENDPOINTS__DATABASE__PORT", "x"));
        assertThat(check.exitCode()).isEqualTo(65);
        assertThat(check.err()).contains("HEALTHCHECK_ENDPOINTS__DATABASE__PORT: error: ");
    }

    @Test
    void helpListsItsFlags() throws IOException {
        StartedProcess help = run(MAIN, Map.of(), "--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out())
                .startsWith("Check that the endpoints of services answer.\n\nUsage: healthcheck [CONFIG…] [options]\n")
                .contains("--concurrency N", "--[no-]json");
    }

    @Test
    void itHasTheCommandsForConfigurations() throws IOException {
        StartedProcess validate = run(MAIN, Map.of(), "validate", "healthcheck.yaml");
        assertThat(validate.exitCode()).as(validate.err()).isZero();

        StartedProcess show = run(
                MAIN,
                Map.of("HEALTHCHECK_ENDPOINTS__DATABASE__TIMEOUT", "1s"),
                "config",
                "show",
                "healthcheck.yaml",
                "--origins");
        assertThat(show.exitCode()).as(show.err()).isZero();
        assertThat(show.out())
                .containsPattern("timeout: 1s +# HEALTHCHECK_ENDPOINTS__DATABASE__TIMEOUT")
                .containsPattern("token: \\{file: .*token.txt'?} +# healthcheck.yaml:2:")
                .containsPattern("concurrency: 8 +# default")
                .doesNotContain(SECRET);
    }

    /** The program itself needs no open packages. */
    @Test
    void aPackageThatIsNotOpenToAlchemiIsNamed() throws IOException {
        StartedProcess validate = run(ALCHEMI, Map.of(), "validate", "healthcheck.yaml");

        assertThat(validate.exitCode()).isOne();
        assertThat(validate.err())
                .startsWith("error: cannot use org.example.healthcheck.")
                .endsWith("; add 'opens org.example.healthcheck to io.alchemi.command;' to the module-info.java of"
                        + " org.example.healthcheck\n");
    }

    @Test
    void anUnresolvedModuleIsReported() throws IOException {
        StartedProcess validate = StartedProcess.start(
                here,
                Map.of(),
                List.of(JAVA, "--module-path", modulePath(), "--module", ALCHEMI, "validate", "healthcheck.yaml"));

        assertThat(validate.exitCode()).isEqualTo(2);
        assertThat(validate.err()).contains("the file name matches no schema", "--add-modules");
    }

    @Test
    void completionIsPrinted() throws IOException {
        StartedProcess completion = run(MAIN, Map.of(), "completion", "bash");
        assertThat(completion.exitCode()).as(completion.err()).isZero();
        assertThat(completion.out()).contains("_healthcheck() {");
    }

    private static String modulePath() throws IOException {
        return PROJECT.resolve("target/classes") + File.pathSeparator + classPath();
    }

    private static String classPath() throws IOException {
        return Files.readString(PROJECT.resolve("target/classpath.txt")).strip();
    }

    private StartedProcess run(String main, Map<String, String> variables, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                JAVA,
                "-Dstdout.encoding=UTF-8",
                "-Dfile.encoding=UTF-8",
                "--module-path",
                modulePath(),
                "--add-modules",
                "org.example.healthcheck",
                "--module",
                main));
        command.addAll(List.of(arguments));
        return StartedProcess.start(here, variables, command);
    }
}
