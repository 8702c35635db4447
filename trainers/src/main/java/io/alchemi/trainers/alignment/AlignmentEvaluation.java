package io.alchemi.trainers.alignment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How well pairs are aligned that no step has trained on.
 *
 * @param pairs         how many were evaluated together; each is found among as many
 * @param labToSensor   how well laboratory spectra find their own sensor spectra
 * @param sensorToLab   how well sensor spectra find their own laboratory spectra
 * @param spectralDelta mean angle to another pair's sensor spectrum minus mean angle to the own one, radians
 * @param infoNce       the contrastive loss over all pairs; ln of their number if they cannot be told apart
 */
public record AlignmentEvaluation(
        int pairs, Found labToSensor, Found sensorToLab, double spectralDelta, double infoNce) {
    private static final int FEW = 5;

    /**
     * How often the own partner is found.
     *
     * @param at1 share of spectra whose nearest one of the other side is their own partner, 0 to 1
     * @param at5 share of spectra whose own partner is among the five nearest, 0 to 1
     */
    public record Found(double at1, double at5) {
        private static Found in(Retrieval retrieval) {
            return new Found(retrieval.at(1), retrieval.at(FEW));
        }
    }

    /** Measures embeddings: row i of both sides is a pair. */
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

    /** The numbers by name: retrieval in both directions, spectral delta and InfoNCE. */
    public Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("lab_to_sensor@1", labToSensor.at1);
        figures.put("lab_to_sensor@5", labToSensor.at5);
        figures.put("sensor_to_lab@1", sensorToLab.at1);
        figures.put("sensor_to_lab@5", sensorToLab.at5);
        figures.put("spectral_delta", spectralDelta);
        figures.put("info_nce", infoNce);
        return figures;
    }

    /** The numbers as sentences, each with what chance gives. */
    List<String> inWords() {
        return List.of(
                format("on %d held-out pairs, which no step has seen:", pairs),
                "  laboratory spectra that find their own sensor spectrum: " + found(labToSensor),
                "  sensor spectra that find their own laboratory spectrum: " + found(sensorToLab),
                format("  own partners are %.4f rad nearer than those of another pair (by chance 0)", spectralDelta),
                format("  InfoNCE %.4f (by chance ln %d = %.4f)", infoNce, pairs, Math.log(pairs)));
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
