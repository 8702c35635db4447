package org.example.regression;

import io.alchemi.schema.ConfigSchema;
import io.alchemi.schema.Default;
import io.alchemi.schema.Example;
import io.alchemi.schema.Flag;
import io.alchemi.schema.Input;
import io.alchemi.schema.Range;
import io.alchemi.schema.Rule;
import io.alchemi.training.run.LoopConfig;
import io.alchemi.training.session.RuntimeConfig;
import java.nio.file.Path;

/**
 * A straight line through measured points.
 *
 * @param global run-wide settings
 * @param data CSV file with a header line, then two numbers per line, x and y
 * @param learningRate step size of the optimizer
 * @param loop training loop; each step uses all points
 */
@ConfigSchema(id = "regression", files = "regression*.yaml", example = "regression.yaml")
public record Regression(
        RuntimeConfig global,
        @Input @Example("data/photometer.csv") Path data,
        @Flag @Default("0.01") @Range(min = 0, minExclusive = true) double learningRate,
        LoopConfig loop) {

    @Rule("loop.log_every must not exceed loop.max_steps")
    static boolean logs(LoopConfig loop) {
        return loop.logEvery() <= loop.maxSteps();
    }
}
