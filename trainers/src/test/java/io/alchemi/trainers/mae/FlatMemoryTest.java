package io.alchemi.trainers.mae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.Device;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FlatMemoryTest {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int WARM = 500;
    private static final int LAST = 2_000;
    private static final long MOST_GROWTH_KB = 20_000;

    @Test
    void neitherArraysNorMemoryGrowWithTheSteps() throws IOException {
        MaeSettings settings = new MaeSettings(8, 2, 1, 4, 2, true, 0.5, 0.5, true, 1e-3, 0.1, 1, DataType.FLOAT32);
        try (MaePretraining run = new MaePretraining(settings, Device.cpu())) {
            steps(run, WARM);
            int arrays = run.manager().getManagedArrays().size();
            long memory = Files.exists(STATUS) ? residentKb() : 0;
            steps(run, LAST - WARM);
            assertThat(run.manager().getManagedArrays()).hasSize(arrays);
            assumeTrue(Files.exists(STATUS), "resident memory can be read on Linux only");
            assertThat(residentKb() - memory).as("growth in kB").isLessThan(MOST_GROWTH_KB);
        }
    }

    private static void steps(MaePretraining run, int count) {
        for (int i = 0; i < count; i++) {
            run.step();
        }
    }

    private static long residentKb() throws IOException {
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
