package io.alchemi.trainers.alignment;

import static io.alchemi.schema.Metric.Goal.MAXIMIZE;
import static io.alchemi.schema.Metric.Goal.MINIMIZE;
import static io.alchemi.schema.Metric.Stage.STEP;

import ai.djl.ndarray.NDArray;
import io.alchemi.schema.Metric;
import io.alchemi.schema.TrainerCommand;
import io.alchemi.training.optimizer.AdamW;
import io.alchemi.training.optimizer.LearningRate;
import io.alchemi.training.run.Run;
import io.alchemi.training.run.Step;
import io.alchemi.training.run.Trainer;
import java.util.List;
import java.util.Map;

/** Aligns laboratory and sensor spectra. */
@TrainerCommand(AlignmentTrainer.COMMAND)
@Metric(name = "tau", stage = STEP, doc = "temperature of InfoNCE, by which cosines are divided")
@Metric(
        name = "info_nce",
        stage = STEP,
        goal = MINIMIZE,
        unit = "nat",
        doc = "contrastive loss of the batch, the mean of both directions; ln batch_size by chance")
@Metric(
        name = "cycle_loss",
        stage = STEP,
        goal = MINIMIZE,
        doc = "sum of the cycle terms, weighted as in the section cycle, without model.cycle_weight")
@Metric(
        name = "cycle_sensor_l2",
        stage = STEP,
        goal = MINIMIZE,
        doc = "mean squared error of reconstructed sensor spectra, in reflectance squared")
@Metric(
        name = "cycle_lab_l2",
        stage = STEP,
        goal = MINIMIZE,
        doc = "mean squared error of reconstructed laboratory spectra, in reflectance squared")
@Metric(
        name = "cycle_sensor_sam",
        stage = STEP,
        goal = MINIMIZE,
        unit = "rad",
        doc = "mean spectral angle between reconstructed and true sensor spectra, 0 to pi")
@Metric(
        name = "cycle_lab_sam",
        stage = STEP,
        goal = MINIMIZE,
        unit = "rad",
        doc = "mean spectral angle between reconstructed and true laboratory spectra, 0 to pi")
@Metric(
        name = "cycle_lab_cont_mse",
        stage = STEP,
        goal = MINIMIZE,
        doc = "mean squared error of laboratory spectra divided by their continuum")
@Metric(
        name = "cycle_sensor_cont_mse",
        stage = STEP,
        goal = MINIMIZE,
        doc = "mean squared error of sensor spectra divided by their continuum")
@Metric(
        name = "cycle_lab_cont_sam",
        stage = STEP,
        goal = MINIMIZE,
        unit = "rad",
        doc = "mean spectral angle of laboratory spectra divided by their continuum, 0 to pi")
@Metric(
        name = "cycle_sensor_cont_sam",
        stage = STEP,
        goal = MINIMIZE,
        unit = "rad",
        doc = "mean spectral angle of sensor spectra divided by their continuum, 0 to pi")
@Metric(
        name = "cycle_lab_slope",
        stage = STEP,
        goal = MINIMIZE,
        unit = "nm^-2",
        doc = "mean squared error of the slopes of reconstructed laboratory spectra")
@Metric(
        name = "cycle_sensor_slope",
        stage = STEP,
        goal = MINIMIZE,
        unit = "nm^-2",
        doc = "mean squared error of the slopes of reconstructed sensor spectra")
@Metric(
        name = "banddepth_loss",
        stage = STEP,
        goal = MINIMIZE,
        doc = "mean absolute or squared error (banddepth.loss) of predicted band depths, without banddepth.weight")
@Metric(
        name = "lab_to_sensor_at_1",
        goal = MAXIMIZE,
        doc = "share of held-out laboratory spectra whose nearest sensor spectrum is their own, 0 to 1")
@Metric(
        name = "lab_to_sensor_at_5",
        goal = MAXIMIZE,
        doc = "share of held-out laboratory spectra whose own sensor spectrum is among the 5 nearest, 0 to 1")
@Metric(
        name = "sensor_to_lab_at_1",
        goal = MAXIMIZE,
        doc = "share of held-out sensor spectra whose nearest laboratory spectrum is their own, 0 to 1")
@Metric(
        name = "sensor_to_lab_at_5",
        goal = MAXIMIZE,
        doc = "share of held-out sensor spectra whose own laboratory spectrum is among the 5 nearest, 0 to 1")
@Metric(
        name = "spectral_delta",
        goal = MAXIMIZE,
        unit = "rad",
        doc = "mean angle between embeddings of different pairs minus that of the same pair; 0 by chance")
@Metric(
        name = "info_nce",
        goal = MINIMIZE,
        unit = "nat",
        doc = "contrastive loss over all held-out pairs, the mean of both directions; ln of their number by chance")
public final class AlignmentTrainer implements Trainer<AlignmentExperiment> {
    static final String COMMAND = "align train";

    /** A trainer. */
    public AlignmentTrainer() {}

    @Override
    public void train(AlignmentExperiment config, Run run) {
        PairAxes axes =
                new PairAxes(config.data(), config.tokenizer(), AbsorptionBands.of(config, run.configuration()));
        AlignmentModel model = new AlignmentModel(run.parameters(), config, axes);
        AlignmentLoss loss = new AlignmentLoss(config, axes, model, run.workspace());
        AdamW optimizer = optimizer(config, run.parameters().trained());

        AlignmentPairs pairs = AlignmentPairs.of(
                config, run.configuration(), axes, run.session().seed());
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

    /** Returns the optimizer of a configuration. */
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
