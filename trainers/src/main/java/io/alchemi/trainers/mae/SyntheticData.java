package io.alchemi.trainers.mae;

import io.alchemi.training.array.InputBuffer;
import io.alchemi.training.random.RandomStream;

/** Tokens from N(0, 1) and masks from random permutations, each a function of seed and step alone. */
final class SyntheticData implements MaeData {
    private final MaeSettings settings;

    SyntheticData(MaeSettings settings) {
        this.settings = settings;
    }

    @Override
    public void tokens(long step, InputBuffer into) {
        stream("mae/tokens", step).normals(into.size(), into::set);
    }

    @Override
    public MaeMasks masks(long step) {
        boolean[] features = draw("mae/spectral_mask", step, settings.embedDim(), settings.spectralMaskRatio());
        boolean[] tokens = settings.spatialMasking()
                ? draw("mae/spatial_mask", step, settings.tokens(), settings.spatialMaskRatio())
                : MaeMasks.keepAll(settings.tokens());
        return new MaeMasks(tokens, features);
    }

    private boolean[] draw(String purpose, long step, int n, double ratio) {
        return MaeMasks.keepAllBut(stream(purpose, step).permutation(n), MaeMasks.dropped(n, ratio));
    }

    private RandomStream stream(String purpose, long step) {
        return new RandomStream(settings.seed(), purpose, step);
    }
}
