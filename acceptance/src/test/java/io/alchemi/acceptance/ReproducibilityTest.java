package io.alchemi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.alchemi.config.schema.RuntimeKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the statements of docs/reproducibility.md about processes: which trainings give the same bits in metrics and parameters. */
class ReproducibilityTest {
    private static final Path PAGE = Checkout.REPOSITORY.resolve("docs/reproducibility.md");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

    @TempDir(factory = TargetTempDirFactory.class)
    private static Path folder;

    private static Checkout checkout;
    private static final Map<String, Bits> FIRST = new HashMap<>();
    private static int runs;

    @BeforeAll
    static void build() throws IOException {
        checkout = Checkout.built(folder);
    }

    /** The metrics of a run without measured times, and its final parameters. */
    private record Bits(List<JsonObject> metrics, List<JsonObject> evaluations, ByteBuffer parameters) {}

    @ParameterizedTest
    @CsvSource({"pretrain-mae, 1", "pretrain-mae, 2", "align train, 1", "align train, 2"})
    void twoProcessesGiveTheSameBits(String command, String threads) throws IOException {
        assertThat(first(command, threads).metrics).hasSize(6);
        assertThat(train(Map.of(), command, threads)).isEqualTo(first(command, threads));
    }

    /** The launcher sets environment variables for speed. Without them, threads wait and memory is allocated in another way. */
    @Test
    void theVariablesOfTheLauncherChangeNoBits() throws IOException {
        Map<String, String> others = Map.of(
                "GOMP_SPINCOUNT", "0",
                "MALLOC_TRIM_THRESHOLD_", "131072",
                "MALLOC_MMAP_THRESHOLD_", "131072",
                "MALLOC_TOP_PAD_", "131072");
        assertThat(train(others, "align train", "2")).isEqualTo(first("align train", "2"));
    }

    @ParameterizedTest
    @CsvSource({"pretrain-mae", "align train"})
    void anotherJdkGivesTheSameBits(String command) throws IOException {
        String variable = Runtime.version().feature() == 17 ? "JAVA25_HOME" : "JAVA17_HOME";
        String home = System.getenv(variable);
        assumeTrue(home != null, variable + " is not set");
        assertThat(train(Map.of("JAVA_HOME", home), command, "1")).isEqualTo(first(command, "1"));
    }

    /** Each statement names an existing test. */
    @Test
    void theTestsOnThePageExist() throws IOException {
        Map<String, String> sources = new HashMap<>();
        try (Stream<Path> files = Files.walk(Checkout.REPOSITORY)) {
            for (Path file : files.filter(path -> path.toString().endsWith("Test.java"))
                    .filter(path -> !path.toString().contains("/target/"))
                    .toList()) {
                sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
        Matcher tests = TEST.matcher(Files.readString(PAGE));
        int found = 0;
        while (tests.find()) {
            assertThat(sources).containsKey(tests.group(1));
            assertThat(sources.get(tests.group(1))).contains("void " + tests.group(2) + "(");
            found++;
        }
        assertThat(found).isGreaterThan(8);
    }

    /** Returns the result of the first run of a command, which several tests repeat. */
    private static Bits first(String command, String threads) throws IOException {
        String key = command + threads;
        Bits first = FIRST.get(key);
        if (first == null) {
            first = train(Map.of(), command, threads);
            FIRST.put(key, first);
        }
        return first;
    }

    private static Bits train(Map<String, String> variables, String command, String threads) throws IOException {
        String name = "run" + runs++;
        String configuration = command.equals("pretrain-mae") ? "train.mae.small.yaml" : "phase2/alignment.learns.yaml";
        Path file = checkout.configuration().resolveSibling(configuration);
        String line = "'" + checkout.launcher() + "' " + command + " '" + file
                + "' --max-steps 6 --quiet --name " + name
                + (command.equals("pretrain-mae") ? " " : " --set trainer.eval_every=3 --set trainer.eval_pairs=16 ")
                + "--threads " + threads;
        StartedProcess training = checkout.start(variables, "sh", "-c", line);
        assertThat(training.exitCode()).as(training.err()).isZero();
        Path run = run(command, name);
        return new Bits(lines(run, "metrics.jsonl"), lines(run, "evaluations.jsonl"), parameters(run));
    }

    private static Path run(String command, String name) throws IOException {
        try (Stream<Path> all = Files.list(checkout.elsewhere().resolve("runs").resolve(command.replace(' ', '-')))) {
            return all.filter(run -> run.toString().endsWith("-" + name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<JsonObject> lines(Path run, String file) throws IOException {
        Path lines = run.resolve(file);
        if (!Files.exists(lines)) {
            return List.of(); // A run without evaluations has no evaluations file.
        }
        return Files.readAllLines(lines).stream()
                .map(line -> {
                    JsonObject json = JsonParser.parseString(line).getAsJsonObject();
                    RuntimeKey.measured().forEach(json::remove);
                    return json;
                })
                .toList();
    }

    private static ByteBuffer parameters(Path run) throws IOException {
        return ByteBuffer.wrap(Files.readAllBytes(run.resolve("checkpoints/final.safetensors")));
    }
}
