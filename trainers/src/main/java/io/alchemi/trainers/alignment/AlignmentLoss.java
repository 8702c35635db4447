package io.alchemi.trainers.alignment;

import ai.djl.ndarray.NDArray;
import io.alchemi.training.array.Workspace;
import io.alchemi.training.run.Loss;
import org.jspecify.annotations.Nullable;

/** Total loss of a batch: {@code InfoNCE + cycle weight * cycle + depth weight * depth}. */
final class AlignmentLoss {
    private final AlignmentExperiment config;
    private final AlignmentModel model;
    private final @Nullable CycleLoss cycle;

    AlignmentLoss(AlignmentExperiment config, PairAxes axes, AlignmentModel model, Workspace workspace) {
        this(
                config,
                model,
                config.cycle().enabled()
                        ? new CycleLoss(
                                config.cycle(),
                                axes.grid().toArray(),
                                axes.sensorAxis().toArray(),
                                workspace)
                        : null);
    }

    AlignmentLoss(AlignmentExperiment config, AlignmentModel model, @Nullable CycleLoss cycle) {
        this.config = config;
        this.model = model;
        this.cycle = cycle;
    }

    /** Computes the loss. Its metrics are the unweighted terms and, as details, the parts of the cycle term. */
    Loss of(PairBatch.Arrays batch) {
        NDArray lab = model.embedLab(batch.labTokens());
        NDArray sensor = model.embedSensor(batch.sensorTokens());
        NDArray tau = model.tau(lab);
        Loss loss = new Loss().metric("tau", tau);
        loss.add("info_nce", InfoNce.loss(lab, sensor, tau).mean());
        if (cycle != null) {
            CycleLoss.Result compared = cycle.compare(
                    model.labFromSensor(sensor), batch.labValues(), model.sensorFromLab(lab), batch.sensorValues());
            loss.add("cycle_loss", config.model().cycleWeight(), compared.total());
            compared.terms().forEach((name, term) -> loss.detail("cycle_" + name, term));
        }
        NDArray trueDepths = batch.depths();
        if (trueDepths != null) {
            BandDepthConfig depth = config.banddepth();
            loss.add("banddepth_loss", depth.weight(), BandDepths.loss(model.depths(sensor), trueDepths, depth.loss()));
        }
        return loss;
    }
}
