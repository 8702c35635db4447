package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.diagnose.DiagnosticId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The catalogue of ids. */
class CatalogueTest {
    @Test
    void aCodeIsGivenOnceAndTheyStandInOrder() {
        assertThat(Arrays.stream(DiagnosticId.values()).map(DiagnosticId::code))
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Test
    void eachProblemOfTheCompilerIsProvokedByATest() throws IOException {
        StringBuilder tests = new StringBuilder();
        try (Stream<Path> files = Files.list(Path.of("src/test/java/io/alchemi/processor"))) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                tests.append(Files.readString(file));
            }
        }
        assertThat(DiagnosticId.values())
                .filteredOn(id -> id.code().matches("ALC[19].*"))
                .allSatisfy(id -> assertThat(tests).contains(id.code()));
    }
}
