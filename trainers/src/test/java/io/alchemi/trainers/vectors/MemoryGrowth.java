package io.alchemi.trainers.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.sun.jna.Function;
import com.sun.jna.Structure;
import io.alchemi.config.Loaded;
import io.alchemi.training.run.Run;
import io.alchemi.training.run.TrainCommand;
import io.alchemi.training.run.Trainer;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** Measures the memory of a training after its last step. */
public final class MemoryGrowth {
    /** {@code .ci/deep} uses ten times as many, which shows smaller leaks. */
    private static final int STEPS = Integer.getInteger("alchemi.memorySteps", 400);

    private MemoryGrowth() {}

    /** Memory in use while the run is still open. */
    private record MemoryInUse(int arrays, long allocated) {}

    /**
     * Result of glibc's {@code mallinfo2}, over all arenas. Resident memory cannot show a leak, because free blocks between used ones and
     * the JVM's own heap change it by tens of megabytes.
     */
    @Structure.FieldOrder({
        "arena",
        "ordblks",
        "smblks",
        "hblks",
        "hblkhd",
        "usmblks",
        "fsmblks",
        "uordblks",
        "fordblks",
        "keepcost"
    })
    public static final class MallocInfo extends Structure implements Structure.ByValue {
        public long arena;
        public long ordblks;
        public long smblks;
        public long hblks;
        public long hblkhd;
        public long usmblks;
        public long fsmblks;
        public long uordblks;
        public long fordblks;
        public long keepcost;
    }

    /**
     * Trains for a few steps and for many steps, and compares the memory in use at the end.
     *
     * @param kb the largest growth of native memory
     * @param load returns the configuration for a number of steps
     */
    public static <C> void isAtMost(
            long kb, TrainCommand<C> command, Trainer<C> trainer, IntFunction<Loaded<C>> load, Path folder)
            throws IOException {
        MemoryInUse before = held(command, trainer, load.apply(STEPS / 4), folder.resolve("few"), 0);
        long limit = before.allocated + kb * 1024;
        MemoryInUse after = held(command, trainer, load.apply(STEPS), folder.resolve("many"), limit);
        assertThat(after.arrays).as("arrays").isEqualTo(before.arrays);
        assertThat(after.allocated).as("allocated native memory").isLessThanOrEqualTo(limit);
    }

    private static <C> MemoryInUse held(
            TrainCommand<C> command, Trainer<C> trainer, Loaded<C> loaded, Path folder, long enough)
            throws IOException {
        try (Run run = Run.open(command, loaded, Files.createDirectories(folder))) {
            trainer.train(loaded.value(), run);
            int arrays = run.workspace().manager().getManagedArrays().size();
            System.gc();
            return new MemoryInUse(arrays, settled(enough));
        }
    }

    /** Returns the memory of Java's direct buffers, which is freed some time after a garbage collection. */
    private static long ofBuffers() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }

    /**
     * Returns the minimum over six seconds, or the first reading that is small enough. HotSpot's compiler may use tens of megabytes for
     * one method, and its pool returns the blocks every five seconds. Leaked memory remains.
     */
    private static long settled(long enough) {
        long least = Long.MAX_VALUE;
        for (int reading = 0; reading < 60 && least > enough; reading++) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            least = Math.min(least, allocated());
        }
        return least;
    }

    private static long allocated() {
        try {
            MallocInfo info =
                    (MallocInfo) Function.getFunction("c", "mallinfo2").invoke(MallocInfo.class, new Object[0]);
            return info.uordblks + info.hblkhd - ofBuffers();
        } catch (UnsatisfiedLinkError noGlibc) {
            return abort("mallinfo2 needs glibc 2.33 or newer: " + noGlibc.getMessage());
        }
    }
}
