package io.alchemi.training.run;

import ai.djl.ndarray.NDArray;
import io.alchemi.config.Loaded;
import io.alchemi.training.optimizer.AdamW;
import io.alchemi.training.optimizer.Gradients;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Repeats each step of a trainer with a garbage collection before the backward pass, and compares the gradients bit by bit. */
final class GradientCheck {
    private static final int ROUNDS = 3;
    private static final int LARGEST_BUFFER = 1 << 16;
    private static final int REUSED_BYTES = 200_000;
    private static final byte GARBAGE = 0x7B;

    private GradientCheck() {}

    /** Runs a trainer and checks each of its steps; see {@link TrainerChecks#gradients}. */
    static <C> void run(TrainCommand<C> command, Loaded<C> loaded, Path folder) throws IOException {
        int[] checked = {0};
        Backward check = (step, optimizer, loss) -> {
            checked[0]++;
            return gradients(step, optimizer, loss);
        };
        try (Run run = Run.open(command, loaded, folder, () -> false, check)) {
            command.trainer().train(loaded.value(), run);
            run.finish();
        }
        if (checked[0] == 0) {
            throw new AssertionError("the trainer updated nothing; check it with at least one step");
        }
    }

    private static Map<String, NDArray> gradients(Step step, AdamW optimizer, Supplier<Loss> loss) {
        Map<String, ByteBuffer> quiet = bits(optimizer, loss, () -> {});
        List<Map<String, ByteBuffer>> disturbed = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            disturbed.add(bits(optimizer, loss, GradientCheck::collectAndReuse));
        }
        Map<String, NDArray> gradients = Backward.PLAIN.gradients(step, optimizer, loss);
        requireEqual(
                bits(gradients),
                quiet,
                "step " + step.number() + ": computing the loss again gives other gradients for ",
                "; draw its data and random numbers by the number of the step");
        for (Map<String, ByteBuffer> other : disturbed) {
            requireEqual(
                    other,
                    quiet,
                    "step " + step.number()
                            + ": a garbage collection before the backward pass changes the gradients of ",
                    "; replace operators with a Java number (x.mul(2f)) by those of Scalars, and keep arrays over Java"
                            + " memory open");
        }
        return gradients;
    }

    private static void requireEqual(
            Map<String, ByteBuffer> found, Map<String, ByteBuffer> expected, String message, String advice) {
        Map<String, ByteBuffer> changed = new LinkedHashMap<>(found);
        changed.entrySet().removeAll(expected.entrySet());
        if (!changed.isEmpty()) {
            throw new AssertionError(message + String.join(", ", changed.keySet()) + advice);
        }
    }

    private static Map<String, ByteBuffer> bits(AdamW optimizer, Supplier<Loss> loss, Runnable between) {
        Map<String, ByteBuffer> bits =
                bits(Backward.pass(optimizer, () -> loss.get().total(), between));
        Gradients.clear(optimizer.parameters());
        return bits;
    }

    private static Map<String, ByteBuffer> bits(Map<String, NDArray> arrays) {
        Map<String, ByteBuffer> bits = new LinkedHashMap<>();
        arrays.forEach((name, array) -> {
            ByteBuffer bytes = array.toByteBuffer();
            bits.put(name, ByteBuffer.allocate(bytes.remaining()).put(bytes).flip());
        });
        return bits;
    }

    /** Frees all unreachable direct buffers, and overwrites their memory. */
    private static void collectAndReuse() {
        List<ByteBuffer> reused = new ArrayList<>();
        try {
            for (int pass = 0; pass < 2; pass++) {
                System.gc();
                waitForCleaner();
                for (int size = Integer.BYTES; size <= LARGEST_BUFFER; size *= 2) {
                    fillBuffers(size, reused);
                }
            }
        } finally {
            Reference.reachabilityFence(reused);
        }
    }

    private static void fillBuffers(int size, List<ByteBuffer> into) {
        for (int i = 0; i < REUSED_BYTES / size + 8; i++) {
            ByteBuffer buffer = ByteBuffer.allocateDirect(size);
            while (buffer.hasRemaining()) {
                buffer.put(GARBAGE);
            }
            into.add(buffer);
        }
    }

    /** Waits until the JDK's cleaner thread has freed the buffers after the collection. */
    private static void waitForCleaner() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
