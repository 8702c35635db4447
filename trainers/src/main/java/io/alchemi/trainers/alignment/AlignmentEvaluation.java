package io.alchemi.trainers.alignment;

import io.alchemi.training.run.Evaluation;
import java.util.Locale;

/**
 * Alignment quality on pairs that were not used in training.
 *
 * @param pairs         number of pairs evaluated together; each spectrum is matched against all spectra of the other side
 * @param labToSensor   how often laboratory spectra find their own sensor spectra
 * @param sensorToLab   how often sensor spectra find their own laboratory spectra
 * @param spectralDelta mean angle to another pair's sensor spectrum minus mean angle to the spectrum's own partner, radians
 * @param infoNce       contrastive loss over all pairs; ln(pairs) if all pairs look the same
 */
public record AlignmentEvaluation(
        int pairs, Found labToSensor, Found sensorToLab, double spectralDelta, double infoNce) {
    private static final int FEW = 5;

    /**
     * How often a spectrum finds its own partner.
     *
     * @param at1 share of spectra whose nearest spectrum of the other side is their own partner, 0 to 1
     * @param at5 share of spectra whose own partner is among the five nearest, 0 to 1
     */
    public record Found(double at1, double at5) {
        private static Found in(Retrieval retrieval) {
            return new Found(retrieval.at(1), retrieval.at(FEW));
        }
    }

    /** Evaluates embeddings; row i of both sides is a pair. */
    static AlignmentEvaluation of(double[][] lab, double[][] sensor, double tau) {
        Retrieval byLab = new Retrieval(lab, sensor);
        Retrieval bySensor = new Retrieval(sensor, lab);
        return new AlignmentEvaluation(
                lab.length,
                Found.in(byLab),
                Found.in(bySensor),
                byLab.spectralDelta(),
                (byLab.infoNce(tau) + bySensor.infoNce(tau)) / 2);
    }

    /** Returns the metrics by name, and sentences that compare them with chance. */
    Evaluation toEvaluation() {
        return new Evaluation()
                .metric("lab_to_sensor_at_1", labToSensor.at1)
                .metric("lab_to_sensor_at_5", labToSensor.at5)
                .metric("sensor_to_lab_at_1", sensorToLab.at1)
                .metric("sensor_to_lab_at_5", sensorToLab.at5)
                .metric("spectral_delta", spectralDelta)
                .metric("info_nce", infoNce)
                .summary(format("on %d held-out pairs, which no step has seen:", pairs))
                .summary("  laboratory spectra that find their own sensor spectrum: " + found(labToSensor))
                .summary("  sensor spectra that find their own laboratory spectrum: " + found(sensorToLab))
                .summary(format(
                        "  own partners are %.4f rad nearer than those of another pair (by chance 0)", spectralDelta))
                .summary(format("  InfoNCE %.4f (by chance ln %d = %.4f)", infoNce, pairs, Math.log(pairs)));
    }

    private String found(Found share) {
        double chance = 100.0 / pairs;
        return format(
                "%.1f %% as the nearest (by chance %.1f %%), %.1f %% among the nearest %d (by chance %.1f %%)",
                100 * share.at1, chance, 100 * share.at5, FEW, Math.min(100, FEW * chance));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
