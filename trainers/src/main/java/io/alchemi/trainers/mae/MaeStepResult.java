package io.alchemi.trainers.mae;

import io.alchemi.training.progress.ThroughputStats;

/**
 * What came out of one step.
 *
 * @param step       the step, counted from 1
 * @param loss       the loss before the update
 * @param throughput active elements ("tokens"), bytes and seconds of forward pass, backward pass and update
 */
public record MaeStepResult(long step, double loss, ThroughputStats throughput) {}
