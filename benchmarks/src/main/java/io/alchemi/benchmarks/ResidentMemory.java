package io.alchemi.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Shows that the memory of an alignment does not grow with its steps. The Java heap is included, and printed separately because it grows
 * in the first hundreds of steps.
 */
final class ResidentMemory {
    private static final int STEPS = 2000;
    private static final int[] SHOWN = {100, 500, 1000, STEPS};
    private static final double DROPOUT = 0.1;
    private static final long KB_PER_MB = 1024;

    private ResidentMemory() {}

    /** Trains, and prints the resident memory reported by Linux. */
    static void print() throws IOException {
        StepRatiosMain.say("alignment B8 T256+10 D64 depth 2 heads 4: resident memory");
        int[] done = {0};
        Workload.alignment(DROPOUT).train(STEPS, plain -> {
            done[0]++;
            if (Arrays.stream(SHOWN).anyMatch(shown -> shown == done[0])) {
                long heap = Runtime.getRuntime().totalMemory() / KB_PER_MB / KB_PER_MB;
                StepRatiosMain.say("step %4d: %4d MB, Java heap %4d MB", done[0], residentKb() / KB_PER_MB, heap);
            }
        });
    }

    private static long residentKb() {
        try {
            return residentKbOf(Files.readAllLines(Path.of("/proc/self/status")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long residentKbOf(List<String> status) throws IOException {
        for (String line : status) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        throw new IOException("/proc/self/status has no VmRSS");
    }
}
