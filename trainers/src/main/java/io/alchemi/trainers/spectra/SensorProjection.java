package io.alchemi.trainers.spectra;

import java.util.ArrayList;
import java.util.List;

/**
 * A sensor's view of a spectrum: a linear map from laboratory samples to band values, computed once per grid.
 *
 * <p>A band value is the trapezoid integral of response times spectrum, the response normalised to unit area.
 */
public final class SensorProjection {
    /** Weaker responses are ignored. */
    private static final double FAINTEST = 1e-8;

    private final double[] centers;
    private final double[][] weights;

    private SensorProjection(double[] centers, double[][] weights) {
        this.centers = centers;
        this.weights = weights;
    }

    /**
     * Computes the map of a sensor's usable bands.
     *
     * <p>For EMIT's broad bands, the response is interpolated on the laboratory grid. The bands of the other sensors are narrower than the
     * steps of such a grid, so the spectrum is interpolated at the samples of the band.
     *
     * @param sensor the sensor of the bands
     * @param grid   wavelengths of the samples; must cover the sensor's bands
     * @return the map
     * @throws IllegalArgumentException naming the first band that the grid does not cover or whose response has no area on it
     */
    public static SensorProjection of(Sensor sensor, WavelengthGrid grid) {
        List<SensorBand> bands = sensor.usableBands();
        double[] centers = new double[bands.size()];
        double[][] weights = new double[bands.size()][];
        for (int k = 0; k < centers.length; k++) {
            SensorBand band = bands.get(k);
            centers[k] = band.center();
            weights[k] = sensor == Sensor.EMIT ? onGrid(band, grid) : onSamples(band, grid);
            if (weights[k].length == 0) {
                throw new IllegalArgumentException("band " + (k + 1) + " of sensor " + sensor.id() + " at "
                        + band.center()
                        + " nm has no response on the laboratory grid, which has " + grid.size() + " samples from "
                        + grid.lowest() + " to " + grid.highest() + " nm; use a wider or finer grid");
            }
        }
        return new SensorProjection(centers, weights);
    }

    /** Interpolates the response on the grid. Returns one weight per grid sample, or an empty array if they have no area. */
    private static double[] onGrid(SensorBand band, WavelengthGrid grid) {
        double[] nm = band.nanometres();
        double[] response = band.response();
        double[] onGrid = new double[grid.size()];
        for (int i = 0; i < onGrid.length; i++) {
            boolean inside = grid.at(i) >= nm[0] && grid.at(i) <= nm[nm.length - 1];
            onGrid[i] = inside ? Curves.interpolate(grid.at(i), nm, response) : 0;
        }
        int[] kept = keptSamples(onGrid, nm, grid);
        double[] at = new double[kept.length];
        double[] values = new double[kept.length];
        for (int i = 0; i < kept.length; i++) {
            at[i] = grid.at(kept[i]);
            values[i] = onGrid[kept[i]];
        }
        double[] share = Curves.trapezoidWeights(at);
        double area = Curves.dot(share, values);
        if (!(area > 0)) {
            return new double[0];
        }
        double[] weights = new double[grid.size()];
        for (int i = 0; i < kept.length; i++) {
            weights[kept[i]] = values[i] / area * share[i];
        }
        return weights;
    }

    /** Returns the samples that respond. If they are fewer than two: all inside the table; if still fewer, the two next to its ends. */
    private static int[] keptSamples(double[] onGrid, double[] nm, WavelengthGrid grid) {
        List<Integer> responding = new ArrayList<>();
        List<Integer> inside = new ArrayList<>();
        for (int i = 0; i < onGrid.length; i++) {
            if (onGrid[i] > FAINTEST) {
                responding.add(i);
            }
            if (grid.at(i) >= nm[0] && grid.at(i) <= nm[nm.length - 1]) {
                inside.add(i);
            }
        }
        List<Integer> kept = responding.size() >= 2 ? responding : inside;
        if (kept.size() >= 2) {
            return kept.stream().mapToInt(Integer::intValue).toArray();
        }
        int last = grid.size() - 1;
        return new int[] {
            Math.min(last, grid.lowerBound(nm[0])), Math.min(last, grid.lowerBound(nm[nm.length - 1])),
        };
    }

    /** Interpolates the spectrum at the band's samples. Returns an empty array if the grid does not cover them. */
    static double[] onSamples(SensorBand band, WavelengthGrid grid) {
        double[] nm = band.nanometres();
        double[] response = band.response();
        if (nm[0] < grid.lowest() || nm[nm.length - 1] > grid.highest()) {
            return new double[0];
        }
        double area = band.area();
        double[] share = Curves.trapezoidWeights(nm);
        double[] wavelengths = grid.toArray();
        double[] weights = new double[grid.size()];
        for (int i = 0; i < nm.length; i++) {
            double weight = response[i] / area * share[i];
            int left = Curves.segment(nm[i], wavelengths);
            double right = (nm[i] - wavelengths[left]) / (wavelengths[left + 1] - wavelengths[left]);
            weights[left] += weight * (1 - right);
            weights[left + 1] += weight * right;
        }
        return weights;
    }

    /**
     * Returns the number of bands.
     *
     * @return K, at least 1
     */
    public int bands() {
        return centers.length;
    }

    /**
     * Returns the bands' centres.
     *
     * @return a copy, nm, increasing
     */
    public double[] centers() {
        return centers.clone();
    }

    /**
     * Returns the weight of a laboratory sample in a band.
     *
     * @param band   0 to K - 1
     * @param sample 0 to N - 1
     * @return the weight; the weights of a band add up to 1
     */
    public double weight(int band, int sample) {
        return weights[band][sample];
    }

    /**
     * Projects a spectrum.
     *
     * @param spectrum values on the grid, N
     * @param into     receives the band values, K
     */
    public void apply(double[] spectrum, double[] into) {
        for (int k = 0; k < centers.length; k++) {
            into[k] = Curves.dot(weights[k], spectrum);
        }
    }
}
