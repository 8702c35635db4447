package io.alchemi.training.sweep;

import io.alchemi.config.schema.MetricGoal;
import io.alchemi.config.schema.MetricStage;

/**
 * What trials are compared by: the last value of a metric.
 *
 * @param metric its name
 * @param stage which file has it
 * @param goal which values are better
 */
record Objective(String metric, MetricStage stage, MetricGoal goal) {}
