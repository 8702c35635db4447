package io.alchemi.trainers.spectra;

import org.jspecify.annotations.Nullable;

/**
 * What a band's token is made of.
 *
 * @param fourierFrequencies F, frequencies of the Fourier features of the axis; below 0 acts as 0
 * @param valueNorm          how values are normalised
 * @param lambdaUnit         unit to which the axis is converted before it is normalised
 * @param axisNorm           how the axis is normalised
 * @param includeWidth       whether the band's width is a feature
 * @param includeSrfEmbed    whether a given description of the band's response is a feature
 * @param srfEmbedDim        features that describe the response, at least 1
 * @param tokenDim           width of a token after a random projection; 0 keeps the features as they are
 * @param projectionSeed     seed of the projections
 * @param sensor             whose default widths to use, or null for the spacing of the axis
 * @param epsilon            smallest spread to divide by, above 0
 */
public record TokenizerSettings(
        int fourierFrequencies,
        ValueNorm valueNorm,
        SpectralUnit lambdaUnit,
        AxisNorm axisNorm,
        boolean includeWidth,
        boolean includeSrfEmbed,
        int srfEmbedDim,
        int tokenDim,
        long projectionSeed,
        @Nullable Sensor sensor,
        double epsilon) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException naming what is out of its range
     */
    public TokenizerSettings {
        if (tokenDim < 0) {
            throw new IllegalArgumentException("token_dim is " + tokenDim + "; it must be at least 0");
        }
        if (srfEmbedDim < 1) {
            throw new IllegalArgumentException("srf_embed_dim is " + srfEmbedDim + "; it must be at least 1");
        }
        if (projectionSeed < 0) {
            throw new IllegalArgumentException("projection_seed is " + projectionSeed + "; it must be at least 0");
        }
        if (!(epsilon > 0 && Double.isFinite(epsilon))) {
            throw new IllegalArgumentException("epsilon is " + epsilon + "; it must be above 0");
        }
    }
}
