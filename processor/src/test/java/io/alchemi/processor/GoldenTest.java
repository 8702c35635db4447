package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;

/**
 * What is generated for an experiment with everything in it, compared with files that people read. With {@code
 * -Dalchemi.regenerate=true} the files are written instead.
 */
class GoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @Test
    void theGeneratedSourcesAreThoseThatWereReviewed() throws IOException {
        Compilation compilation = Compile.compile(
                Samples.EXPERIMENT,
                Samples.MODEL,
                Samples.RUNTIME_CONFIG,
                Samples.TRAINER,
                Samples.TRAIN_COMMAND,
                Samples.PRETRAINER,
                Samples.COMMAND_ACTION,
                Samples.COMMAND_CONTEXT,
                Samples.ACTION_COMMAND,
                Samples.CONFIGURED_COMMAND,
                Samples.EMBED,
                Samples.COST);
        assertThat(Compile.errors(compilation)).isEmpty();
        assertThat(compilation.warnings()).isEmpty();

        for (String name : new String[] {
            "lab.ExperimentSchema",
            "lab.ExperimentLoader",
            "lab.Experiment_TrainSchema",
            "lab.Experiment_ModeDocs",
            "lab.ModelSchema",
            "lab.RuntimeConfigSchema",
            "lab.RuntimeConfigMerge",
            "lab.PretrainerMain",
            "lab.EmbedMain",
            "lab.CostMain"
        }) {
            compare(name.substring(4) + ".java", Compile.generated(compilation, name));
        }
        assertThat(compilation.generatedSourceFiles()).hasSize(12);
        compare("index", resource(compilation, "META-INF/alchemi/index"));
        assertThat(resource(compilation, "lab/lab.experiment.schema.json")).contains("\"batch_size\"");
        assertThat(resource(compilation, "lab/lab.experiment.yaml")).contains("batch_size: 64", "data: spectra.npz");
        assertThat(resource(compilation, "lab/lab.experiment.md")).contains("the loop, which reads `data`");
    }

    @Test
    void theClassOfARecordWithEveryTypeIsThatWhichWasReviewed() throws IOException {
        compare("EverythingSchema.java", Compile.generated(Compile.compile(EveryType.SOURCES), "lab.EverythingSchema"));
    }

    @Test
    void noGoldenFileIsLeftOver() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.count()).isEqualTo(12);
        }
    }

    private static String resource(Compilation compilation, String path) throws IOException {
        return compilation
                .generatedFile(StandardLocation.CLASS_OUTPUT, path)
                .orElseThrow()
                .getCharContent(false)
                .toString();
    }

    private static void compare(String file, String generated) throws IOException {
        Path golden = GOLDEN.resolve(file);
        if (Boolean.getBoolean("alchemi.regenerate")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, generated);
        }
        assertThat(golden).exists();
        assertThat(generated)
                .as("to accept: mvn -pl processor -am test -Dtest=GoldenTest -Dsurefire.failIfNoSpecifiedTests=false"
                        + " -Dalchemi.regenerate=true")
                .isEqualTo(Files.readString(golden));
    }
}
