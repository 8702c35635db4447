package org.example.regression;

import io.alchemi.schema.ConfigSchema;
import io.alchemi.schema.Default;
import io.alchemi.schema.Example;
import io.alchemi.schema.Flag;
import io.alchemi.schema.Input;
import io.alchemi.schema.Range;
import io.alchemi.schema.Rule;
import io.alchemi.training.session.RuntimeConfig;
import java.nio.file.Path;

/**
 * A straight line through measured points.
 *
 * @param global run-wide settings
 * @param data a CSV file with a line of names and then two numbers a line, x and y
 * @param learningRate step size of the optimizer
 * @param steps optimizer steps, each over all points
 * @param logEvery steps between two lines of the log
 */
@ConfigSchema(id = "regression", files = "regression*.yaml", example = "regression.yaml")
public record Regression(
        RuntimeConfig global,
        @Input @Example("data/photometer.csv") Path data,
        @Flag @Default("0.01") @Range(min = 0, minExclusive = true) double learningRate,
        @Flag @Default("500") @Range(min = 1) int steps,
        @Default("50") @Range(min = 1) int logEvery) {

    @Rule("log_every must not exceed steps")
    static boolean logs(int logEvery, int steps) {
        return logEvery <= steps;
    }
}
