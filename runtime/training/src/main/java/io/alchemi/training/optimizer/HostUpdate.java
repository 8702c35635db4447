package io.alchemi.training.optimizer;

import ai.djl.ndarray.NDArray;
import io.alchemi.training.array.HostMemory;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Updates of {@link AdamW} in a single pass over memory that Java can access; the engine's operations need fifteen passes. Rounding is the
 * same, except that the square root here is exact, while the engine's may be off in the last bit, depending on the processor's library.
 */
final class HostUpdate {
    /** Number of floats processed at a time, few enough for the L1 cache. */
    private static final int CHUNK = 1024;

    /** With fewer floats, a second thread costs more than it saves. */
    private static final int WORTH_A_THREAD = 1 << 17;

    private final List<Memory> memories = new ArrayList<>();
    private final float decay;
    private final float beta1;
    private final float oneMinusBeta1;
    private final float beta2;
    private final float oneMinusBeta2;
    private final float rootOfCorrection2;
    private final float epsilon;
    private final float stepSize;

    HostUpdate(AdamW.Constants constants, double rate, double step) {
        decay = (float) (1 - rate * constants.weightDecay());
        beta1 = (float) constants.beta1();
        oneMinusBeta1 = (float) (1 - constants.beta1());
        beta2 = (float) constants.beta2();
        oneMinusBeta2 = (float) (1 - constants.beta2());
        rootOfCorrection2 = (float) Math.sqrt(1 - Math.pow(constants.beta2(), step));
        epsilon = (float) constants.epsilon();
        stepSize = (float) (rate / (1 - Math.pow(constants.beta1(), step)));
    }

    private record Memory(FloatBuffer parameter, FloatBuffer gradient, FloatBuffer mean, FloatBuffer square) {}

    /** Adds a parameter with its gradient and moments. All of them will change. */
    void add(NDArray parameter, NDArray gradient, NDArray mean, NDArray square) {
        memories.add(new Memory(floats(parameter), floats(gradient), floats(mean), floats(square)));
    }

    private static FloatBuffer floats(NDArray array) {
        return HostMemory.of(array).asFloatBuffer();
    }

    /** Updates all added parameters. */
    void run() {
        long size = 0;
        for (Memory memory : memories) {
            size += memory.parameter.capacity();
        }
        Stream<Memory> stream = size < WORTH_A_THREAD ? memories.stream() : memories.parallelStream();
        stream.forEach(this::apply);
    }

    private void apply(Memory memory) {
        int size = memory.parameter.capacity();
        int chunk = Math.min(size, CHUNK);
        float[] p = new float[chunk];
        float[] g = new float[chunk];
        float[] m = new float[chunk];
        float[] v = new float[chunk];
        float[] zeros = new float[chunk];
        for (int at = 0; at < size; at += chunk) {
            int count = Math.min(chunk, size - at);
            memory.parameter.get(at, p, 0, count);
            memory.gradient.get(at, g, 0, count);
            memory.mean.get(at, m, 0, count);
            memory.square.get(at, v, 0, count);
            update(p, g, m, v, count);
            memory.parameter.put(at, p, 0, count);
            memory.gradient.put(at, zeros, 0, count);
            memory.mean.put(at, m, 0, count);
            memory.square.put(at, v, 0, count);
        }
    }

    private void update(float[] p, float[] g, float[] m, float[] v, int count) {
        for (int i = 0; i < count; i++) {
            float mean = m[i] * beta1 + g[i] * oneMinusBeta1;
            float square = v[i] * beta2 + g[i] * g[i] * oneMinusBeta2;
            float denominator = (float) Math.sqrt(square) / rootOfCorrection2 + epsilon;
            m[i] = mean;
            v[i] = square;
            p[i] = p[i] * decay - mean / denominator * stepSize;
        }
    }
}
