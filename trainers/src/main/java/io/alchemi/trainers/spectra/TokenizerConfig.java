package io.alchemi.trainers.spectra;

import io.alchemi.schema.Alias;
import io.alchemi.schema.Default;
import io.alchemi.schema.Range;
import io.alchemi.schema.Retired;
import org.jspecify.annotations.Nullable;

/**
 * How a spectral band becomes a token, for both sides.
 *
 * @param axisUnit unit of the wavelengths, which are always in nanometres
 * @param nFourierFrequencies number of frequencies in the Fourier features of the axis
 * @param valueNorm how the values of a spectrum are normalised
 * @param lambdaUnit unit to which the axis is converted before it is normalised
 * @param includeWidth include the band's width as a feature
 * @param tokenDim width of a token after a random projection; 0 keeps the features as they are
 * @param axisNorm how the axis is normalised
 * @param projectionSeed seed of the random projection
 * @param sensorId sensor whose band widths the sensor side uses, or null to use the spacing of the bands
 * @param epsilon lower limit of a spread in a denominator
 */
@Retired(value = "include_srf_embed", reason = "the tokenizer does not use spectral responses")
@Retired(value = "srf_embed_dim", reason = "the tokenizer does not use spectral responses")
@Retired(value = "frequency_base", reason = "the frequencies are powers of two")
@Retired(value = "default_fwhm_nm", reason = "widths come from data.lab_fwhm_nm and the sensor")
@Retired(value = "pooled_kind", reason = "the towers use the mean of all tokens")
public record TokenizerConfig(
        @Default("nm") Unit axisUnit,

        @Alias("n_frequencies") @Default("6") @Range(min = 0, max = 64)
        int nFourierFrequencies,

        @Default("per_spectrum_zscore") ValueNorm valueNorm,
        @Default("nm") SpectralUnit lambdaUnit,
        @Default("true") boolean includeWidth,
        @Default("0") @Range(min = 0) int tokenDim,
        @Alias("lambda_norm") @Default("zscore") AxisNorm axisNorm,
        @Default("7") @Range(min = 0) long projectionSeed,
        @Nullable Sensor sensorId,

        @Default("1e-6") @Range(min = 0, minExclusive = true)
        double epsilon) {

    /** Unit of the given wavelengths. */
    public enum Unit {
        /** nanometres */
        NM
    }
}
