package org.example.digits;

import static io.alchemi.schema.Metric.Goal.MAXIMIZE;
import static io.alchemi.schema.Metric.Goal.MINIMIZE;

import io.alchemi.schema.Metric;
import io.alchemi.schema.TrainerCommand;
import io.alchemi.training.nn.Losses;
import io.alchemi.training.optimizer.AdamW;
import io.alchemi.training.optimizer.LearningRate;
import io.alchemi.training.run.Loss;
import io.alchemi.training.run.Run;
import io.alchemi.training.run.Step;
import io.alchemi.training.run.Trainer;
import java.io.IOException;

/** Trains a classifier of handwritten digits. */
@TrainerCommand("digits")
@Metric(name = "accuracy", goal = MAXIMIZE, doc = "share of held-out images that are classified correctly, 0 to 1")
@Metric(name = "validation_loss", goal = MINIMIZE, unit = "nat", doc = "mean cross-entropy of the held-out images")
public final class DigitsTrainer implements Trainer<DigitsConfig> {
    @Override
    public void train(DigitsConfig config, Run run) throws IOException {
        Dataset data = new Dataset(
                Image.read(config.data()),
                config.validationShare(),
                run.session().seed());
        Batch batch = new Batch(run.workspace(), config.batchSize());
        Validation validation = new Validation(data.validation(), run.workspace());

        Classifier model = new Classifier(run.parameters(), config.hiddenWidth(), config.dropout());
        LearningRate learningRate = new LearningRate(
                config.learningRate(),
                config.warmupSteps(),
                config.schedule(),
                config.loop().maxSteps());
        AdamW.Constants constants = AdamW.Constants.DEFAULT.withWeightDecay(config.weightDecay());
        AdamW optimizer = new AdamW(run.parameters().trained(), learningRate, constants);

        for (Step step : run.steps(config.loop())) {
            batch.fill(data.batch(step.number(), config.batchSize()));
            step.update(optimizer, () -> Loss.of(Losses.crossEntropy(model.apply(batch.pixels()), batch.digits())));
            if (step.evaluates()) {
                step.evaluation(() -> validation.evaluate(model));
            }
        }
    }
}
