package io.alchemi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the results of an independent project, which another Maven process built and ran before this test; see the pom. */
class ExampleTest {
    private static final Path PROJECT = Path.of("target/examples/regression");
    private static final Path GENERATED = PROJECT.resolve("target/classes/org/example/regression");

    @Test
    void trainingLeftARunFolder() throws IOException {
        Path run = run();
        assertThat(run.resolve("config.yaml")).content().contains("learning_rate: 0.02", "data: inputs/photometer.csv");
        assertThat(run.resolve("log.txt")).content().contains("step 500/500  loss ");
        assertThat(run.resolve("checkpoints/final.safetensors")).isNotEmptyFile();
    }

    @Test
    void theLossWentDown() throws IOException {
        List<String> lines = Files.readAllLines(run().resolve("metrics.jsonl"));
        assertThat(lines).hasSize(500);
        double first = json(lines.get(0)).get("loss").getAsDouble();
        double last = json(lines.get(499)).get("loss").getAsDouble();
        assertThat(last).isLessThan(first / 100);
    }

    /** Sweeps can run the commands of any program. */
    @Test
    void aSweepRunsItsCommand(@TempDir(factory = TargetTempDirFactory.class) Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("my.sweep.yaml"), """
                command: regression
                config: '%s'
                over: {learning_rate: [0.01, 0.02], loop.max_steps: [100]}
                objective: {metric: loss}
                """.formatted(
                        PROJECT.resolve("regression.yaml").toAbsolutePath()));
        String dist = Checkout.REPOSITORY.resolve("trainers/target/dist").toString();
        StartedProcess sweep = StartedProcess.start(
                Files.createDirectory(folder.resolve("here")),
                Map.of(),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        PROJECT.resolve("target/classes").toAbsolutePath() + ":" + dist + "/alchemi.jar:" + dist
                                + "/lib/*",
                        "io.alchemi.command.Alchemi",
                        "sweep",
                        "run",
                        file.toString()));
        assertThat(sweep.exitCode()).as(sweep.err()).isZero();
        assertThat(sweep.out()).contains("2 trials of 'alchemi regression': 2 finished", "best  trial 1");
    }

    /** The points were generated with slope 0.42, intercept 0.05 and noise of 0.01. */
    @Test
    void theParametersAreThoseOfTheLine() throws IOException {
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(run().resolve("checkpoints/final.safetensors")))
                .order(ByteOrder.LITTLE_ENDIAN);
        int end = file.capacity();
        assertThat(file.getFloat(end - 8)).as("slope").isCloseTo(0.42f, within(0.01f));
        assertThat(file.getFloat(end - 4)).as("intercept").isCloseTo(0.05f, within(0.02f));
    }

    /** When the example was compiled, the global block was a class file without Javadoc. */
    @ParameterizedTest
    @CsvSource({
        "seed, 42, base of all randomness of a run",
        "device, auto, device to compute on",
        "dtype, float32, type of parameters and arithmetic",
        "amp_dtype, null, type for autocast",
        "deterministic, false, use only reproducible kernels",
    })
    void schemaAndPageDescribeTheGlobalBlock(String key, String value, String doc) throws IOException {
        JsonObject global = json(Files.readString(GENERATED.resolve("regression.schema.json")))
                .getAsJsonObject("definitions")
                .getAsJsonObject("RuntimeConfig");
        JsonObject described = global.getAsJsonObject("properties").getAsJsonObject(key);
        JsonElement byDefault = described.get("default");
        assertThat(byDefault == null ? "null" : byDefault.getAsString()).isEqualTo(value);
        assertThat(described.get("description").getAsString()).contains(": " + doc);
        assertThat(Files.readAllLines(GENERATED.resolve("regression.md")))
                .anyMatch(line -> line.startsWith("| `" + key + "` |") && line.contains("| `" + value + "` | " + doc));
    }

    @ParameterizedTest
    @CsvSource({"data", "learning_rate"})
    void templateHoldsEveryKey(String key) throws IOException {
        assertThat(GENERATED.resolve("regression.yaml")).content().contains("\n" + key + ": ");
    }

    private static Path run() throws IOException {
        return onlyRun(PROJECT.resolve("runs/regression"));
    }

    /** Returns the only run in a folder. */
    static Path onlyRun(Path folder) throws IOException {
        try (Stream<Path> runs = Files.list(folder)) {
            List<Path> all = runs.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }
}
