package io.alchemi.training.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ResidentMemoryTest {
    @TempDir
    private Path folder;

    @Test
    void thePeakIsInBillionsOfBytes() throws IOException {
        Path status = folder.resolve("status");
        Files.writeString(status, "Name:\tjava\nVmPeak:\t 9000000 kB\nVmHWM:\t  1953125 kB\nVmRSS:\t 1 kB\n");
        assertThat(ResidentMemory.read(status).getAsDouble()).isCloseTo(2.0, within(1e-12));
    }

    @Test
    void onOtherSystemsItIsEmpty() throws IOException {
        assertThat(ResidentMemory.read(folder.resolve("missing"))).isEmpty();
        Path status = folder.resolve("status");
        Files.writeString(status, "Name:\tkernel thread\n");
        assertThat(ResidentMemory.read(status)).isEmpty();
    }

    /** The used heap of a Java process is resident, and the peak never decreases. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void thePeakOfThisProcess() {
        Runtime java = Runtime.getRuntime();
        double peak = ResidentMemory.peakGb().getAsDouble();
        assertThat(peak)
                .isGreaterThan((java.totalMemory() - java.freeMemory()) / 1e9 / 2)
                .isLessThan(1000);
        assertThat(ResidentMemory.peakGb().getAsDouble()).isGreaterThanOrEqualTo(peak);
    }
}
