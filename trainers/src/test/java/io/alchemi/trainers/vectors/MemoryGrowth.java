package io.alchemi.trainers.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.alchemi.config.Loaded;
import io.alchemi.training.run.Run;
import io.alchemi.training.run.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a training holds after its last step. */
public final class MemoryGrowth {
    private static final Path STATUS = Path.of("/proc/self/status");

    private MemoryGrowth() {}

    /** What is held while the run is still open. */
    private record Held(int arrays, long residentKb) {}

    /** Trains a few and then many steps, and compares what is held at the end of each. */
    public static <C> void isAtMost(long kb, Trainer<C> trainer, Loaded<C> few, Loaded<C> many, Path folder)
            throws IOException {
        Held before = held(trainer, few, folder.resolve("few"));
        Held after = held(trainer, many, folder.resolve("many"));
        assertThat(after.arrays).as("arrays").isEqualTo(before.arrays);
        assumeTrue(Files.exists(STATUS), "resident memory can be read on Linux only");
        assertThat(after.residentKb - before.residentKb).as("growth in kB").isLessThan(kb);
    }

    private static <C> Held held(Trainer<C> trainer, Loaded<C> loaded, Path folder) throws IOException {
        try (Run run = Run.open(loaded, Files.createDirectories(folder))) {
            trainer.train(loaded.value(), run);
            int arrays = run.workspace().manager().getManagedArrays().size();
            return new Held(arrays, Files.exists(STATUS) ? residentKb() : 0);
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
