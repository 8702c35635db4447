package io.alchemi.trainers.spectra;

import java.util.ArrayList;
import java.util.List;

/** The formulas of the synthetic responses. */
final class SensorFormulas {
    /** Full width at half maximum of a Gaussian, in units of its sigma: 2 sqrt(2 ln 2). */
    private static final double FWHM_PER_SIGMA = 2 * Math.sqrt(2 * Math.log(2));

    /** EMIT's bands share one table, and respond out to four sigma. */
    private static final double EMIT_LOWEST = 380;

    private static final double EMIT_HIGHEST = 2500;
    private static final int EMIT_SAMPLES = 600;

    private static final double EMIT_REACH = 4;
    private static final int THERMAL_SAMPLES = 121;
    private static final double THERMAL_REACH = 3;

    private SensorFormulas() {}

    /** Returns true if each EMIT band responds to at least one sample of the grid. */
    static boolean emitSees(WavelengthGrid grid) {
        double[] centers = emitCenters();
        for (int k = 0; k < centers.length; k++) {
            double reach = EMIT_REACH * emitSigma(k);
            double begin = Math.max(EMIT_LOWEST, centers[k] - reach);
            double end = Math.min(EMIT_HIGHEST, centers[k] + reach);
            int first = grid.lowerBound(begin);
            if (first == grid.size() || grid.at(first) > end) {
                return false;
            }
        }
        return true;
    }

    private static double[] emitCenters() {
        return Curves.even(400, 2400, 10);
    }

    private static double emitSigma(int band) {
        return 15 + 15 * band / 9.0;
    }

    static List<SensorBand> emit() {
        double[] nm = Curves.even(EMIT_LOWEST, EMIT_HIGHEST, EMIT_SAMPLES);
        double[] centers = emitCenters();
        List<SensorBand> bands = new ArrayList<>();
        for (int k = 0; k < centers.length; k++) {
            double sigma = emitSigma(k);
            double[] response = gaussian(nm, centers[k], sigma);
            for (int i = 0; i < nm.length; i++) {
                if (Math.abs(nm[i] - centers[k]) > EMIT_REACH * sigma) {
                    response[i] = 0;
                }
            }
            bands.add(new SensorBand(centers[k], true, nm, response));
        }
        return bands;
    }

    static List<SensorBand> enmap() {
        List<SensorBand> bands = new ArrayList<>();
        for (double center : Curves.even(420, 999, 95)) {
            bands.add(gaussianBand(center, 3, 9, 1.4));
        }
        for (double center : Curves.even(1001, 2450, 131)) {
            bands.add(gaussianBand(center, 5, 11, 2.5));
        }
        return bands;
    }

    /**
     * Seven samples 2.5 nm apart, refined linearly. As in the Python implementation, the number of refined samples is rounded down, so one
     * band whose ends are a rounding error closer than 15 nm has 30 samples instead of 31.
     */
    static List<SensorBand> avirisNg() {
        List<SensorBand> bands = new ArrayList<>();
        for (double center : Curves.even(380, 2510, 425)) {
            double fwhm = center < 1000 ? 6 : center < 1800 ? 7.5 : 9;
            double[] nm = new double[7];
            for (int i = 0; i < nm.length; i++) {
                nm[i] = center + (i - 3) * 2.5;
            }
            boolean usable = !(center >= 1340 && center <= 1460) && !(center >= 1790 && center <= 1960);
            double[] response = new double[nm.length];
            for (int i = 0; i < nm.length; i++) {
                response[i] = gaussian((i - 3) * 2.5, fwhm / FWHM_PER_SIGMA);
            }
            int refined = (int) ((nm[6] - nm[0]) / 0.5) + 1;
            bands.add(new SensorBand(center, usable, nm, response).resampled(refined));
        }
        return bands;
    }

    /** The width is the spacing: numpy's median of the differences. */
    static List<SensorBand> hytes() {
        double[] centers = Curves.even(7500, 12000, 256);
        return thermal(centers, BandStatistics.medianSpacing(centers));
    }

    static List<SensorBand> mako() {
        return thermal(Curves.even(7600, 13200, 128), 44);
    }

    private static List<SensorBand> thermal(double[] centers, double fwhm) {
        double sigma = fwhm / FWHM_PER_SIGMA;
        List<SensorBand> bands = new ArrayList<>();
        for (double center : centers) {
            bands.add(gaussianBand(center, THERMAL_REACH * sigma, THERMAL_SAMPLES, sigma));
        }
        return bands;
    }

    private static SensorBand gaussianBand(double center, double reach, int samples, double sigma) {
        double[] nm = Curves.even(center - reach, center + reach, samples);
        return new SensorBand(center, true, nm, gaussian(nm, center, sigma));
    }

    private static double[] gaussian(double[] nm, double center, double sigma) {
        double[] response = new double[nm.length];
        for (int i = 0; i < nm.length; i++) {
            response[i] = gaussian(nm[i] - center, sigma);
        }
        return response;
    }

    private static double gaussian(double distance, double sigma) {
        double z = distance / sigma;
        return Math.exp(-0.5 * z * z);
    }
}
