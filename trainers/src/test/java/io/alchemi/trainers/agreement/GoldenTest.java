package io.alchemi.trainers.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.command.Alchemi;
import io.alchemi.command.Console;
import io.alchemi.command.ExitCode;
import io.alchemi.command.index.ProgramIndex;
import io.alchemi.config.Loaded;
import io.alchemi.config.Loader;
import io.alchemi.config.testing.Golden;
import io.alchemi.config.testing.Page;
import io.alchemi.config.testing.Page.Block;
import io.alchemi.trainers.alignment.BandDepthLoader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares everything generated for the trainers with the committed files. Of the generated classes, only those of the autoencoder. */
class GoldenTest {
    private static final Path ROOT = Path.of(System.getProperty("alchemi.root"));
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
    private static final Path SOURCES = Path.of("src", "main", "java", "io", "alchemi", "trainers", "mae");
    private static final Path GENERATED =
            Path.of("target", "generated-sources", "annotations", "io", "alchemi", "trainers", "mae");

    static List<Loader<?>> loaders() {
        List<Loader<?>> loaders = new ArrayList<>();
        ProgramIndex index = ProgramIndex.ofProgram();
        index.schemas().forEach(schema -> loaders.add(index.loader(schema)));
        return loaders;
    }

    private static String id(Loader<?> loader) {
        return loader.schema().rootFacts().id();
    }

    @ParameterizedTest
    @MethodSource("loaders")
    void theJsonSchema(Loader<?> loader) throws IOException {
        Golden.compare(ROOT.resolve("configs/schemas/" + id(loader) + ".schema.json"), loader.jsonSchema());
    }

    @ParameterizedTest
    @MethodSource("loaders")
    void theTemplate(Loader<?> loader) throws IOException {
        Golden.compare(GOLDEN.resolve(id(loader) + ".yaml"), loader.template());
    }

    @ParameterizedTest
    @MethodSource("loaders")
    void theTemplateLoadsAsTheDefaults(Loader<?> loader) {
        Loaded<?> template = loader.load(loader.template());

        assertThat(template.warnings()).isEmpty();
        if (loader instanceof BandDepthLoader) {
            // The only key is required, and the template has its example.
            assertThat(template.value())
                    .isEqualTo(loader.load("bands: [{center: 1020, left: 980, right: 1060}]")
                            .value());
        } else if (id(loader).equals("sweep")) {
            assertThat(template.value())
                    .isEqualTo(loader.load(
                                    "{command: align train, config: train.yaml, over: {optimizer.lr: [1e-4, 1e-3]}}")
                            .value());
        } else {
            assertThat(template.value()).isEqualTo(loader.defaults().value());
        }
    }

    @ParameterizedTest
    @MethodSource("loaders")
    void theReferencePage(Loader<?> loader) throws IOException {
        Golden.compare(ROOT.resolve("docs/reference/" + id(loader) + ".md"), loader.referencePage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pretrain-mae", "align train"})
    void theHelp(String words) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        List<String> line = Stream.concat(Arrays.stream(words.split(" ")), Stream.of("--help"))
                .toList();
        int exit = Alchemi.run(line, new Console(stream, stream, false, Map.of()));

        assertThat(exit).isEqualTo(ExitCode.FINE);
        Golden.compare(GOLDEN.resolve(words.replace(' ', '-') + ".help.txt"), out.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MaeExperimentSchema",
                "TrainConfigSchema",
                "TrainConfig_ModeDocs",
                "MaeExperimentLoader",
                "MaePretrainerMain"
            })
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
            assertThat(files).hasSize(5);
        }
    }
}
