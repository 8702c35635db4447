package io.alchemi.trainers.alignment;

import io.alchemi.training.progress.ThroughputStats;
import io.alchemi.training.run.Metrics;
import java.util.Map;

/**
 * What came out of one step; all of it from before the update.
 *
 * @param step         the step, counted from 1
 * @param loss         the whole loss
 * @param tau          temperature of the contrastive loss
 * @param parts        the loss's parts before weighting: {@code info_nce}; with a reconstruction term {@code cycle_loss} and its
 *                     {@code cycle_sensor_l2}, {@code cycle_lab_l2}, ..; with a band depth term {@code banddepth_loss}
 * @param gradientNorm norm of all gradients together, before clipping
 * @param learningRate rate of this step
 * @param throughput   valid tokens, bytes and seconds of making the data, forward pass, backward pass and update
 */
public record AlignmentStepResult(
        long step,
        double loss,
        double tau,
        Map<String, Double> parts,
        double gradientNorm,
        double learningRate,
        ThroughputStats throughput) {
    /**
     * Returns the numbers as they stand in a line of metrics.
     *
     * @return loss, tau, the parts, grad_norm, lr and the throughput; the terms of the reconstruction, grad_norm and lr are for
     *     {@code metrics.jsonl} only
     */
    public Metrics metrics() {
        Metrics metrics = new Metrics(step).with("loss", loss).with("tau", tau);
        parts.forEach((name, part) -> {
            if (name.startsWith("cycle_") && !name.equals("cycle_loss")) {
                metrics.detail(name, part);
            } else {
                metrics.with(name, part);
            }
        });
        return metrics.detail("grad_norm", gradientNorm)
                .detail("lr", learningRate)
                .with(throughput);
    }
}
