package io.alchemi.trainers.nn;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.alchemi.training.array.Workspace;
import io.alchemi.training.nn.Dropout;
import io.alchemi.training.nn.NormPlacement;
import io.alchemi.training.nn.Parameters;
import io.alchemi.training.nn.TransformerDecoder;
import io.alchemi.training.nn.TransformerEncoder;
import org.junit.jupiter.api.Test;

class DropoutTest {
    private static final Shape SHAPE = new Shape(2, 5, 8);

    @Test
    void masksDependOnlyOnLocationStepAndSeed() {
        try (Workspace workspace = new Workspace(Device.cpu(), DataType.FLOAT32)) {
            float[] first = dropped(workspace, 1, "a", 1);
            assertThat(first).contains(0, 2).doesNotContain(1);
            assertThat(dropped(workspace, 1, "a", 1)).isEqualTo(first);
            assertThat(dropped(workspace, 1, "b", 1)).isNotEqualTo(first);
            assertThat(dropped(workspace, 1, "a", 2)).isNotEqualTo(first);
            assertThat(dropped(workspace, 2, "a", 1)).isNotEqualTo(first);
        }
    }

    private static float[] dropped(Workspace workspace, long seed, String place, long step) {
        Parameters parameters = new Parameters(workspace, seed);
        Dropout dropout = parameters.dropout(place, 0.5);
        NDArray ones = workspace.manager().ones(SHAPE);
        float[] dropped = parameters.training(step, () -> dropout.apply(ones).toFloatArray());
        assertThat(ones.toFloatArray()).containsOnly(1);
        return dropped;
    }

    /** A location that is used twice in a step has two masks, and the first is unchanged when the backward pass reads it. */
    @Test
    void everyUseInAStepHasItsOwnMask() {
        try (Workspace workspace = new Workspace(Device.cpu(), DataType.FLOAT32)) {
            Parameters parameters = new Parameters(workspace, 1);
            Dropout dropout = parameters.dropout("a", 0.5);
            NDArray x = workspace.manager().ones(SHAPE);
            x.setRequiresGradient(true);
            float[] both = parameters.training(1, () -> {
                try (GradientCollector collector =
                        workspace.manager().getEngine().newGradientCollector()) {
                    NDArray first = dropout.apply(x);
                    NDArray second = dropout.apply(x);
                    collector.backward(first.add(second).sum());
                    assertThat(first.toFloatArray()).isNotEqualTo(second.toFloatArray());
                    return first.add(second).toFloatArray();
                }
            });
            assertThat(x.getGradient().toFloatArray()).isEqualTo(both);
            float[] again = parameters.training(1, () -> dropout.apply(x).toFloatArray());
            assertThat(again).isEqualTo(dropped(workspace, 1, "a", 1));
        }
    }

    @Test
    void nothingIsDroppedOutsideOfTrainingOrWithProbabilityZero() {
        try (Workspace workspace = new Workspace(Device.cpu(), DataType.FLOAT32)) {
            Parameters parameters = new Parameters(workspace, 1);
            NDArray x = workspace.manager().ones(SHAPE);
            assertThat(parameters.dropout("a", 0.5).apply(x)).isSameAs(x);
            Dropout none = parameters.dropout("b", 0);
            assertThat(parameters.training(1, () -> none.apply(x))).isSameAs(x);
        }
    }

    /** In-place masks before ReLU are correct only if the backward pass accepts them, at all locations in both layers. */
    @Test
    void backwardWorksAtAllLocationsInBothTypes() {
        for (DataType type : new DataType[] {DataType.FLOAT32, DataType.FLOAT64}) {
            try (Workspace workspace = new Workspace(Device.cpu(), type)) {
                Parameters parameters = new Parameters(workspace, 1);
                TransformerEncoder encoder =
                        new TransformerEncoder(parameters.in("enc"), 2, 8, 2, 16, 0.5, NormPlacement.AFTER);
                TransformerDecoder decoder = new TransformerDecoder(parameters.in("dec"), 1, 8, 2, 16, 0.5);
                NDArray x = workspace.manager().randomNormal(SHAPE).toType(type, false);
                parameters.training(1, () -> {
                    try (GradientCollector collector =
                            workspace.manager().getEngine().newGradientCollector()) {
                        NDArray z = encoder.apply(x, null);
                        NDArray y = decoder.apply(z, z, null);
                        collector.backward(y.square().mul(x).sum());
                    }
                    return x;
                });
                parameters
                        .trained()
                        .forEach((name, parameter) -> assertThat(
                                        parameter.getGradient().isNaN().any().getBoolean())
                                .as("%s of %s", type, name)
                                .isFalse());
            }
        }
    }

    /** The feed-forward part scales the weight after its dropout instead of the kept elements. The mean output must not change. */
    @Test
    void theMeanOverManyStepsIsTheOutputWithoutDropout() {
        try (Workspace workspace = new Workspace(Device.cpu(), DataType.FLOAT64)) {
            Parameters parameters = new Parameters(workspace, 1);
            // Norms first, so that the output is linear in the result of the feed-forward part.
            TransformerEncoder encoder = new TransformerEncoder(parameters, 1, 8, 2, 64, 0.2, NormPlacement.BEFORE);
            NDArray x = workspace.manager().randomNormal(new Shape(1, 3, 8)).toType(DataType.FLOAT64, false);
            double[] plain = encoder.apply(x, null).toDoubleArray();
            double[] mean = new double[plain.length];
            int steps = 4000;
            for (int step = 1; step <= steps; step++) {
                double[] dropped = parameters.training(
                        step,
                        () -> workspace.scoped(() -> encoder.apply(x, null).toDoubleArray()));
                for (int i = 0; i < mean.length; i++) {
                    mean[i] += dropped[i] / steps;
                }
            }
            assertThat(mean).usingComparatorWithPrecision(0.05).containsExactly(plain);
        }
    }
}
