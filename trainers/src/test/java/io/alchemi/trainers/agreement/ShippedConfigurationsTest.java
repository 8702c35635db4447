package io.alchemi.trainers.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alchemi.command.index.ProgramIndex;
import io.alchemi.command.index.SchemaOfFile;
import io.alchemi.config.Loaded;
import io.alchemi.config.Loader;
import io.alchemi.config.layer.FileText;
import io.alchemi.config.layer.ResolvedYaml;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.JarIndex.SchemaEntry;
import io.alchemi.config.text.Limits;
import io.alchemi.trainers.alignment.AlignmentExperiment;
import io.alchemi.trainers.alignment.AlignmentExperimentLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests all shipped configurations and schemas. */
class ShippedConfigurationsTest {
    private static final Path CONFIGS = Path.of(System.getProperty("alchemi.root"), "configs");
    private static final ProgramIndex INDEX = ProgramIndex.ofProgram();

    static List<Path> configurations() throws IOException {
        try (Stream<Path> files = Files.walk(CONFIGS)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    static List<SchemaEntry> schemas() {
        return INDEX.schemas();
    }

    @Test
    void configurationsAreFound() throws IOException {
        assertThat(configurations())
                .contains(
                        CONFIGS.resolve("train.mae.yaml"),
                        CONFIGS.resolve("train.mae.small.yaml"),
                        CONFIGS.resolve("phase2/alignment.yaml"),
                        CONFIGS.resolve("phase2/alignment.learns.yaml"),
                        CONFIGS.resolve("phase2/alignment.first.yaml"),
                        CONFIGS.resolve("phase2/banddepth.yaml"));
        assertThat(schemas()).extracting(SchemaEntry::id).contains("train.mae", "alignment", "banddepth");
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void aConfigurationLoadsWithoutWarnings(Path file) {
        assertThat(INDEX.loader(new SchemaOfFile(INDEX).of(FileText.of(file, Limits.DEFAULT), new ArrayList<>()))
                        .load(file)
                        .warnings())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void theModelineNamesAnExistingSchema(Path file) throws IOException {
        String modeline = Files.readAllLines(file).get(0);
        assertThat(modeline).startsWith("# yaml-language-server: $schema=");

        Path schema = file.resolveSibling(modeline.substring(modeline.indexOf('=') + 1));
        assertThat(schema).exists();
        assertThat(Files.readString(schema))
                .isEqualTo(INDEX.loader(
                                new SchemaOfFile(INDEX).of(FileText.of(file, Limits.DEFAULT), new ArrayList<>()))
                        .jsonSchema());
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void aResolvedConfigurationLoadsAsTheSameRecord(Path file) {
        Loader<?> loader =
                INDEX.loader(new SchemaOfFile(INDEX).of(FileText.of(file, Limits.DEFAULT), new ArrayList<>()));
        Loaded<?> loaded = loader.load(file);

        for (boolean origins : new boolean[] {false, true}) {
            Loaded<?> again = loader.load(ResolvedYaml.write(loader.schema(), loaded.tree(), origins));

            assertThat(again.value()).isEqualTo(loaded.value());
            assertThat(again.warnings()).isEmpty();
        }
    }

    /** A schema with a required key has no complete defaults. Its template has the example instead, see GoldenTest. */
    @ParameterizedTest
    @MethodSource("schemas")
    void theDefaultsOfASchemaAreValid(SchemaEntry entry) {
        Loader<?> loader = INDEX.loader(entry);
        if (entry.id().equals("banddepth")) {
            assertThatThrownBy(loader::defaults).hasMessageContaining("'bands' is missing");
            return;
        } else if (entry.id().equals("sweep")) {
            assertThatThrownBy(loader::defaults).hasMessageContaining("'command' is missing");
            return;
        }
        Loaded<?> defaults = loader.defaults();

        assertThat(defaults.warnings()).isEmpty();
        assertThat(defaults.value()).isEqualTo(loader.load("").value());
    }

    /** The two configurations differ in how they train, not in the task. */
    @Test
    void theAlignmentThatLearnsHasTheDataAndTheLossOfTheOther() {
        AlignmentExperimentLoader loader = new AlignmentExperimentLoader();
        AlignmentExperiment one =
                loader.load(CONFIGS.resolve("phase2/alignment.yaml")).value();
        AlignmentExperiment other =
                loader.load(CONFIGS.resolve("phase2/alignment.learns.yaml")).value();

        assertThat(other)
                .isEqualTo(new AlignmentExperiment(
                        one.global(),
                        other.trainer(),
                        one.data(),
                        one.tokenizer(),
                        other.model(),
                        other.optimizer(),
                        one.loss(),
                        one.cycle(),
                        one.banddepth()));
        assertThat(other.model().cycleWeight()).isEqualTo(one.model().cycleWeight());
    }

    /** The configuration that is used without a file is the first part of the one that learns. */
    @Test
    void theFirstAlignmentIsTheOneThatLearnsWithFewerSteps() {
        AlignmentExperimentLoader loader = new AlignmentExperimentLoader();
        Path first = CONFIGS.resolve(loader.schema().rootFacts().example().substring("configs/".length()));
        Loaded<AlignmentExperiment> one = loader.load(first);
        Loaded<AlignmentExperiment> other = loader.load(
                Source.file(CONFIGS.resolve("phase2/alignment.learns.yaml")),
                Source.set(List.of("trainer.max_steps=800", "trainer.eval_every=100")));

        assertThat(first).hasFileName("alignment.first.yaml");
        assertThat(one.value()).isEqualTo(other.value());
    }
}
