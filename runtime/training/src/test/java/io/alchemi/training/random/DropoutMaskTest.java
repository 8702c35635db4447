package io.alchemi.training.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DropoutMaskTest {
    private static final int SIZE = 1 << 20;

    @Test
    void dropsTheRequestedShareAndKeepsTheMean() {
        for (double p : new double[] {0, 0.1, 0.5, 0.9}) {
            float[] mask = filled(p, 1, 1);
            double level = Math.round(p * 32768) / 32768.0;
            int dropped = 0;
            double sum = 0;
            for (float value : mask) {
                assertThat(value == 0 || value == (float) (1 / (1 - level))).isTrue();
                dropped += value == 0 ? 1 : 0;
                sum += value;
            }
            double sigma = Math.sqrt(level * (1 - level) / SIZE);
            assertThat((double) dropped / SIZE).isCloseTo(level, within(5 * sigma));
            assertThat(sum / SIZE).isCloseTo(1, within(5 * sigma / (1 - level) + 1e-6));
        }
    }

    @Test
    void neighboursAndStepsAreIndependent() {
        float[] mask = filled(0.5, 1, 1);
        float[] next = filled(0.5, 2, 1);
        double sigma = Math.sqrt(0.25 * 0.75 / SIZE);
        for (int lag = 1; lag <= 5; lag++) {
            int both = 0;
            for (int i = 0; i < SIZE; i++) {
                both += mask[i] != 0 && mask[(i + lag) % SIZE] != 0 ? 1 : 0;
            }
            assertThat((double) both / SIZE).as("lag %d", lag).isCloseTo(0.25, within(5 * sigma));
        }
        int both = 0;
        for (int i = 0; i < SIZE; i++) {
            both += mask[i] != 0 && next[i] != 0 ? 1 : 0;
        }
        assertThat((double) both / SIZE).isCloseTo(0.25, within(5 * sigma));
    }

    @Test
    void isTheSameForAnyNumberOfThreads() {
        float[] one = filled(0.1, 4, 1);
        assertThat(filled(0.1, 4, 2)).isEqualTo(one);
        assertThat(filled(0.1, 4, 7)).isEqualTo(one);
        ByteBuffer buffer = buffer(SIZE);
        new DropoutMask(0.1).fill(buffer, new RandomStream(11, "dropout/x", 4));
        assertThat(floats(buffer)).isEqualTo(one);
    }

    @Test
    void aLongerMaskBeginsLikeAShorterOne() {
        ByteBuffer buffer = buffer(16);
        new DropoutMask(0.1).fill(buffer, new RandomStream(11, "dropout/x", 4));
        float[] one = filled(0.1, 4, 1);
        assertThat(floats(buffer)).isEqualTo(Arrays.copyOf(one, 16));
    }

    /** Tests all numbers of elements after the last group of four, and more elements than one thread processes. */
    @Test
    void dropsInPlaceLikeTheMask() {
        float[] mask = filled(0.1, 4, 1);
        for (int size : new int[] {0, 1, 2, 3, 16, 17, 18, 19, SIZE - 1, SIZE}) {
            ByteBuffer values = buffer(size);
            for (int i = 0; i < size; i++) {
                values.putFloat(4 * i, i + 1);
            }
            new DropoutMask(0.1).drop(values, new RandomStream(11, "dropout/x", 4));
            float[] left = floats(values);
            for (int i = 0; i < size; i++) {
                assertThat(left[i]).as("%d of %d", i, size).isEqualTo(mask[i] == 0 ? 0 : i + 1);
            }
        }
    }

    @Test
    void aProbabilityOutsideItsRangeIsAnError() {
        for (double p : new double[] {-0.1, 1, 0.99999, 2, Double.NaN}) {
            assertThatThrownBy(() -> new DropoutMask(p))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(Double.toString(p));
        }
    }

    private static float[] filled(double p, long step, int threads) {
        ByteBuffer buffer = buffer(SIZE);
        new DropoutMask(p).fill(buffer, new RandomStream(11, "dropout/x", step), threads);
        return floats(buffer);
    }

    private static ByteBuffer buffer(int floats) {
        return ByteBuffer.allocateDirect(4 * floats).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static float[] floats(ByteBuffer buffer) {
        float[] values = new float[buffer.capacity() / 4];
        buffer.asFloatBuffer().get(values);
        return values;
    }
}
