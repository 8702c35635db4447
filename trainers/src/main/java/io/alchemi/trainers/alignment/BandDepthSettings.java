package io.alchemi.trainers.alignment;

import java.util.List;

/**
 * What is asked of predicting absorption band depths from sensor embeddings. The true depths are measured in what the sensor sees.
 *
 * @param weight      factor of the term in the loss
 * @param bands       which bands, at least one
 * @param hiddenWidth hidden width of the network that predicts; at or below 0 it is a single linear map
 * @param loss        how depths are compared
 */
public record BandDepthSettings(double weight, List<AbsorptionBand> bands, int hiddenWidth, BandDepths.Loss loss) {
    /** Copies the list. */
    public BandDepthSettings {
        bands = List.copyOf(bands);
    }
}
