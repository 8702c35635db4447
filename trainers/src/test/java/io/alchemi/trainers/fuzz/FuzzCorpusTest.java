package io.alchemi.trainers.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests inputs with new coverage found by a fuzzer, and inputs that once failed. */
class FuzzCorpusTest {
    @ParameterizedTest
    @EnumSource
    void everyInputIsHandled(FuzzTarget target) throws IOException {
        Path folder = Path.of("src/test/fuzz", target.name().toLowerCase(Locale.ROOT));
        List<Path> inputs;
        try (Stream<Path> files = Files.list(folder)) {
            inputs = files.sorted().toList();
        }
        for (Path input : inputs) {
            try {
                target.run(Files.readAllBytes(input));
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError(input.toString(), e);
            }
        }
        assertThat(inputs).hasSizeGreaterThan(10);
    }
}
