package io.alchemi.training.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder of a run that failed before its first step is deleted, unless it has a file of the trainer. */
class RunFolderFilesTest {
    @Test
    void aFileOfTheTrainerIsNoFileOfEveryRun(@TempDir Path run) throws Exception {
        for (String own :
                new String[] {"config.yaml", "inputs/a/spectra.csv", "checkpoints/initial.safetensors", ".lock"}) {
            Path file = run.resolve(own);
            Files.createDirectories(file.resolveSibling(""));
            Files.createFile(file);
        }

        assertThat(RunFolder.hasOnlyOwnFiles(run)).isTrue();
        Files.createFile(run.resolve("checkpoints/mask.json"));
        assertThat(RunFolder.hasOnlyOwnFiles(run)).isFalse();
    }
}
