package io.alchemi.trainers.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.command.Alchemi;
import io.alchemi.command.Console;
import io.alchemi.config.ConfigException;
import io.alchemi.config.Loaded;
import io.alchemi.config.layer.ResolvedYaml;
import io.alchemi.config.testing.Decisions;
import io.alchemi.config.testing.Documents;
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

/** A resolved configuration is a configuration of today, whatever it was made from. */
class ResolvedYamlTest {
    private static final MaeExperimentLoader LOADER = new MaeExperimentLoader();

    @Test
    void generatedDocumentsLoadAgainAsTheSameRecord() {
        long first = Long.getLong("alchemi.seed", 1);
        int compared = 0;
        int warned = 0;
        for (long seed = first; seed < first + 300; seed++) {
            String yaml = Documents.nextGood(LOADER.schema(), Decisions.ofSeed(seed));
            Loaded<MaeExperiment> loaded;
            try {
                loaded = LOADER.load(yaml);
            } catch (ConfigException e) {
                continue; // A rule over several keys does not hold.
            }
            compared++;
            warned += loaded.warnings().isEmpty() ? 0 : 1;
            loadsAgain(loaded, "-Dalchemi.seed=" + seed + "\n" + yaml);
        }
        assertThat(compared).isGreaterThan(150);
        assertThat(warned).isGreaterThan(50);
    }

    private static void loadsAgain(Loaded<MaeExperiment> loaded, String about) {
        for (boolean origins : new boolean[] {false, true}) {
            String resolved = ResolvedYaml.write(LOADER.schema(), loaded.tree(), origins);
            Loaded<MaeExperiment> again = LOADER.load(resolved);

            assertThat(again.value()).as("%s\n%s", about, resolved).isEqualTo(loaded.value());
            assertThat(again.warnings()).as("%s\n%s", about, resolved).isEmpty();
        }
    }

    @Test
    void configShowPrintsOldNamesAsThoseOfToday(@TempDir Path folder) throws IOException {
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
        Loaded<MaeExperiment> again = LOADER.load(shown);

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("ALC208").contains("ALC209");
        assertThat(again.warnings()).as(shown).isEmpty();
        assertThat(again.value()).isEqualTo(LOADER.load(file).value());
        assertThat(shown).contains("dtype: float64", "amp_dtype: bfloat16").doesNotContain("banddepth");
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
