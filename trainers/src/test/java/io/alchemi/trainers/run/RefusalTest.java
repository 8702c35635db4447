package io.alchemi.trainers.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the messages of trainings that cannot be started. */
class RefusalTest {
    private static final String SMALL = CommandLine.SMALL.toString();

    private CommandLine line;

    @BeforeEach
    void emptyFolder(@TempDir Path runs) {
        line = new CommandLine(runs);
    }

    @AfterEach
    void noStackTrace() {
        // Each test checks the output; this check applies to all of them.
        assertThat(printed).doesNotContain("Exception").doesNotContain("\tat ").doesNotContain("    at ");
    }

    private String printed = "";

    private CommandLine.Outcome pretrain(Map<String, String> environment, String... arguments) {
        CommandLine.Outcome outcome = line.train(environment, arguments);
        printed = outcome.out() + outcome.err();
        return outcome;
    }

    @ParameterizedTest
    @CsvSource({
        "--dtype, float16, cannot train in float16 here",
        "--dtype, BF16, cannot train in bfloat16 here",
        "--device, cuda:7, device 'cuda:7' does not exist",
        "--device, mps, no 'mps' device"
    })
    void anUnsupportedFlag(String flag, String value, String message) throws IOException {
        CommandLine.Outcome outcome = pretrain(Map.of(), SMALL, flag, value);

        assertThat(outcome.exit()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(outcome.err()).contains(message, "[ALC401]", flag + " " + value);
        assertThat(line.folders()).isEmpty();
    }

    @Test
    void allUnsupportedSettingsWithTheirOrigins(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("train.mae.yaml");
        Files.writeString(file, "global:\n  dtype: half\n");
        CommandLine.Outcome outcome = pretrain(Map.of("ALCHEMI_GLOBAL_DEVICE", "mps"), file.toString(), "--dry-run");

        assertThat(outcome.exit()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(outcome.err())
                .contains(file + ":2:10: error: the tensor engine cannot train in float16")
                .contains("ALCHEMI_GLOBAL_DEVICE=mps")
                .contains("2 errors");
    }

    @Test
    void namesOfRunsThatAreTooLongOrTaken() throws IOException {
        CommandLine.Outcome outcome = pretrain(Map.of(), SMALL, "--name", "n".repeat(65));
        assertThat(outcome.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err()).contains("must be 1 to 64 letters, digits, dots, dashes and underscores");

        outcome = pretrain(Map.of(), SMALL, "--name", "last");
        assertThat(outcome.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err()).contains("--name last: error: 'last' names the newest run", "write another name");
        assertThat(line.folders()).isEmpty();
    }

    /** Determinism requires one thread, so the option would be ignored. */
    @Test
    void severalThreadsAndDeterminism() throws IOException {
        CommandLine.Outcome outcome = pretrain(Map.of(), SMALL, "--deterministic", "--threads", "2");

        assertThat(outcome.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err())
                .contains("--threads 2: error: 'deterministic' is true, which computes with one thread")
                .contains("write --threads 1 or --no-deterministic");
        assertThat(line.folders()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, must be ≥ 1", "two, integer"})
    void invalidThreads(String threads, String message) {
        CommandLine.Outcome outcome = pretrain(Map.of(), SMALL, "--threads", threads);

        assertThat(outcome.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err()).contains("--threads " + threads).containsIgnoringCase(message);
    }

    @Test
    void anUnknownVariable() throws IOException {
        CommandLine.Outcome outcome = pretrain(Map.of("ALCHEMI_GLOBAL_SEDE", "1"), SMALL);

        assertThat(outcome.exit()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(outcome.err()).contains("[ALC504]", "did you mean 'ALCHEMI_GLOBAL_SEED'?");
        assertThat(line.folders()).isEmpty();
    }

    @Test
    void aRunThatDiverges() throws IOException {
        CommandLine.Outcome outcome = pretrain(Map.of(), SMALL, "--lr", "1e30", "--max-steps", "20");

        assertThat(outcome.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(outcome.err())
                .contains("error: 'reconstruction' of step 2 is NaN at learning rate 1.0E30; the run has diverged:"
                        + " use a smaller learning rate")
                .contains("the run is kept in " + line.folder());
        assertThat(line.folder().resolve("checkpoints/final.safetensors")).doesNotExist();
        assertThat(CommandLine.metrics(line.folder())).hasSizeBetween(1, 19);
    }

    @Test
    void aMissingFile(@TempDir Path folder) throws IOException {
        CommandLine.Outcome outcome =
                pretrain(Map.of(), folder.resolve("none.yaml").toString());

        assertThat(outcome.exit()).isEqualTo(ExitCode.NO_FILE);
        assertThat(line.folders()).isEmpty();
    }
}
