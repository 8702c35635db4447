package io.alchemi.trainers.spectra;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Turns every band of a spectrum into a token.
 *
 * <p>Features, in this order: value, axis, F sines, F cosines, width. Sine and cosine j are of the angle {@code pi 2^j g}, where g is
 * the normalised axis. The width feature is the standardised {@code log(1 + width in nm)}; equal widths give 0. All features except the
 * value depend only on the axis and are computed once. Computations use float64; tokens are rounded to float32 at the end.
 */
public final class BandTokenizer {
    private static final int VALUE = 0;
    private static final int AXIS = 1;
    private static final int FOURIER = 2;

    /** Widths that differ by less than this share count as equal. */
    private static final double ROUNDING = 1e-12;

    private final ValueNormalizer normalizer;
    private final double[] axis;
    private final double @Nullable [] widthsNm;
    private final double[][] features;
    private final double @Nullable [][] projection;

    /**
     * Prepares tokens for an axis with default widths.
     *
     * @param config features of a token
     * @param axis     the bands, in their unit
     * @param unit     unit of the axis
     */
    public BandTokenizer(TokenizerConfig config, double[] axis, SpectralUnit unit) {
        this(config, axis, unit, null);
    }

    /**
     * Prepares tokens for an axis.
     *
     * @param config features of a token
     * @param axis     the bands, in their unit
     * @param unit     unit of the axis
     * @param width    the bands' widths in the same unit, one for all or one per band; entries that are not above 0 are replaced by the
     *                 mean of the others; null for {@link BandWidths#defaults}
     * @throws IllegalArgumentException if the lengths differ or an axis value cannot be converted
     */
    public BandTokenizer(TokenizerConfig config, double[] axis, SpectralUnit unit, double @Nullable [] width) {
        this.normalizer = new ValueNormalizer(config.valueNorm(), config.epsilon());
        this.axis = normalizedAxis(config, unit.convert(axis, config.lambdaUnit()));
        this.widthsNm = config.includeWidth() ? widthsNm(config, axis, unit, width) : null;
        this.features = fixedFeatures(config);
        int raw = features.length == 0 ? 0 : features[0].length;
        this.projection = config.tokenDim() > 0 && config.tokenDim() != raw
                ? RandomProjection.matrix(config.projectionSeed(), raw, config.tokenDim(), config.epsilon())
                : null;
    }

    private static double[] normalizedAxis(TokenizerConfig config, double[] axis) {
        double shift = BandStatistics.mean(axis);
        double spread = BandStatistics.deviation(axis, shift);
        if (config.axisNorm() == AxisNorm.MINMAX) {
            shift = Double.POSITIVE_INFINITY;
            double highest = Double.NEGATIVE_INFINITY;
            for (double value : axis) {
                shift = Math.min(shift, value);
                highest = Math.max(highest, value);
            }
            spread = highest - shift;
        }
        double[] normalized = new double[axis.length];
        for (int i = 0; i < axis.length; i++) {
            normalized[i] = (axis[i] - shift) / Math.max(spread, config.epsilon());
        }
        return normalized;
    }

