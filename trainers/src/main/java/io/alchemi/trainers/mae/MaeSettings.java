package io.alchemi.trainers.mae;

import ai.djl.ndarray.types.DataType;
import io.alchemi.training.array.InputBuffer;

/**
 * The numbers of one run.
 *
 * @param embedDim           D, width of a token, at least 3; also T, the number of tokens of a sample
 * @param nHeads             attention heads, a divisor of D
 * @param depth              encoder layers, at least 1; the decoder has half as many, at least 1
 * @param basisSize          K, functions of the unused {@link SpectralBasis}, at least 1
 * @param batchSize          B, samples per step, at least 1
 * @param spatialMasking     whether tokens are masked at all
 * @param spatialMaskRatio   share of tokens to drop, from 0 to 1
 * @param spectralMaskRatio  share of features to drop, from 0 to 1
 * @param positionalEncoding whether a learned table of positions is added to the tokens
 * @param learningRate       of AdamW, at least 0
 * @param dropout            share of activations to drop, in [0, 1); the original always uses {@link #ORIGINAL_DROPOUT}
 * @param seed               fixes initial weights, tokens, masks and dropout
 * @param dataType           float32 or float64
 */
public record MaeSettings(
        int embedDim,
        int nHeads,
        int depth,
        int basisSize,
        int batchSize,
        boolean spatialMasking,
        double spatialMaskRatio,
        double spectralMaskRatio,
        boolean positionalEncoding,
        double learningRate,
        double dropout,
        long seed,
        DataType dataType) {
    /** The dropout of the original, which is no key of its configuration. */
    public static final double ORIGINAL_DROPOUT = 0.1;

    /**
     * Checks the numbers; learning rate and dropout are checked by those who use them.
     *
     * @throws IllegalArgumentException naming what is out of its range
     */
    public MaeSettings {
        requireAtLeast("embed_dim", embedDim, 3);
        requireAtLeast("n_heads", nHeads, 1);
        requireAtLeast("depth", depth, 1);
        requireAtLeast("basis_K", basisSize, 1);
        requireAtLeast("batch_size", batchSize, 1);
        if (embedDim % nHeads != 0) {
            throw new IllegalArgumentException("embed_dim " + embedDim + " is not divisible by n_heads " + nHeads);
        }
        MaeMasks.requireRatio("spatial_mask_ratio", spatialMaskRatio);
        MaeMasks.requireRatio("spectral_mask_ratio", spectralMaskRatio);
        InputBuffer.requireFloating(dataType);
    }

    private static void requireAtLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " is " + value + "; it must be at least " + least);
        }
    }

    /**
     * Returns the number of tokens of a sample.
     *
     * @return T = D
     */
    public int tokens() {
        return embedDim;
    }

    /**
     * Returns the number of decoder layers.
     *
     * @return max(1, depth div 2)
     */
    public int decoderDepth() {
        return Math.max(1, depth / 2);
    }

    /**
     * Returns the size of a step's input.
     *
     * @return B T D times the element size, bytes
     */
    public long bytesPerStep() {
        return (long) batchSize * tokens() * embedDim * dataType.getNumOfBytes();
    }
}
