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
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The masked autoencoder in plain DJL. It processes whole batches, like the Python implementation. */
final class PlainMae extends PlainTraining {
    private static final String TOKENS = "tokens";
    private static final String KEPT_TOKENS = "kept_tokens";
    private static final String KEPT_FEATURES = "kept_features";

    private final TrainConfig config;
    private final long seed;
    private final PlainTransformer transformer;
    private final Weights weights;

    /** Starts with the parameters of a file, and uses the same data. */
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

    /** Draws a mask in the same way as our trainer. True entries are kept. */
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
    Map<String, Object> settings() {
        return Map.of(
                "model", "autoencoder",
                "width", config.embedDim(),
                "heads", config.nHeads(),
                "depth", config.depth(),
                "dropout", config.dropout(),
                "lr", config.learningRate(),
                "betas", List.of(0.9, 0.999),
                "weight_decay", 0.01);
    }

    @Override
    Map<String, NDArray> batch(long step, NDManager manager) {
        int b = config.batchSize();
        int t = config.embedDim();
        int d = config.embedDim();
        float[] values = new float[b * t * d];
        new RandomStream(seed, "mae/tokens", step).normals(values.length, (i, value) -> values[i] = (float) value);
        boolean[] keptTokens = kept("mae/spatial_mask", step, t, config.spatialMaskRatio());
        boolean[] keptFeatures = kept("mae/spectral_mask", step, d, config.spectralMaskRatio());
        return Map.of(
                TOKENS, manager.create(values, new Shape(b, t, d)),
                KEPT_TOKENS, manager.create(numbers(keptTokens)),
                KEPT_FEATURES, manager.create(numbers(keptFeatures)));
    }

    @Override
    NDArray loss(Map<String, NDArray> batch) {
        NDArray x = Objects.requireNonNull(batch.get(TOKENS));
        NDArray tokens = Objects.requireNonNull(batch.get(KEPT_TOKENS));
        NDArray features = Objects.requireNonNull(batch.get(KEPT_FEATURES));
        NDArray decoded = decode(encode(x, tokens));
        NDArray mask = tokens.expandDims(1).mul(features).expandDims(0);
        NDArray count = mask.sum().mul(constant(x, config.batchSize()));
        NDArray reconstruction = decoded.sub(x).mul(mask).square().sum().div(count);
        NDArray roughness = smoothness(x.get(new NDIndex("0")), features);
        return reconstruction.add(roughness.mul(constant(x, 1e-4)));
    }

    private static NDArray constant(NDArray like, double value) {
        return like.getManager().full(new Shape(), (float) value);
    }

    private NDArray encode(NDArray x, NDArray keptTokens) {
        NDArray keyBias = keptTokens.log().reshape(1, 1, 1, -1);
        NDArray positions = weights.get("posenc.weight").get(":" + keptTokens.size());
        return transformer.encoder(weights.in("enc"), config.depth(), x.add(positions), keyBias);
    }

    private NDArray decode(NDArray encoded) {
        NDArray decoded = transformer.decoder(weights.in("dec"), Math.max(1, config.depth() / 2), encoded, encoded);
        return PlainTransformer.linear(weights.in("proj"), decoded);
    }

    private static float[] numbers(boolean[] kept) {
        float[] numbers = new float[kept.length];
        for (int i = 0; i < kept.length; i++) {
            numbers[i] = kept[i] ? 1 : 0;
        }
        return numbers;
    }

    private static NDArray smoothness(NDArray spectra, NDArray kept) {
        NDArray bothKept = kept.get("1:").mul(kept.get(":-1"));
        NDArray first = spectra.get(":, 1:").sub(spectra.get(":, :-1")).mul(bothKept);
        return first.get(":, 1:").sub(first.get(":, :-1")).square().mean();
    }
}
