package io.alchemi.trainers.alignment;

import io.alchemi.schema.Default;
import io.alchemi.schema.Flag;
import io.alchemi.schema.Key;
import io.alchemi.schema.Length;
import io.alchemi.schema.Range;
import io.alchemi.training.optimizer.LearningRate;
import java.util.List;

/**
 * AdamW and its learning rate.
 *
 * @param learningRate highest learning rate
 * @param warmupSteps steps over which the learning rate rises from 0
 * @param schedule how the learning rate goes on after the rise
 * @param weightDecay decoupled weight decay
 * @param betas decay of the running means of the gradients and of their squares
 * @param epsilon added to the root of the mean of the squares, by which an update is divided
 */
public record OptimizerConfig(
        @Key("lr") @Flag @Default("1e-3") @Range(min = 0) double learningRate,
        @Default("0") @Range(min = 0) int warmupSteps,
        @Default("constant") LearningRate.Schedule schedule,
        @Default("0") @Range(min = 0) double weightDecay,

        @Default("[0.9, 0.999]") @Length(2) @Range(min = 0, max = 1, maxExclusive = true)
        List<Double> betas,

        @Key("eps") @Default("1e-8") @Range(min = 0, minExclusive = true)
        double epsilon) {}
