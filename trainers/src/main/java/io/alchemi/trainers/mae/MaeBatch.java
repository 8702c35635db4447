package io.alchemi.trainers.mae;

import ai.djl.ndarray.NDArray;
import io.alchemi.training.array.InputBuffer;
import io.alchemi.training.array.Workspace;
import org.jspecify.annotations.Nullable;

/** Memory for the tokens and masks of a step, refilled every step. */
final class MaeBatch {
    private final TrainConfig config;
    private final Workspace workspace;
    private final InputBuffer tokens;
    private final InputBuffer keptFeatures;
    private @Nullable InputBuffer keptTokens;
    private long activeElements;

    /**
     * The batch as arrays that share its memory.
     *
     * @param tokens       (B, T, D)
     * @param keptFeatures (1, D), 1 where a feature is kept, else 0
     * @param keptTokens   selection matrix of the kept tokens: (K, T), each row a single 1 among zeros; null if all are kept. Multiplying
     *                     by a matrix is exact and has a repeatable gradient; indexing does not
     */
    record Arrays(
            NDArray tokens, NDArray keptFeatures, @Nullable NDArray keptTokens) {}

    MaeBatch(TrainConfig config, Workspace workspace) {
        this.config = config;
        this.workspace = workspace;
        this.tokens = workspace.input(config.batchSize(), config.tokens(), config.embedDim());
        this.keptFeatures = workspace.input(1, config.embedDim());
    }

    /** Returns the tokens, row-major (B, T, D). */
    InputBuffer tokens() {
        return tokens;
    }

    void mask(MaeMasks masks) {
        boolean[] features = masks.keptFeatures();
        for (int i = 0; i < features.length; i++) {
            keptFeatures.set(i, features[i] ? 1 : 0);
        }
        keptTokens = config.noSpatialMask() ? null : picked(masks.keptTokens());
        activeElements = masks.activeElements(config.batchSize());
    }

    private InputBuffer picked(boolean[] kept) {
        int count = 0;
        for (boolean one : kept) {
            count += one ? 1 : 0;
        }
        InputBuffer matrix = keptTokens;
        if (matrix == null || matrix.shape().get(0) != count) {
            matrix = workspace.input(count, kept.length);
        }
        int row = 0;
        for (int token = 0; token < kept.length; token++) {
            for (int i = 0; i < count; i++) {
                matrix.set(i * kept.length + token, kept[token] && i == row ? 1 : 0);
            }
            row += kept[token] ? 1 : 0;
        }
        return matrix;
    }

    Arrays lend() {
        return new Arrays(tokens.lend(), keptFeatures.lend(), keptTokens == null ? null : keptTokens.lend());
    }

    /** Returns the number of elements, which the metrics call tokens. */
    long activeElements() {
        return activeElements;
    }

    /** Returns the size of the tokens in bytes. */
    long bytes() {
        return (long) tokens.size() * workspace.dataType().getNumOfBytes();
    }
}
