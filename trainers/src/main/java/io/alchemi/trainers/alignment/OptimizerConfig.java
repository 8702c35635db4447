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
 * @param learningRate maximum learning rate
 * @param warmupSteps steps over which the learning rate rises from 0
 * @param schedule learning rate after the warmup
 * @param weightDecay decoupled weight decay
 * @param betas decay rates of the running means of gradients and squared gradients
 * @param epsilon added to the denominator of an update, the root mean square of the gradients
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
