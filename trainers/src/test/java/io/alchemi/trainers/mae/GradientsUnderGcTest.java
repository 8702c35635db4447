package io.alchemi.trainers.mae;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.alchemi.training.array.InputBuffer;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nothing that the backward pass reads may lie in memory that the garbage collector frees before it. */
class GradientsUnderGcTest {
    private static final int ROUNDS = 5;
    private static final byte GARBAGE = 0x7B;

    @Test
    void collectingAndReusingMemoryBeforeBackwardChangesNoBit() throws InterruptedException {
        for (DataType type : new DataType[] {DataType.FLOAT32, DataType.FLOAT64}) {
            Map<String, ByteBuffer> quiet = gradients(type, false);
            for (int round = 0; round < ROUNDS; round++) {
                assertThat(gradients(type, true)).isEqualTo(quiet);
            }
        }
    }

    private static Map<String, ByteBuffer> gradients(DataType type, boolean disturb) throws InterruptedException {
        MaeSettings settings = MaePretrainingTest.settings(1, 1e-3, type);
        SyntheticData data = new SyntheticData(settings);
        InputBuffer tokens = new InputBuffer(new Shape(2, 8, 8), type);
        data.tokens(1, tokens);
        try (MaePretraining run = new MaePretraining(settings, Device.cpu());
                NDManager manager = run.manager().newSubManager();
                NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
                NDArray loss = run.loss(tokens.lend(manager), data.masks(1), manager);
                if (disturb) {
                    collectAndReuse();
                }
                collector.backward(loss);
            }
            Map<String, ByteBuffer> bits = new LinkedHashMap<>();
            run.parameters().forEach((name, parameter) -> {
                ByteBuffer bytes = parameter.getGradient().toByteBuffer();
                bits.put(name, ByteBuffer.allocate(bytes.remaining()).put(bytes).flip());
            });
            return bits;
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
