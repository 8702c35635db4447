package io.alchemi.trainers.alignment;

import ai.djl.ndarray.types.DataType;
import io.alchemi.training.array.InputBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of one run.
 *
 * @param batchSize    B, pairs per step, at least 1
 * @param heldOutPairs pairs of an evaluation, at least 1; 64 makes chance 1/64
 * @param seed         fixes initial weights, data and dropout
 * @param dataType     float32 or float64
 * @param pairs        the data
 * @param towers       the networks
 * @param optimizer    the updates
 * @param initialTau   tau of the contrastive loss at the start, above 0
 * @param learnTau     whether tau is trained
 * @param cycle        the reconstruction term, or null without one
 * @param bandDepth    the band depth term, or null without one
 */
public record AlignmentSettings(
        int batchSize,
        int heldOutPairs,
        long seed,
        DataType dataType,
        PairSettings pairs,
        TowerSettings towers,
        OptimizerSettings optimizer,
        double initialTau,
        boolean learnTau,
        @Nullable CycleSettings cycle,
        @Nullable BandDepthSettings bandDepth) {
    /**
     * Checks the numbers that no part of them checks.
     *
     * @throws IllegalArgumentException naming what is out of its range
     */
    public AlignmentSettings {
        requireAtLeast("trainer.batch_size", batchSize, 1);
        requireAtLeast("number of held-out pairs", heldOutPairs, 1);
        if (!(initialTau > 0 && Double.isFinite(initialTau))) {
            throw new IllegalArgumentException("loss.tau_init is " + initialTau + "; it must be above 0");
        }
        InputBuffer.requireFloating(dataType);
    }

    static void requireAtLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " is " + value + "; it must be at least " + least);
        }
    }
}
