package io.alchemi.trainers.alignment;

import io.alchemi.training.optimizer.LearningRate;
import java.util.OptionalDouble;

/**
 * How parameters are updated.
 *
 * @param learningRate    rate of every step
 * @param beta1           AdamW's decay of the mean of gradients, in [0, 1)
 * @param beta2           AdamW's decay of the mean of squared gradients, in [0, 1)
 * @param weightDecay     AdamW's decoupled decay, at least 0
 * @param maxGradientNorm largest norm of all gradients together, at least 0; absent does not clip
 */
public record OptimizerSettings(
        LearningRate learningRate, double beta1, double beta2, double weightDecay, OptionalDouble maxGradientNorm) {}
