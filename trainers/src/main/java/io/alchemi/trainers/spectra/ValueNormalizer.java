package io.alchemi.trainers.spectra;

import java.util.Arrays;

/** Normalises the values of one spectrum. Non-finite values are ignored and become 0. */
final class ValueNormalizer {
    private static final double LOWER_QUARTILE = 0.25;
    private static final double UPPER_QUARTILE = 0.75;

    private final ValueNorm norm;
    private final double epsilon;

    ValueNormalizer(ValueNorm norm, double epsilon) {
        this.norm = norm;
        this.epsilon = epsilon;
    }

    double[] normalize(double[] values) {
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        double[] normalized = new double[values.length];
        if (finite.length == 0) {
            return normalized;
        }
        switch (norm) {
            case NONE -> shiftAndScale(values, 0, 1, normalized);
            case PER_SPECTRUM_ZSCORE -> {
                double mean = BandStatistics.mean(finite);
                double deviation = BandStatistics.deviation(finite, mean);
                shiftAndScale(values, mean, Math.max(deviation, epsilon), normalized);
            }
            case ROBUST -> {
                Arrays.sort(finite);
                double spread = BandStatistics.quantile(finite, UPPER_QUARTILE)
                        - BandStatistics.quantile(finite, LOWER_QUARTILE);
                shiftAndScale(values, BandStatistics.median(finite), Math.max(spread, epsilon), normalized);
            }
        }
        return normalized;
    }

    private static void shiftAndScale(double[] values, double center, double spread, double[] into) {
        for (int i = 0; i < values.length; i++) {
            into[i] = Double.isFinite(values[i]) ? (values[i] - center) / spread : 0;
        }
    }
}
