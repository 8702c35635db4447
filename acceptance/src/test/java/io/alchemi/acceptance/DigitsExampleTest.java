package io.alchemi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests the digits example, which another Maven process built, tested and trained before this test. */
class DigitsExampleTest {
    private static final Path PROJECT = Path.of("target/examples/digits");

    @Test
    void theClassifierIsAccurateAndStoppedEarly() throws IOException {
        List<JsonObject> evaluations = Files.readAllLines(run().resolve("evaluations.jsonl")).stream()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();
        JsonObject last = evaluations.get(evaluations.size() - 1);
        assertThat(last.get("accuracy").getAsDouble()).isGreaterThanOrEqualTo(0.96);
        assertThat(last.get("step").getAsInt()).isLessThan(2000);
        assertThat(run().resolve("log.txt")).content().contains("accuracy has not improved in 10 evaluations");
    }

    @Test
    void theBestAndTheFinalParametersWereSaved() throws IOException {
        assertThat(run().resolve("checkpoints/best.safetensors")).isNotEmptyFile();
        assertThat(run().resolve("checkpoints/final.safetensors")).isNotEmptyFile();
    }

    @Test
    void itsOwnTestsRan() {
        assertThat(PROJECT.resolve("target/surefire-reports").toFile().list())
                .contains("TEST-org.example.digits.DigitsTrainerTest.xml", "TEST-org.example.digits.ImageTest.xml");
    }

    @Test
    void theTrainerIsShort() throws IOException {
        Path trainer =
                Checkout.REPOSITORY.resolve("examples/digits/src/main/java/org/example/digits/DigitsTrainer.java");
        assertThat(Files.readAllLines(trainer).stream().filter(line -> !line.isBlank() && !line.startsWith("import ")))
                .hasSizeLessThanOrEqualTo(40);
    }

    private static Path run() throws IOException {
        return ExampleTest.onlyRun(PROJECT.resolve("runs/digits"));
    }
}
