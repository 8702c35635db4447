package io.alchemi.trainers.run;

import ai.djl.ndarray.NDArray;
import io.alchemi.config.Loaded;
import io.alchemi.trainers.mae.MaeExperiment;
import io.alchemi.trainers.mae.MaeExperimentLoader;
import io.alchemi.training.array.Scalars;
import io.alchemi.training.optimizer.AdamW;
import io.alchemi.training.optimizer.LearningRate;
import io.alchemi.training.run.LoopConfig;
import io.alchemi.training.run.Loss;
import io.alchemi.training.run.Run;
import io.alchemi.training.run.Step;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A run whose model is one number, which starts at 0, and whose loss is a parabola with its lowest point at 3. */
final class OneNumber implements AutoCloseable {
    /** A configuration with a global block; the loop of these runs is another one. */
    static final Loaded<MaeExperiment> ANY = new MaeExperimentLoader().load("global: {seed: 1, device: cpu}");

    final Run run;
    final NDArray x;
    final AdamW optimizer;

    private OneNumber(Run run) {
        this.run = run;
        this.x = run.parameters().constant("x", 0);
        this.optimizer = optimizer(run);
    }

    static OneNumber of(Run run) {
        return new OneNumber(run);
    }

    static AdamW optimizer(Run run) {
        return new AdamW(run.parameters().trained(), LearningRate.constant(0.1));
    }

    static LoopConfig loop(int steps) {
        return loop(steps, null, null);
    }

    /** A line every 2 steps, an evaluation and a checkpoint after each, of which 2 are kept. */
    static LoopConfig loop(int steps, @Nullable String bestBy, @Nullable Integer patience) {
        return new LoopConfig(steps, 2, 1, 1, 2, bestBy, patience, null);
    }

    static Loss parabola(NDArray x) {
        return Loss.of(x.sub(Scalars.like(x, 3)).square());
    }

    void update(Step step) {
        step.update(optimizer, () -> parabola(x));
    }

    @Override
    public void close() throws IOException {
        run.close();
    }
}
