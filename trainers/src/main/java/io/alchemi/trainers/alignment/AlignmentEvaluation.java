package io.alchemi.trainers.alignment;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How well held-out pairs are aligned.
 *
 * @param retrievalAt1  share of laboratory spectra whose nearest sensor spectrum is their own, 0 to 1
 * @param retrievalAt5  share of laboratory spectra whose own sensor spectrum is among the five nearest, 0 to 1
 * @param spectralDelta mean angle to another pair's sensor spectrum minus mean angle to the own one, radians
 */
public record AlignmentEvaluation(double retrievalAt1, double retrievalAt5, double spectralDelta) {
    private static final int FEW = 5;

    static AlignmentEvaluation of(double[][] lab, double[][] sensor) {
        Retrieval retrieval = new Retrieval(lab, sensor);
        return new AlignmentEvaluation(retrieval.at(1), retrieval.at(FEW), retrieval.spectralDelta());
    }

    /**
     * Returns the numbers as they stand in a line of metrics.
     *
     * @return retrieval@1, retrieval@5, spectral_delta
     */
    public Map<String, Double> asRecord() {
        Map<String, Double> entries = new LinkedHashMap<>();
        entries.put("retrieval@1", retrievalAt1);
        entries.put("retrieval@5", retrievalAt5);
        entries.put("spectral_delta", spectralDelta);
        return entries;
    }
}
