package org.example.digits;

import io.alchemi.schema.ConfigSchema;
import io.alchemi.schema.Default;
import io.alchemi.schema.Example;
import io.alchemi.schema.Flag;
import io.alchemi.schema.Input;
import io.alchemi.schema.Range;
import io.alchemi.training.optimizer.LearningRate;
import io.alchemi.training.run.LoopConfig;
import io.alchemi.training.session.RuntimeConfig;
import java.nio.file.Path;

/**
 * A classifier of handwritten digits.
 *
 * @param global run-wide settings
 * @param data CSV file with a header line, then 64 pixels and the digit in each line
 * @param validationShare share of the images that are held out for evaluations
 * @param hiddenWidth width of the hidden layer
 * @param dropout share of the hidden units to drop in training
 * @param batchSize images per optimizer step
 * @param learningRate maximum learning rate
 * @param warmupSteps steps over which the learning rate rises from 0
 * @param schedule learning rate after the warmup
 * @param weightDecay decoupled weight decay
 * @param loop training loop
 */
@ConfigSchema(id = "digits", files = "digits*.yaml", example = "digits.yaml")
public record DigitsConfig(
        RuntimeConfig global,
        @Input @Example("data/digits.csv") Path data,

        @Default("0.2") @Range(min = 0, max = 1, minExclusive = true, maxExclusive = true)
        double validationShare,

        @Flag @Default("128") @Range(min = 1) int hiddenWidth,

        @Flag @Default("0.2") @Range(min = 0, max = 1, maxExclusive = true)
        double dropout,

        @Flag @Default("64") @Range(min = 1) int batchSize,
        @Flag @Default("3e-3") @Range(min = 0) double learningRate,
        @Default("0") @Range(min = 0) int warmupSteps,
        @Default("cosine") LearningRate.Schedule schedule,
        @Default("0.01") @Range(min = 0) double weightDecay,
        LoopConfig loop) {}
