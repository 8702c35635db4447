package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A project with all warnings as errors needs our jars and SnakeYAML alone. */
class ConsumerTest {
    private static final String CAMERA = """
            package lab;

            import io.alchemi.schema.*;
            import java.util.Optional;

            /**
             * A camera.
             *
             * @param name its name
             * @param lens what it looks through
             */
            @ConfigSchema(id = "camera")
            public record Camera(Optional<String> name, Lens lens) {
                /**
                 * A lens.
                 *
                 * @param focus length
                 */
                public record Lens(@Default("50") double focus) {}
            }
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void aModuleCompilesWithoutJSpecify(int release) throws Exception {
        Map<String, String> sources = new HashMap<>(Javac.sources(CAMERA));
        sources.put(
                "module-info.java",
                "module lab { requires static io.alchemi.schema; requires io.alchemi.config; exports lab; }");

        Javac.JavacResult result =
                Javac.of(release).attempt(folder.resolve("out"), List.of(), true, sources, "jspecify");

        assertThat(result.output()).isEmpty();
        assertThat(result.status()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void testsWithoutRecordsCompileWithTheOptionOfTheProcessor(int release) throws Exception {
        String test = "package lab;\n\nclass CameraTest {\n    @Deprecated\n    void test() {}\n}\n";

        Javac.JavacResult result = Javac.of(release)
                .attempt(
                        folder.resolve("out"),
                        List.of(),
                        false,
                        Javac.sources(test),
                        "no such jar",
                        "-Aalchemi.root=" + folder);

        assertThat(result.output()).isEmpty();
        assertThat(result.status()).isZero();
    }

    @Test
    void aParameterInAnotherCaseIsRecognized() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        /**
                         * A training.
                         *
                         * @param batchsize how many at once
                         */
                        @ConfigSchema(id = "train")
                        record Train(@Default("1") int batchSize) {}
                        """))
                .containsExactly(
                        "Train.java:11 record: '@param batchsize' in the Javadoc of Train does not match any component. Did"
                                + " you mean 'batchSize'? [ALC106]");
    }
}
