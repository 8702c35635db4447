package io.alchemi.trainers.alignment;

import ai.djl.ndarray.NDArray;
import io.alchemi.schema.Alias;
import io.alchemi.schema.IgnoreCase;
import io.alchemi.trainers.spectra.WavelengthGrid;
import java.util.List;

/**
 * Depths of absorption bands (Clark and Roush, <i>Reflectance spectroscopy</i>, 1984): one minus the ratio of the reflectance at the
 * centre to the straight continuum between the ends.
 *
 * <p>Reflectances are taken at the first sample at or above a wavelength, but the slope of the continuum is computed from the nominal
 * wavelengths. If all three points of a band fall on the same sample, its depth is always 0.
 */
public final class BandDepths {
    private static final double LOWEST_CONTINUUM = 1e-6;
    private static final double LARGEST_RATIO = 5;
    private static final double SHORTEST = 1e-12;

    private final List<BandDepth.Band> bands;
    private final int samples;
    private final int[][] places;

    /** How predicted depths are compared with true depths. */
    @IgnoreCase
    public enum Loss {
        /** mean absolute difference */
        L1,
        /** mean squared difference */
        @Alias("mse")
        L2
    }

    /**
     * Looks up the samples of the bands.
     *
     * @param bands the bands, at least one
     * @param axis  wavelengths of the samples
     * @throws IllegalArgumentException if there are no bands
     */
    public BandDepths(List<BandDepth.Band> bands, WavelengthGrid axis) {
        if (bands.isEmpty()) {
            throw new IllegalArgumentException("no absorption bands; at least one is required");
        }
        this.bands = List.copyOf(bands);
        this.samples = axis.size();
        this.places = new int[bands.size()][];
        for (int k = 0; k < places.length; k++) {
            places[k] = places(bands.get(k), axis);
        }
    }

    /** Returns the indices of the samples at the left end, the centre and the right end of a band. */
    static int[] places(BandDepth.Band band, WavelengthGrid axis) {
        int last = axis.size() - 1;
        return new int[] {
            Math.min(last, axis.lowerBound(band.begin())),
            Math.min(last, axis.lowerBound(band.center())),
            Math.min(last, axis.lowerBound(band.end())),
        };
    }

    /**
     * Computes the band depths of one spectrum.
     *
     * @param reflectance one value per sample of the axis
     * @return a depth per band, at least -4
     * @throws IllegalArgumentException if the spectrum does not have the length of the axis
     */
    public double[] of(double[] reflectance) {
        if (reflectance.length != samples) {
            throw new IllegalArgumentException(
                    "a spectrum has " + reflectance.length + " values; its axis has " + samples);
        }
        double[] depths = new double[places.length];
        for (int k = 0; k < depths.length; k++) {
            BandDepth.Band band = bands.get(k);
            double left = reflectance[places[k][0]];
            double right = reflectance[places[k][2]];
            double slope = (right - left) / (band.end() - band.begin() + SHORTEST);
            double continuum = Math.max(left + slope * (band.center() - band.begin()), LOWEST_CONTINUUM);
            depths[k] = 1 - Math.min(reflectance[places[k][1]] / continuum, LARGEST_RATIO);
        }
        return depths;
    }

    /** Returns the number of bands. */
    int bands() {
        return bands.size();
    }

    /**
     * Computes the loss of predicted depths.
     *
     * @param predicted (B, bands)
     * @param target    (B, bands)
     * @param loss      how depths are compared
     * @return a scalar
     */
    static NDArray loss(NDArray predicted, NDArray target, Loss loss) {
        NDArray difference = predicted.sub(target);
        return loss == Loss.L1 ? difference.abs().mean() : difference.square().mean();
    }
}
