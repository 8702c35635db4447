package io.alchemi.trainers.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.command.Alchemi;
import io.alchemi.command.Console;
import io.alchemi.config.ConfigException;
import io.alchemi.config.Loaded;
import io.alchemi.config.Loader;
import io.alchemi.config.layer.ResolvedYaml;
import io.alchemi.config.testing.Decisions;
import io.alchemi.config.testing.Documents;
import io.alchemi.trainers.alignment.AlignmentExperiment;
import io.alchemi.trainers.alignment.AlignmentExperimentLoader;
import io.alchemi.trainers.mae.MaeExperiment;
import io.alchemi.trainers.mae.MaeExperimentLoader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A resolved configuration loads without warnings, whatever it was resolved from. */
class ResolvedYamlTest {
    @ParameterizedTest
    @MethodSource("io.alchemi.trainers.agreement.GoldenTest#loaders")
    void generatedDocumentsLoadAgainAsTheSameRecord(Loader<?> loader) {
        long first = Long.getLong("alchemi.seed", 1);
        int compared = 0;
        int warned = 0;
        for (long seed = first; seed < first + 1300; seed++) {
            String yaml = Documents.nextGood(loader.schema(), Decisions.ofSeed(seed));
            Loaded<?> loaded;
            try {
                loaded = loader.load(yaml);
            } catch (ConfigException e) {
                continue; // A rule over several keys is violated.
            }
            compared++;
            warned += loaded.warnings().isEmpty() ? 0 : 1;
            loadsAgain(loader, loaded, "-Dalchemi.seed=" + seed + "\n" + yaml);
        }
        assertThat(compared).isGreaterThan(150);
        if (loader.schema().root().moves().isEmpty()) {
            assertThat(warned).isZero();
        } else {
            assertThat(warned).isGreaterThan(50);
        }
    }

    private static void loadsAgain(Loader<?> loader, Loaded<?> loaded, String about) {
        for (boolean origins : new boolean[] {false, true}) {
            String resolved = ResolvedYaml.write(loader.schema(), loaded.tree(), origins);
            Loaded<?> again = loader.load(resolved);

            assertThat(again.value()).as("%s\n%s", about, resolved).isEqualTo(loaded.value());
            assertThat(again.warnings()).as("%s\n%s", about, resolved).isEmpty();
        }
    }

    @Test
    void configShowPrintsCurrentNamesForOldOnes(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("train.mae.old.yaml");
        Files.writeString(file, """
                train:
                  seed: 0x10
                  device: CUDA_IF_AVAILABLE
                  dtype: FP64
                  amp_dtype: bf16
                  deterministic: True
                  banddepth_weight: 0.1
                  batch_size: 4e0
                """);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(stream(out), stream(err), false, Map.of());

        assertThat(Alchemi.run(List.of("config", "show", file.toString()), console))
                .isZero();
        String shown = out.toString(StandardCharsets.UTF_8);
        MaeExperimentLoader loader = new MaeExperimentLoader();
        Loaded<MaeExperiment> again = loader.load(shown);

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("ALC208").contains("ALC209");
        assertThat(again.warnings()).as(shown).isEmpty();
        assertThat(again.value()).isEqualTo(loader.load(file).value());
        assertThat(shown).contains("dtype: float64", "amp_dtype: bfloat16").doesNotContain("banddepth");
    }

    /** A file in the style of the Python implementation: old names, old locations, and keys that never had an effect. */
    @Test
    void anOldAlignmentFileLoadsWithWarningsAndIsShownWithCurrentNames() {
        AlignmentExperimentLoader loader = new AlignmentExperimentLoader();
        Loaded<AlignmentExperiment> old = loader.load(Path.of("src/test/transcripts/alignment.old.yaml"));
        Loaded<AlignmentExperiment> again = loader.load(ResolvedYaml.write(loader.schema(), old.tree(), true));

        assertThat(old.warnings())
                .hasSize(16)
                .extracting(warning -> warning.id().code())
                .containsOnly("ALC209", "ALC210");
        assertThat(again.warnings()).isEmpty();
        assertThat(again.value()).isEqualTo(old.value());
        assertThat(old.value().tokenizer().nFourierFrequencies()).isEqualTo(8);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
