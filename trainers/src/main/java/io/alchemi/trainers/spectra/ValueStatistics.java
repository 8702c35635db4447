package io.alchemi.trainers.spectra;

/** Mean and standard deviation of values over a data set, for {@link ValueNorm#GLOBAL_ZSCORE}. */
public final class ValueStatistics {
    private final double[] mean;
    private final double[] deviation;

    /**
     * Takes statistics of all bands together or of each band.
     *
     * @param mean      one value, or one per band; copied
     * @param deviation standard deviations, one or one per band; copied
     */
    public ValueStatistics(double[] mean, double[] deviation) {
        this.mean = mean.clone();
        this.deviation = deviation.clone();
    }

    double mean(int band) {
        return mean[mean.length == 1 ? 0 : band];
    }

    double deviation(int band) {
        return deviation[deviation.length == 1 ? 0 : band];
    }
}
