package io.alchemi.trainers.run;

import ai.djl.ndarray.NDArray;
import io.alchemi.config.Loaded;
import io.alchemi.config.schema.MetricGoal;
import io.alchemi.config.schema.MetricSchema;
import io.alchemi.config.schema.MetricStage;
import io.alchemi.trainers.mae.MaeExperiment;
import io.alchemi.trainers.mae.MaeExperimentLoader;
import io.alchemi.training.array.Scalars;
import io.alchemi.training.optimizer.AdamW;
import io.alchemi.training.optimizer.LearningRate;
import io.alchemi.training.run.LoopConfig;
import io.alchemi.training.run.Loss;
import io.alchemi.training.run.Run;
import io.alchemi.training.run.Step;
import io.alchemi.training.run.TrainCommand;
import io.alchemi.training.run.Trainer;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run with a model of one number, which starts at 0. The loss is a parabola with its minimum at 3. */
final class OneNumber implements AutoCloseable {
    /** A configuration with a global block. Its loop is not used. */
    static final Loaded<MaeExperiment> ANY = new MaeExperimentLoader().load("global: {seed: 1, device: cpu}");

    /** A command with the metrics that these runs record. */
    static final TrainCommand<MaeExperiment> COMMAND = command((config, run) -> {});

    final Run run;
    final NDArray x;
    final AdamW optimizer;

    private OneNumber(Run run) {
        this.run = run;
        this.x = run.parameters().constant("x", 0);
        this.optimizer = optimizer(run);
    }

    /** Returns the command of a trainer that records some of the metrics. */
    static TrainCommand<MaeExperiment> command(Trainer<MaeExperiment> trainer) {
        return new TrainCommand<>("one number", new MaeExperimentLoader()) {
            @Override
            protected Trainer<MaeExperiment> trainer() {
                return trainer;
            }

            @Override
            public List<MetricSchema> metrics() {
                return List.of(
                        metric("x", MetricStage.STEP, MetricGoal.NONE),
                        metric("ratio", MetricStage.STEP, MetricGoal.NONE),
                        metric("fine", MetricStage.STEP, MetricGoal.MINIMIZE),
                        metric("broken", MetricStage.STEP, MetricGoal.MINIMIZE),
                        metric("accuracy", MetricStage.EVALUATION, MetricGoal.MAXIMIZE),
                        metric("distance", MetricStage.EVALUATION, MetricGoal.MINIMIZE),
                        metric("other", MetricStage.EVALUATION, MetricGoal.NONE));
            }
        };
    }

    private static MetricSchema metric(String name, MetricStage stage, MetricGoal goal) {
        return new MetricSchema(name, stage, goal, "", "any");
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

    /** Returns a loop with a log line every 2 steps, and an evaluation and a checkpoint after each step; 2 checkpoints are kept. */
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
