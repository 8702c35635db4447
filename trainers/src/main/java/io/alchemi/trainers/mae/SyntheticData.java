package io.alchemi.trainers.mae;

import io.alchemi.training.random.RandomStream;

/** Tokens from N(0, 1) and masks from random permutations. Both depend only on seed and step. */
final class SyntheticData {
    private final TrainConfig config;
    private final long seed;

    SyntheticData(TrainConfig config, long seed) {
        this.config = config;
        this.seed = seed;
    }

    void fill(long step, MaeBatch batch) {
        stream("mae/tokens", step).normals(batch.tokens().size(), batch.tokens()::set);
        batch.mask(masks(step));
    }

    MaeMasks masks(long step) {
        boolean[] features = draw("mae/spectral_mask", step, config.embedDim(), config.spectralMaskRatio());
        boolean[] tokens = config.noSpatialMask()
                ? MaeMasks.keepAll(config.tokens())
                : draw("mae/spatial_mask", step, config.tokens(), config.spatialMaskRatio());
        return new MaeMasks(tokens, features);
    }

    private boolean[] draw(String purpose, long step, int n, double ratio) {
        return MaeMasks.keepAllBut(stream(purpose, step).permutation(n), MaeMasks.dropped(n, ratio));
    }

    private RandomStream stream(String purpose, long step) {
        return new RandomStream(seed, purpose, step);
    }
}
