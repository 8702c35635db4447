package org.example.regression;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.alchemi.schema.TrainerCommand;
import io.alchemi.training.array.Scalars;
import io.alchemi.training.optimizer.AdamW;
import io.alchemi.training.optimizer.Gradients;
import io.alchemi.training.run.Metrics;
import io.alchemi.training.run.Run;
import io.alchemi.training.run.Trainer;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Finds slope and intercept of a line by least squares. */
@TrainerCommand("regression")
public final class RegressionTrainer implements Trainer<Regression> {
    @Override
    public void train(Regression config, Run run) throws IOException {
        Points points = Points.read(config.data());
        DataType type = run.session().dataType();
        try (NDManager manager = NDManager.newBaseManager(run.session().device())) {
            NDArray x = manager.create(points.x()).toType(type, true);
            NDArray y = manager.create(points.y()).toType(type, true);
            Map<String, NDArray> line = new LinkedHashMap<>(); // Checkpoints keep this order.
            line.put("slope", manager.zeros(new Shape(1), type));
            line.put("intercept", manager.zeros(new Shape(1), type));
            line.values().forEach(parameter -> parameter.setRequiresGradient(true));
            AdamW optimizer = new AdamW(line, new AdamW.Rates(config.learningRate(), 0.9, 0.999, 0, 1e-8));

            run.begin(config.steps(), config.logEvery());
            Metrics metrics = new Metrics(0);
            for (int step = 1; step <= config.steps(); step++) {
                // The scope frees the arrays of this step; those made before it stay.
                try (NDScope scope = new NDScope();
                        GradientCollector gradients = manager.getEngine().newGradientCollector()) {
                    scope.suppressNotUsedWarning();
                    NDArray predicted = x.mul(line.get("slope")).add(line.get("intercept"));
                    NDArray loss = predicted.sub(y).square().mean();
                    gradients.backward(loss);
                    metrics = new Metrics(step).with("loss", Scalars.read(loss));
                }
                optimizer.step(Gradients.of(line));
                run.record(metrics);
            }
            run.saveParameters(line);
            run.conclude(metrics);
        }
    }
}
