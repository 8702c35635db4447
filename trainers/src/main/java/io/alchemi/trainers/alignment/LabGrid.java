package io.alchemi.trainers.alignment;

import io.alchemi.schema.Default;
import io.alchemi.schema.Example;
import io.alchemi.schema.Length;
import io.alchemi.schema.Range;
import io.alchemi.schema.Rule;
import io.alchemi.schema.Unit;
import io.alchemi.trainers.spectra.WavelengthGrid;
import java.util.List;

/** Wavelengths at which laboratory spectra are sampled. */
public sealed interface LabGrid {
    /** Attention compares all pairs of samples: a batch of 8 with 8,192 samples and 4 heads already needs 9 GB per layer. */
    int MOST_SAMPLES = 8192;

    /**
     * Returns the first wavelength.
     *
     * @return nm
     */
    double lowest();

    /**
     * Returns the last wavelength.
     *
     * @return nm
     */
    double highest();

    /**
     * Returns true if the wavelengths increase.
     *
     * @return false if the grid cannot be used
     */
    boolean isIncreasing();

    /**
     * Returns the grid.
     *
     * @return all wavelengths
     * @throws IllegalArgumentException if they do not increase
     */
    WavelengthGrid wavelengths();

    /**
     * Evenly spaced wavelengths.
     *
     * @param start first wavelength
     * @param stop last wavelength
     * @param num number of wavelengths, both ends included
     */
    record Even(
            @Default("380") @Range(min = 0, minExclusive = true) @Unit("nm")
            double start,

            @Default("2500") @Range(min = 0, minExclusive = true) @Unit("nm")
            double stop,

            @Default("256") @Range(min = 2, max = MOST_SAMPLES)
            int num)
            implements LabGrid {
        /** Minimum step in units of the last place (ulp). Smaller steps could round to equal wavelengths. */
        private static final double LEAST_STEP = 4;

        @Rule("start must be below stop, far enough apart for num different wavelengths")
        static boolean wavelengthsIncrease(double start, double stop, int num) {
            return start < stop && (stop - start) / (num - 1) >= LEAST_STEP * Math.ulp(stop);
        }

        @Override
        public double lowest() {
            return start;
        }

        @Override
        public double highest() {
            return stop;
        }

        @Override
        public boolean isIncreasing() {
            return wavelengthsIncrease(start, stop, num);
        }

        @Override
        public WavelengthGrid wavelengths() {
            return WavelengthGrid.even(start, stop, num);
        }
    }

    /**
     * Explicitly listed wavelengths.
     *
     * @param wavelengthsNm wavelengths, increasing
     */
    record Listed(
            @Example("[400, 620, 840, 1070, 1290, 1510, 1730, 1960, 2180, 2400]")
            @Length(min = 2, max = MOST_SAMPLES)
            @Range(min = 0, minExclusive = true)
            @Unit("nm")
            List<Double> wavelengthsNm)
            implements LabGrid {

        @Rule("the wavelengths must increase")
        static boolean wavelengthsIncrease(List<Double> wavelengthsNm) {
            for (int i = 1; i < wavelengthsNm.size(); i++) {
                if (wavelengthsNm.get(i) <= wavelengthsNm.get(i - 1)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public double lowest() {
            return wavelengthsNm.get(0);
        }

        @Override
        public double highest() {
            return wavelengthsNm.get(wavelengthsNm.size() - 1);
        }

        @Override
        public boolean isIncreasing() {
            return wavelengthsIncrease(wavelengthsNm);
        }

        @Override
        public WavelengthGrid wavelengths() {
            double[] nm = new double[wavelengthsNm.size()];
            for (int i = 0; i < nm.length; i++) {
                nm[i] = wavelengthsNm.get(i);
            }
            return WavelengthGrid.of(nm);
        }
    }
}
