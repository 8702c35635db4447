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
import java.util.stream.IntStream;

/** What a training holds after its last step. */
public final class MemoryGrowth {
    /** More in the deep run. */
    private static final int STEPS = Integer.getInteger("alchemi.memorySteps", 800);

    private MemoryGrowth() {}

    /** What is held while the run is still open. */
    private record Held(int arrays, long allocated) {}

    /**
     * Result of glibc's {@code mallinfo2}, over all arenas. Resident memory is no measure of a leak: free blocks
     * between used ones and the JVM's own heap move it by tens of megabytes.
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
     * Trains a few and then many steps, and compares what is held at the end of each.
     *
     * @param load the configuration for a number of steps
     */
    public static <C> void isAtMost(
            long kb, TrainCommand<C> command, Trainer<C> trainer, IntFunction<Loaded<C>> load, Path folder)
            throws IOException {
        Held before = held(command, trainer, load.apply(STEPS / 4), folder.resolve("few"));
        Held after = held(command, trainer, load.apply(STEPS), folder.resolve("many"));
        assertThat(after.arrays).as("arrays").isEqualTo(before.arrays);
        assertThat((after.allocated - before.allocated) / 1024)
                .as("growth of allocated native memory in kB")
                .isLessThan(kb);
    }

    private static <C> Held held(TrainCommand<C> command, Trainer<C> trainer, Loaded<C> loaded, Path folder)
            throws IOException {
        try (Run run = Run.open(command, loaded, Files.createDirectories(folder))) {
            trainer.train(loaded.value(), run);
            int arrays = run.workspace().manager().getManagedArrays().size();
            System.gc();
            return new Held(arrays, settled());
        }
    }

    /** Memory of Java's buffers, which the collector frees some time after it has run. */
    private static long ofBuffers() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }

    /**
     * The least over six seconds. HotSpot's compiler takes tens of megabytes for one method, and its pool of blocks
     * gives them back every five seconds; what leaks stays.
     */
    private static long settled() {
        return IntStream.range(0, 60)
                .mapToLong(reading -> {
                    LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
                    return allocated();
                })
                .min()
                .orElseThrow();
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
