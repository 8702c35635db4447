package io.alchemi.trainers.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.alchemi.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the messages for locations where no run folder can be created. */
class UnwritableRunsTest {
    @TempDir
    private Path folder;

    private boolean mounted;

    @AfterEach
    void unmount() throws IOException {
        if (mounted) {
            call("umount", folder.toString());
        }
    }

    @Test
    void aFileInTheWay() throws IOException {
        Path runs = Files.writeString(folder.resolve("runs"), "");
        assertThat(train(runs))
                .isEqualTo("error: no run folder can be made in " + runs.resolve("pretrain-mae") + ": " + runs
                        + " is a file, not a folder\n");
    }

    /** A file system of two inodes is full after the parent folder was created. A full disk gives the same message. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"ro | read-only file system", "nr_inodes=2 | no space left on device; delete some files"})
    void aFullOrReadOnlyFileSystem(String option, String reason) throws IOException {
        mounted = call("mount", "-t", "tmpfs", "-o", "size=64k," + option, "tmpfs", folder.toString());
        assumeTrue(mounted, "mounting requires root");
        assertThat(train(folder))
                .isEqualTo(
                        "error: no run folder can be made in " + folder.resolve("pretrain-mae") + ": " + reason + "\n");
    }

    /** The needed space is known once the model exists. The folder of the run that was opened for that is deleted. */
    @ParameterizedTest
    @ValueSource(strings = {"--quiet", "--dry-run"})
    void aDiskThatIsTooSmallForTheCheckpointsLeavesNoRun(String option) throws IOException {
        mounted = call("mount", "-t", "tmpfs", "-o", "size=10m", "tmpfs", folder.toString());
        assumeTrue(mounted, "mounting requires root");
        CommandLine line = new CommandLine(folder);
        CommandLine.Outcome outcome =
                line.train(CommandLine.SMALL.toString(), "--max-steps", "9", "--set", "train.save_every=5", option);
        assertThat(outcome.exit()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(outcome.err())
                .contains("--set train.save_every=5: error: the run needs up to ", "[ALC401]")
                .contains("^ free some space, or write 0, which saves only at the end")
                .doesNotContain("keep_last");
        assertThat(folder.resolve("pretrain-mae")).doesNotExist();
    }

    private static String train(Path runs) {
        CommandLine.Outcome outcome =
                new CommandLine(runs).train(CommandLine.SMALL.toString(), "--max-steps", "1", "--quiet");
        assertThat(outcome.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(outcome.out()).isEmpty();
        return outcome.err();
    }

    private static boolean call(String... command) throws IOException {
        try {
            return new ProcessBuilder(List.of(command))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
