package io.alchemi.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of {@code metrics.jsonl} and {@code evaluations.jsonl}. */
class MetricsFileTest {
    private Path file;

    @BeforeEach
    void inEmptyFolder(@TempDir Path folder) {
        file = folder.resolve("metrics.jsonl");
    }

    private static Map<String, Double> metrics(String first, double one, String second, double other) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put(first, one);
        metrics.put(second, other);
        return metrics;
    }

    private List<String> linesWithoutTime() throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.replaceFirst("\"time\":\"[^\"]+\",", ""))
                .toList();
    }

    @Test
    void aLineIsWrittenAtOnce() throws IOException {
        Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        try (MetricsFile metrics = MetricsFile.open(file)) {
            metrics.write(7, Map.of("loss", 0.5));

            assertThat(file).content().matches("\\{\"step\":7,\"time\":\"[0-9T:.-]{23}Z\",\"loss\":0\\.5}\n");
            String time = Files.readString(file).substring(18, 42);
            assertThat(Instant.parse(time)).isBetween(before, Instant.now());
            assertThat(metrics.force()).isEqualTo(Files.size(file));
        }
    }

    @Test
    void allValuesAreDoublesOrNull() throws IOException {
        try (MetricsFile metrics = MetricsFile.open(file)) {
            metrics.write(1, metrics("loss", 1, "accuracy", 0.96875));
            metrics.write(2, metrics("loss", 1e-5, "accuracy", 1e16));
            metrics.write(3, metrics("loss", Double.NaN, "accuracy", Double.NEGATIVE_INFINITY));
            metrics.write(4, metrics("loss", -0.0, "accuracy", Double.MIN_VALUE));
        }

        assertThat(linesWithoutTime())
                .containsExactly(
                        "{\"step\":1,\"loss\":1.0,\"accuracy\":0.96875}",
                        "{\"step\":2,\"loss\":1.0E-5,\"accuracy\":1.0E16}",
                        "{\"step\":3,\"loss\":null,\"accuracy\":null}",
                        "{\"step\":4,\"loss\":-0.0,\"accuracy\":4.9E-324}");
    }

    @Test
    void theFirstLineFixesKeysAndOrder() throws IOException {
        try (MetricsFile metrics = MetricsFile.open(file)) {
            metrics.write(1, metrics("loss", 1, "tau", 2));
            metrics.write(2, metrics("tau", 4, "loss", 3));
            metrics.write(3, Map.of("tau", 5.0));

            assertThatThrownBy(() -> metrics.write(4, metrics("loss", 1, "angle", 2)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "the metric 'angle' of step 4 is not in the first line of metrics.jsonl; record it every time,"
                                    + " as NaN where it has no value");
        }

        assertThat(linesWithoutTime())
                .containsExactly(
                        "{\"step\":1,\"loss\":1.0,\"tau\":2.0}",
                        "{\"step\":2,\"loss\":3.0,\"tau\":4.0}",
                        "{\"step\":3,\"loss\":null,\"tau\":5.0}");
    }

    @Test
    void theFileOfAnotherRunIsNotReplaced() throws IOException {
        Files.writeString(file, "theirs");

        assertThatThrownBy(() -> MetricsFile.open(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file.getParent() + " has the files of another run; use an empty folder");
        assertThat(file).content().isEqualTo("theirs");
    }

    @Test
    void resumingRemovesTheLinesAfterAPositionAndKeepsTheKeys() throws IOException {
        long position;
        try (MetricsFile metrics = MetricsFile.open(file)) {
            metrics.write(1, metrics("loss", 1, "tau", 2));
            position = metrics.force();
            metrics.write(2, metrics("loss", 3, "tau", 4));
        }

        try (MetricsFile metrics = MetricsFile.resume(file, position)) {
            assertThat(linesWithoutTime()).containsExactly("{\"step\":1,\"loss\":1.0,\"tau\":2.0}");
            assertThat(metrics.force()).isEqualTo(position);
            metrics.write(2, metrics("tau", 40, "loss", 30));
            assertThat(metrics.force()).isEqualTo(Files.size(file));
            assertThatThrownBy(() -> metrics.write(3, Map.of("angle", 1.0)))
                    .hasMessageStartingWith("the metric 'angle' of step 3 is not in the first line");
        }

        assertThat(linesWithoutTime())
                .containsExactly("{\"step\":1,\"loss\":1.0,\"tau\":2.0}", "{\"step\":2,\"loss\":30.0,\"tau\":40.0}");
    }

    @Test
    void resumingAtPosition0StartsAgain() throws IOException {
        try (MetricsFile metrics = MetricsFile.open(file)) {
            metrics.write(1, Map.of("loss", 1.0));
        }

        try (MetricsFile metrics = MetricsFile.resume(file, 0)) {
            assertThat(file).isEmptyFile();
            metrics.write(1, Map.of("accuracy", 0.5));
        }

        assertThat(linesWithoutTime()).containsExactly("{\"step\":1,\"accuracy\":0.5}");
    }

    @Test
    void aFileThatWasChangedIsRefusedAndKept() throws IOException {
        Files.writeString(file, "{\"step\":1}\n{\"step\":2}\n");

        for (long bytes : List.of(10L, 23L)) {
            assertThatThrownBy(() -> MetricsFile.resume(file, bytes))
                    .isInstanceOf(IOException.class)
                    .hasMessage(file + " was changed: no line ends at byte " + bytes);
        }
        assertThat(file).content().isEqualTo("{\"step\":1}\n{\"step\":2}\n");

        Files.writeString(file, "step 1\nstep 2\n");
        assertThatThrownBy(() -> MetricsFile.resume(file, 7))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ":1: is not a JSON object");
    }
}
