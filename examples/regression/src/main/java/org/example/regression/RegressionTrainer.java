package org.example.regression;

import ai.djl.ndarray.NDArray;
import io.alchemi.schema.TrainerCommand;
import io.alchemi.training.optimizer.AdamW;
import io.alchemi.training.optimizer.LearningRate;
import io.alchemi.training.run.Loss;
import io.alchemi.training.run.Run;
import io.alchemi.training.run.Step;
import io.alchemi.training.run.Trainer;
import java.io.IOException;

/** Finds slope and intercept of a line by least squares. */
@TrainerCommand("regression")
public final class RegressionTrainer implements Trainer<Regression> {
    @Override
    public void train(Regression config, Run run) throws IOException {
        Points points = Points.read(config.data());
        NDArray x = run.workspace().input(points.x().length).fill(points.x()).copy();
        NDArray y = run.workspace().input(points.y().length).fill(points.y()).copy();
        NDArray slope = run.parameters().constant("slope", 0, 1);
        NDArray intercept = run.parameters().constant("intercept", 0, 1);
        AdamW optimizer = new AdamW(
                run.parameters().trained(),
                LearningRate.constant(config.learningRate()),
                new AdamW.Constants(0.9, 0.999, 0, 1e-8));

        for (Step step : run.steps(config.loop())) {
            step.update(optimizer, () -> {
                NDArray predicted = x.mul(slope).add(intercept);
                return Loss.of(predicted.sub(y).square().mean());
            });
        }
    }
}
