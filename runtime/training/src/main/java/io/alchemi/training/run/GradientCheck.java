package io.alchemi.training.run;

import ai.djl.ndarray.NDArray;
import io.alchemi.config.Loaded;
import io.alchemi.training.optimizer.AdamW;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Checks that a trainer's gradients do not depend on the garbage collector, for tests of trainers.
 *
 * <p>An operator of DJL with a Java number, such as {@code x.mul(2f)}, and an array over Java memory that is closed too early leave
 * memory to the collector that the backward pass still reads: the gradient is then garbage, without any error. The check runs the
 * trainer, repeats each step with a collection before the backward pass, and compares the gradients bit by bit.
 */
public final class GradientCheck {
    private static final int ROUNDS = 3;
    private static final int LARGEST_BUFFER = 1 << 16;
    private static final int REUSED_BYTES = 200_000;
    private static final byte GARBAGE = 0x7B;

    private GradientCheck() {}

    /**
     * Runs a trainer and checks each of its steps; a few suffice, so the configuration should ask for few.
     *
     * @param trainer a trainer
     * @param loaded  its configuration
     * @param folder  an existing folder for the files of the run
     * @param <C>     the root record of the configuration
     * @throws IOException    if a file cannot be read or written
     * @throws AssertionError naming step and parameters, if a gradient changes
     */
    public static <C> void run(Trainer<C> trainer, Loaded<C> loaded, Path folder) throws IOException {
        try (Run run = Run.open(loaded, folder, () -> false, GradientCheck::gradients)) {
            trainer.train(loaded.value(), run);
            run.finish();
        }
    }

    private static Map<String, NDArray> gradients(Step step, AdamW optimizer, Supplier<Loss> loss) {
        List<Map<String, ByteBuffer>> disturbed = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, NDArray> gradients =
                    Backward.pass(optimizer, () -> loss.get().total(), GradientCheck::collectAndReuse);
            disturbed.add(bits(gradients));
            gradients.values().forEach(gradient -> gradient.subi(gradient));
        }
        Map<String, NDArray> gradients = Backward.PLAIN.gradients(step, optimizer, loss);
        Map<String, ByteBuffer> quiet = bits(gradients);
        for (Map<String, ByteBuffer> other : disturbed) {
            other.entrySet().removeAll(quiet.entrySet());
            if (!other.isEmpty()) {
                throw new AssertionError("step " + step.number()
                        + ": a garbage collection before the backward pass changes"
                        + " the gradients of " + String.join(", ", other.keySet()) + "; replace operators with a Java"
                        + " number (x.mul(2f)) by those of Scalars, and keep arrays over Java memory open");
            }
        }
        return gradients;
    }

    private static Map<String, ByteBuffer> bits(Map<String, NDArray> arrays) {
        Map<String, ByteBuffer> bits = new LinkedHashMap<>();
        arrays.forEach((name, array) -> {
            ByteBuffer bytes = array.toByteBuffer();
            bits.put(name, ByteBuffer.allocate(bytes.remaining()).put(bytes).flip());
        });
        return bits;
    }

    /** Frees every direct buffer that nothing in Java holds, and writes over its memory. */
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

    /** Buffers are freed by a thread of the JDK after the collection. */
    private static void waitForCleaner() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
