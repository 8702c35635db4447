package io.alchemi.trainers.mae;

import static io.alchemi.schema.Metric.Goal.MINIMIZE;
import static io.alchemi.schema.Metric.Stage.STEP;

import io.alchemi.schema.Metric;
import io.alchemi.schema.TrainerCommand;
import io.alchemi.training.optimizer.AdamW;
import io.alchemi.training.optimizer.LearningRate;
import io.alchemi.training.run.Run;
import io.alchemi.training.run.Step;
import io.alchemi.training.run.Trainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Trains the masked autoencoder on synthetic tokens. */
@TrainerCommand("pretrain-mae")
@Metric(
        name = "reconstruction",
        stage = STEP,
        goal = MINIMIZE,
        doc = "mean squared error of the reconstructed values that the masks kept")
@Metric(
        name = "smoothness",
        stage = STEP,
        doc = "mean squared second difference of the input spectra of the first sample, without its weight 1e-4; it has"
                + " no gradient")
public final class MaePretrainer implements Trainer<MaeExperiment> {
    /** A trainer. */
    public MaePretrainer() {}

    @Override
    public void train(MaeExperiment config, Run run) throws IOException {
        TrainConfig train = config.train();
        SyntheticData data = new SyntheticData(train, run.session().seed());
        Path maskPath = train.maskPath();
        if (maskPath != null) {
            run.writeJson(maskPath, asJson(data.masks(1)));
        }
        MaeModel model = new MaeModel(run.parameters(), train);
        // Weight decay is 0.01, PyTorch's default, because the Python implementation sets none.
        AdamW optimizer = new AdamW(run.parameters().trained(), LearningRate.constant(train.learningRate()));
        MaeBatch batch = new MaeBatch(train, run.workspace());
        for (Step step : run.steps(train)) {
            data.fill(step.number(), batch);
            step.update(optimizer, () -> MaeLoss.of(model, batch.lend()));
            step.processed(batch.activeElements(), batch.bytes());
        }
    }

    private static Map<String, boolean[]> asJson(MaeMasks masks) {
        Map<String, boolean[]> kept = new LinkedHashMap<>();
        kept.put("kept_features", masks.keptFeatures());
        kept.put("kept_tokens", masks.keptTokens());
        return kept;
    }
}
