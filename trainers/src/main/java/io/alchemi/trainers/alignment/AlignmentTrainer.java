package io.alchemi.trainers.alignment;

import ai.djl.ndarray.NDArray;
import io.alchemi.schema.TrainerCommand;
import io.alchemi.training.optimizer.AdamW;
import io.alchemi.training.optimizer.LearningRate;
import io.alchemi.training.run.Run;
import io.alchemi.training.run.Step;
import io.alchemi.training.run.Trainer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Aligns laboratory and sensor spectra. */
@TrainerCommand("align train")
public final class AlignmentTrainer implements Trainer<AlignmentExperiment> {
    /** A trainer. */
    public AlignmentTrainer() {}

    @Override
    public void train(AlignmentExperiment config, Run run) {
        PairAxes axes = new PairAxes(config.data(), config.tokenizer(), bands(config.banddepth(), run));
        AlignmentModel model = new AlignmentModel(run.parameters(), config, axes);
        AlignmentLoss loss = new AlignmentLoss(config, axes, model, run.workspace());
        AdamW optimizer = optimizer(config, run.parameters().trained());

        AlignmentPairs pairs = AlignmentPairs.of(config, axes, run.session().seed());
        PairBatch batch = new PairBatch(axes, config.trainer().batchSize(), run.workspace());
        HeldOutPairs heldOut = new HeldOutPairs(pairs.heldOut(), axes, pairs.heldOutCount(), run.workspace());

        for (Step step : run.steps(config.trainer())) {
            step.update(optimizer, () -> {
                batch.fill(pairs.training(), step.number());
                return loss.of(batch.lend());
            });
            step.processed(batch.validTokens(), batch.bytes());
            if (step.evaluates()) {
                step.evaluation(() -> heldOut.evaluate(model).toEvaluation());
            }
        }
    }

    private static List<BandDepth.Band> bands(BandDepthConfig depth, Run run) {
        Path file = depth.config();
        return depth.enabled() && file != null
                ? run.input(file, BandDepth.class).bands()
                : List.of();
    }

    /** Makes the optimizer that a configuration asks for. */
    static AdamW optimizer(AlignmentExperiment config, Map<String, NDArray> parameters) {
        OptimizerConfig optimizer = config.optimizer();
        LearningRate learningRate = new LearningRate(
                optimizer.learningRate(),
                optimizer.warmupSteps(),
                optimizer.schedule(),
                config.trainer().maxSteps());
        List<Double> betas = optimizer.betas();
        return new AdamW(
                parameters,
                learningRate,
                new AdamW.Constants(betas.get(0), betas.get(1), optimizer.weightDecay(), optimizer.epsilon()));
    }
}
