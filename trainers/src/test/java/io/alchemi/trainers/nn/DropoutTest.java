package io.alchemi.trainers.nn;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DropoutTest {
    private static final Shape SHAPE = new Shape(2, 5, 8);

    @Test
    void masksDependOnSiteStepAndSeedAlone() {
        try (NDManager manager = NDManager.newBaseManager()) {
            float[] first = dropped(manager, new Dropout(0.5, 1), "a", 1);
            assertThat(dropped(manager, new Dropout(0.5, 1), "a", 1)).isEqualTo(first);
            assertThat(dropped(manager, new Dropout(0.5, 1), "b", 1)).isNotEqualTo(first);
            assertThat(dropped(manager, new Dropout(0.5, 1), "a", 2)).isNotEqualTo(first);
            assertThat(dropped(manager, new Dropout(0.5, 2), "a", 1)).isNotEqualTo(first);
        }
    }

    private static float[] dropped(NDManager manager, Dropout dropout, String site, long step) {
        dropout.atStep(step);
        return dropout.ofCopy(site, manager.ones(SHAPE)).toFloatArray();
    }

    @Test
    void inPlaceAndOfCopyAreTheSameFunction() {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray x = manager.ones(SHAPE);
            float[] copied = new Dropout(0.5, 1).ofCopy("a", x).toFloatArray();
            assertThat(x.toFloatArray()).containsOnly(1);
            NDArray same = new Dropout(0.5, 1).inPlace("a", x);
            assertThat(same.toFloatArray()).isEqualTo(copied);
            assertThat(x.toFloatArray()).isEqualTo(copied).contains(0, 2);
        }
    }

    /** Before a ReLU the cheaper way drops the same elements, and the weight behind makes up for what it does not scale. */
    @Test
    void beforeReluIsInPlaceButForTheScale() {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray x = manager.randomNormal(SHAPE);
            NDArray dropped = new Dropout(0.5, 1).inPlace("a", x.duplicate());
            float[] whole = Layers.relu(dropped).abs().toFloatArray(); // without the signs of zeros
            Dropout dropout = new Dropout(0.5, 1);
            NDArray halves = Layers.relu(dropout.beforeRelu("a", x));
            assertThat(dropout.rescaled(halves).toFloatArray()).isEqualTo(whole);
            assertThat(whole).contains(0);
        }
    }

    @Test
    void probabilityZeroLeavesTheArrayAlone() {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray x = manager.ones(SHAPE);
            assertThat(Dropout.NONE.ofCopy("a", x)).isSameAs(x);
            assertThat(Dropout.NONE.inPlace("a", x)).isSameAs(x);
            assertThat(Dropout.NONE.beforeRelu("a", x)).isSameAs(x);
            assertThat(Dropout.NONE.rescaled(x)).isSameAs(x);
        }
    }

    /** In-place masks before ReLU are only right if the backward pass accepts them, at all sites of both layers. */
    @Test
    void backwardRunsThroughAllSitesInBothTypes() {
        for (DataType type : new DataType[] {DataType.FLOAT32, DataType.FLOAT64}) {
            try (NDManager manager = NDManager.newBaseManager()) {
                Initializer initializer = new Initializer(manager, type, 1);
                initializer.encoder("enc", 2, 8);
                initializer.decoder("dec", 1, 8);
                Map<String, NDArray> parameters = initializer.parameters();
                Weights weights = new Weights(parameters);
                Transformer transformer = new Transformer(2, new Dropout(0.5, 1));
                NDArray x = manager.randomNormal(SHAPE).toType(type, false);
                try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
                    NDArray z = transformer.encoder(weights.in("enc"), 2, x, null);
                    NDArray y = transformer.decoder(weights.in("dec"), 1, z, z, null);
                    collector.backward(y.square().mul(x).sum());
                }
                parameters.forEach((name, parameter) -> assertThat(
                                parameter.getGradient().isNaN().any().getBoolean())
                        .as("%s of %s", type, name)
                        .isFalse());
            }
        }
    }
}