    private static double[] widthsNm(
            TokenizerConfig config, double[] axis, SpectralUnit unit, double @Nullable [] width) {
        if (width == null) {
            return BandWidths.defaults(config.sensorId(), unit.convert(axis, SpectralUnit.NM));
        }
        if (width.length != 1 && width.length != axis.length) {
            throw new IllegalArgumentException("there are " + width.length + " widths for " + axis.length
                    + " bands; give one for all or one per band");
        }
        double[] widths = new double[axis.length];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = unit.widthInNm(width[width.length == 1 ? 0 : i], axis[i]);
        }
        return widths;
    }

    private static double[] widthFeature(double[] widthsNm, double epsilon) {
        double[] logs = BandWidths.positive(widthsNm);
        evenOut(logs);
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.log1p(logs[i]);
        }
        double mean = BandStatistics.mean(logs);
        for (int i = 0; i < logs.length; i++) {
            logs[i] -= mean;
        }
        double spread = BandStatistics.deviation(logs, BandStatistics.mean(logs));
        for (int i = 0; i < logs.length; i++) {
            logs[i] /= Math.max(spread, epsilon);
        }
        return logs;
    }

    /** Equalizes widths that differ only by rounding errors. Otherwise the floored spread would amplify the errors. */
    private static void evenOut(double[] widths) {
        double narrowest = Double.POSITIVE_INFINITY;
        double widest = 0;
        for (double width : widths) {
            narrowest = Math.min(narrowest, width);
            widest = Math.max(widest, width);
        }
        if (widest - narrowest <= ROUNDING * widest) {
            Arrays.fill(widths, widths[0]);
        }
    }

    /** Returns the features that depend only on the axis, one row per band. The value feature stays 0. */
    private double[][] fixedFeatures(TokenizerConfig config) {
        int frequencies = Math.max(0, config.nFourierFrequencies());
        double[] width = widthsNm == null ? new double[0] : widthFeature(widthsNm, config.epsilon());
        int widthAt = FOURIER + 2 * frequencies;
        double[][] rows = new double[axis.length][widthAt + (widthsNm == null ? 0 : 1)];
        for (int i = 0; i < rows.length; i++) {
            rows[i][AXIS] = axis[i];
            for (int j = 0; j < frequencies; j++) {
                double angle = axis[i] * Math.scalb(Math.PI, j);
                rows[i][FOURIER + j] = Math.sin(angle);
                rows[i][FOURIER + frequencies + j] = Math.cos(angle);
            }
            if (widthsNm != null) {
                rows[i][widthAt] = width[i];
            }
        }
        return rows;
    }

    /**
     * Returns the number of bands.
     *
     * @return C, the number of tokens of a spectrum
     */
    public int bands() {
        return axis.length;
    }

    /**
     * Returns the number of features of a token.
     *
     * @return M, after the projection if there is one
     */
    public int tokenWidth() {
        return projection == null ? features[0].length : projection[0].length;
    }

    /**
     * Tokenizes a spectrum.
     *
     * @param values one per band; non-finite values become 0 after normalising
     * @return C rows of M features
     * @throws IllegalArgumentException if there is not one value per band
     */
    public float[][] tokens(double[] values) {
        double[][] wide = project(raw(normalizer.normalize(values)));
        float[][] tokens = new float[wide.length][tokenWidth()];
        for (int i = 0; i < wide.length; i++) {
            for (int j = 0; j < tokens[i].length; j++) {
                tokens[i][j] = (float) wide[i][j];
            }
        }
        return tokens;
    }

    /**
     * Returns which tokens are valid.
     *
     * @param values one per band
     * @return true where the value is finite
     */
    public static boolean[] valid(double[] values) {
        boolean[] valid = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            valid[i] = Double.isFinite(values[i]);
        }
        return valid;
    }

    /** Returns the features of normalised values, before projection and rounding. */
    double[][] raw(double[] normalized) {
        if (normalized.length != axis.length) {
            throw new IllegalArgumentException(
                    "there are " + normalized.length + " values for " + axis.length + " bands; give one per band");
        }
        double[][] rows = new double[axis.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = features[i].clone();
            rows[i][VALUE] = normalized[i];
        }
        return rows;
    }

    /** Returns the features after projection, before rounding. */
    double[][] project(double[][] raw) {
        if (projection == null) {
            return raw;
        }
        double[][] projected = new double[raw.length][projection[0].length];
        for (int i = 0; i < raw.length; i++) {
            RandomProjection.apply(raw[i], projection, projected[i]);
        }
        return projected;
    }

    /** Returns the widths in nm before invalid entries are replaced, or null if the width is not a feature. */
    double @Nullable [] widthsNm() {
        return widthsNm;
    }

    /** Returns the random projection, M rows, or null if there is none. */
    double @Nullable [][] projection() {
        return projection;
    }
}
