package io.alchemi.benchmarks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import io.alchemi.config.Loaded;
import io.alchemi.trainers.mae.MaeExperiment;
import io.alchemi.trainers.mae.MaeMasks;
import io.alchemi.trainers.mae.TrainConfig;
import io.alchemi.training.random.RandomStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** The masked autoencoder in the plain way: whole batches, as the original. */
final class PlainMae extends PlainTraining {
    private final TrainConfig config;
    private final long seed;
    private final PlainTransformer transformer;
    private final Weights weights;

    /** Starts with the parameters of a file, and sees the same data. */
    PlainMae(Loaded<MaeExperiment> loaded, Path initial) throws IOException {
        super(
                initial,
                Optimizer.adamW()
                        .optLearningRateTracker(
                                Tracker.fixed((float) loaded.value().train().learningRate()))
                        .build(),
                Double.POSITIVE_INFINITY);
        this.config = loaded.value().train();
        this.seed = loaded.value().global().seed();
        this.transformer = new PlainTransformer(config.nHeads(), config.dropout());
        this.weights = weights();
    }

    /** Draws a mask as ours does, true where something is kept. */
    private boolean[] kept(String purpose, long step, int n, double ratio) {
        boolean[] kept = new boolean[n];
        Arrays.fill(kept, true);
        int[] order = new RandomStream(seed, purpose, step).permutation(n);
        for (int i = 0; i < MaeMasks.dropped(n, ratio); i++) {
            kept[order[i]] = false;
        }
        return kept;
    }

    @Override
    NDArray loss(long step, NDManager manager) {
        int b = config.batchSize();
        int t = config.embedDim();
        int d = config.embedDim();
        float[] values = new float[b * t * d];
        new RandomStream(seed, "mae/tokens", step).normals(values.length, (i, value) -> values[i] = (float) value);
        NDArray x = manager.create(values, new Shape(b, t, d));
        boolean[] keptTokens = kept("mae/spatial_mask", step, t, config.spatialMaskRatio());
        boolean[] keptFeatures = kept("mae/spectral_mask", step, d, config.spectralMaskRatio());
        NDArray decoded = decode(encode(x, keptTokens, manager));
        NDArray tokens = manager.create(numbers(keptTokens, 1, 0), new Shape(1, t, 1));
        NDArray features = manager.create(numbers(keptFeatures, 1, 0), new Shape(1, 1, d));
        NDArray mask = tokens.mul(features);
        NDArray count = mask.sum().mul(manager.create((float) b));
        NDArray reconstruction = decoded.sub(x).mul(mask).square().sum().div(count);
        NDArray roughness = smoothness(x.get(new NDIndex("0")), features.squeeze(0));
        return reconstruction.add(roughness.mul(manager.create(1e-4f)));
    }

    private NDArray encode(NDArray x, boolean[] keptTokens, NDManager manager) {
        float[] hiding = numbers(keptTokens, 0, Float.NEGATIVE_INFINITY);
        NDArray keyBias = manager.create(hiding, new Shape(1, 1, 1, hiding.length));
        NDArray positions = weights.get("posenc.weight").get(":" + hiding.length);
        return transformer.encoder(weights.in("enc"), config.depth(), x.add(positions), keyBias);
    }

    private NDArray decode(NDArray encoded) {
        NDArray decoded = transformer.decoder(weights.in("dec"), Math.max(1, config.depth() / 2), encoded, encoded);
        return PlainTransformer.linear(weights.in("proj"), decoded);
    }

    private static float[] numbers(boolean[] kept, float yes, float no) {
        float[] numbers = new float[kept.length];
        for (int i = 0; i < kept.length; i++) {
            numbers[i] = kept[i] ? yes : no;
        }
        return numbers;
    }

    private static NDArray smoothness(NDArray spectra, NDArray kept) {
        NDArray bothKept = kept.get(":, 1:").mul(kept.get(":, :-1"));
        NDArray first = spectra.get(":, 1:").sub(spectra.get(":, :-1")).mul(bothKept);
        return first.get(":, 1:").sub(first.get(":, :-1")).square().mean();
    }
}
