package io.alchemi.trainers.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import io.alchemi.trainers.nn.NormPlacement;
import io.alchemi.training.optimizer.LearningRate;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nothing grows from step to step, and nothing that the backward pass reads is freed before it. */
class AlignmentMemoryTest {
    private static final int WARM = 500;
    private static final int LAST = 2000;
    private static final int EVALUATE_EVERY = 100;
    private static final long MOST_GROWTH_KB = 16 * 1024;
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int ROUNDS = 3;
    private static final byte GARBAGE = 0x7B;

    @Test
    void memoryIsFlatFromStep500To2000() throws IOException {
        TowerSettings towers = new TowerSettings(8, 1, 2, 16, 0.1, NormPlacement.AFTER);
        LearningRate rate = new LearningRate(1e-4, 0, LearningRate.Schedule.CONSTANT, 1);
        AlignmentSettings settings = Runs.settings(1, DataType.FLOAT32, 4, towers, rate);
        try (AlignmentTraining run = new AlignmentTraining(settings, Device.cpu())) {
            steps(run, WARM);
            int arrays = run.manager().getManagedArrays().size();
            long memory = Files.exists(STATUS) ? residentKb() : 0;
            steps(run, LAST - WARM);
            assertThat(run.manager().getManagedArrays()).hasSize(arrays);
            assumeTrue(Files.exists(STATUS), "resident memory can be read on Linux only");
            assertThat(residentKb() - memory).as("growth in kB").isLessThan(MOST_GROWTH_KB);
        }
    }

    private static void steps(AlignmentTraining run, int count) {
        for (int i = 0; i < count; i++) {
            run.step();
            if (i % EVALUATE_EVERY == 0) {
                run.evaluate();
            }
        }
    }

    private static long residentKb() throws IOException {
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void collectingAndReusingMemoryBeforeBackwardChangesNoBit() throws InterruptedException {
        for (DataType type : new DataType[] {DataType.FLOAT32, DataType.FLOAT64}) {
            Map<String, ByteBuffer> quiet = gradients(type, false);
            for (int round = 0; round < ROUNDS; round++) {
                assertThat(gradients(type, true)).isEqualTo(quiet);
            }
        }
    }

    /** The first step fills the batch; its gradients were set to zero, so those looked at are of the second pass alone. */
    private static Map<String, ByteBuffer> gradients(DataType type, boolean disturb) throws InterruptedException {
        try (AlignmentTraining run = new AlignmentTraining(Runs.settings(1, type), Device.cpu())) {
            run.step();
            try (NDManager manager = run.manager().newSubManager();
                    NDScope scope = new NDScope()) {
                scope.suppressNotUsedWarning();
                try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
                    AlignmentLoss.Result loss = run.loss(manager);
                    if (disturb) {
                        collectAndReuse();
                    }
                    collector.backward(loss.total());
                }
                Map<String, ByteBuffer> bits = new LinkedHashMap<>();
                run.parameters().forEach((name, parameter) -> bits.put(name, Runs.bits(parameter.getGradient())));
                return bits;
            }
        }
    }

    /** Frees every direct buffer that nothing in Java holds, and writes over its memory. */
    private static void collectAndReuse() throws InterruptedException {
        List<ByteBuffer> reused = new ArrayList<>();
        for (int pass = 0; pass < 2; pass++) {
            System.gc();
            Thread.sleep(20);
            for (int size = 4; size <= 1 << 16; size *= 2) {
                for (int i = 0; i < 200_000 / size + 8; i++) {
                    ByteBuffer buffer = ByteBuffer.allocateDirect(size);
                    while (buffer.hasRemaining()) {
                        buffer.put(GARBAGE);
                    }
                    reused.add(buffer);
                }
            }
        }
        assertThat(reused).isNotEmpty();
    }
}
