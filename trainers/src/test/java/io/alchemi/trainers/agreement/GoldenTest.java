package io.alchemi.trainers.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.command.Alchemi;
import io.alchemi.command.Console;
import io.alchemi.command.ExitCode;
import io.alchemi.config.Loaded;
import io.alchemi.config.testing.Golden;
import io.alchemi.config.testing.Page;
import io.alchemi.config.testing.Page.Block;
import io.alchemi.trainers.mae.MaeExperiment;
import io.alchemi.trainers.mae.MaeExperimentLoader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All that is generated for the masked autoencoder, beside what is committed of it. */
class GoldenTest {
    private static final MaeExperimentLoader LOADER = new MaeExperimentLoader();
    private static final Path ROOT = Path.of(System.getProperty("alchemi.root"));
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
    private static final Path SOURCES = Path.of("src", "main", "java", "io", "alchemi", "trainers", "mae");
    private static final Path GENERATED =
            Path.of("target", "generated-sources", "annotations", "io", "alchemi", "trainers", "mae");

    @Test
    void theJsonSchema() throws IOException {
        Golden.compare(ROOT.resolve("configs/schemas/train.mae.schema.json"), LOADER.jsonSchema());
    }

    @Test
    void theTemplate() throws IOException {
        Golden.compare(GOLDEN.resolve("train.mae.yaml"), LOADER.template());
    }

    @Test
    void theTemplateLoadsAsTheDefaults() {
        Loaded<MaeExperiment> template = LOADER.load(LOADER.template());

        assertThat(template.warnings()).isEmpty();
        // No key is required, so that no example of a key is in it.
        assertThat(template.value()).isEqualTo(LOADER.defaults().value());
    }

    @Test
    void theReferencePage() throws IOException {
        Golden.compare(GOLDEN.resolve("train.mae.md"), LOADER.referencePage());
        Golden.compare(ROOT.resolve("docs/reference/train.mae.md"), LOADER.referencePage());
    }

    @Test
    void theHelp() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        int exit = Alchemi.run(List.of("pretrain-mae", "--help"), new Console(stream, stream, false, Map.of()));

        assertThat(exit).isEqualTo(ExitCode.FINE);
        Golden.compare(GOLDEN.resolve("pretrain-mae.help.txt"), out.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MaeExperimentSchema", "TrainConfigSchema", "MaeExperimentLoader", "MaePretrainerMain"})
    void theGeneratedClass(String name) throws IOException {
        Golden.compare(GOLDEN.resolve(name + ".java"), Files.readString(GENERATED.resolve(name + ".java")));
    }

    @Test
    void thePageAboutGeneratedClasses() throws IOException {
        Page page = new Page(ROOT.resolve("docs/generated.md"));
        Map<Block, String> texts = new HashMap<>();
        for (Block block : page.blocks()) {
            String record = Files.readString(SOURCES.resolve("TrainConfig.java"));
            texts.put(
                    block,
                    block.name().equals("TrainConfig.java")
                            ? record.substring(record.indexOf("public record"))
                            : Files.readString(GENERATED.resolve(block.name())));
        }
        assertThat(texts).hasSize(3);
        page.compare(texts);
    }

    @Test
    void noOtherClassIsGenerated() throws IOException {
        try (Stream<Path> files = Files.list(GENERATED)) {
            assertThat(files).hasSize(4);
        }
    }
}
