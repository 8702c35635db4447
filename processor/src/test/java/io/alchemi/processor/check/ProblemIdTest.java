package io.alchemi.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The catalogue of ids. */
class ProblemIdTest {
    @Test
    void anIdIsGivenOnce() {
        assertThat(Arrays.stream(ProblemId.values()).map(ProblemId::id)).doesNotHaveDuplicates();
    }

    @Test
    void eachProblemIsProvokedByATest() throws IOException {
        StringBuilder tests = new StringBuilder();
        try (Stream<Path> files = Files.list(Path.of("src/test/java/io/alchemi/processor"))) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                tests.append(Files.readString(file));
            }
        }
        assertThat(ProblemId.values()).allSatisfy(problem -> assertThat(tests).contains(problem.id()));
    }
}
