package io.alchemi.trainers.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import io.alchemi.training.array.Scalars;
import io.alchemi.training.array.Workspace;
import io.alchemi.training.nn.Losses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LossesTest {
    private final Workspace workspace = new Workspace(Device.cpu(), DataType.FLOAT64);

    @AfterEach
    void free() {
        workspace.close();
    }

    private NDArray array(double[] values, long... shape) {
        return workspace.input(shape).fill(values).copy();
    }

    /** The first sample costs ln(e + e^2 + e^3) - 1, the second ln 3; the gradient is (softmax - one-hot) / 2. */
    @Test
    void crossEntropyAndItsGradient() {
        NDArray logits = array(new double[] {1, 2, 3, 0, 0, 0}, 2, 3);
        logits.setRequiresGradient(true);
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray loss = Losses.crossEntropy(logits, array(new double[] {0, 2}, 2));
            assertThat(Scalars.read(loss)).isCloseTo((2.4076059644443806 + Math.log(3)) / 2, within(1e-15));
            collector.backward(loss);
        }
        assertThat(logits.getGradient().toDoubleArray())
                .containsExactly(
                        new double[] {
                            (0.09003057317038046 - 1) / 2,
                            0.24472847105479767 / 2,
                            0.6652409557748219 / 2,
                            1 / 6.0,
                            1 / 6.0,
                            -1 / 3.0
                        },
                        within(1e-15));
    }

    /** As for the tokens of sequences. */
    @Test
    void labelsHaveTheShapeOfTheLogitsWithoutTheLastAxis() {
        double[] scores = {1, 2, 3, 0, 0, 0, 3, 2, 1, 0, 5, 0};
        double[] labels = {0, 2, 1, 1};
        double flat = Scalars.read(Losses.crossEntropy(array(scores, 4, 3), array(labels, 4)));
        assertThat(Scalars.read(Losses.crossEntropy(array(scores, 2, 2, 3), array(labels, 2, 2))))
                .isEqualTo(flat);
        assertThatThrownBy(() -> Losses.crossEntropy(array(scores, 4, 3), array(labels, 4, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("logits of shape (4, 3) need labels of shape (4), but these have shape (4, 1)");
    }

    @Test
    void largeLogitsDoNotOverflow() {
        NDArray logits = array(new double[] {1000, 0, 0}, 1, 3);
        assertThat(Scalars.read(Losses.crossEntropy(logits, array(new double[] {0}, 1))))
                .isZero();
        assertThat(Scalars.read(Losses.crossEntropy(logits, array(new double[] {1}, 1))))
                .isEqualTo(1000);
    }
}
