package io.alchemi.trainers.spectra;

/** One band of a sensor: its response to each wavelength. Instances are immutable. */
public final class SensorBand {
    private final double center;
    private final boolean usable;
    private final double[] nanometres;
    private final double[] response;

    SensorBand(double center, boolean usable, double[] nanometres, double[] response) {
        this.center = center;
        this.usable = usable;
        this.nanometres = nanometres;
        this.response = response;
    }

    /**
     * Returns the band's centre.
     *
     * @return nm
     */
    public double center() {
        return center;
    }

    /**
     * Returns true if the band sees the ground.
     *
     * @return false if the atmosphere absorbs too much
     */
    public boolean usable() {
        return usable;
    }

    /**
     * Returns the wavelengths of the response's samples. The response is linear between the samples and zero outside them.
     *
     * @return a copy, nm, increasing
     */
    public double[] nanometres() {
        return nanometres.clone();
    }

    /**
     * Returns the response at the samples.
     *
     * @return a copy, at least 0, not normalised
     */
    public double[] response() {
        return response.clone();
    }

    /** Returns the area under the response, nm. */
    double area() {
        return Curves.dot(Curves.trapezoidWeights(nanometres), response);
    }

    /** Returns the band resampled on an even grid between its ends. */
    SensorBand resampled(int count) {
        double[] fine = Curves.even(nanometres[0], nanometres[nanometres.length - 1], count);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = Curves.interpolate(fine[i], nanometres, response);
        }
        return new SensorBand(center, usable, fine, values);
    }

    /**
     * Computes the full width at half maximum: the distance between the two points where the response, linear between its samples, crosses
     * half of its largest sample. If a side never falls below half, its last sample is used.
     *
     * @return nm, above 0
     */
    public double fwhm() {
        double half = 0;
        for (double value : response) {
            half = Math.max(half, value / 2);
        }
        int left = 0;
        while (response[left] < half) {
            left++;
        }
        int right = response.length - 1;
        while (response[right] < half) {
            right--;
        }
        double low = left == 0 ? nanometres[0] : crossing(left - 1, half);
        double high = right == response.length - 1 ? nanometres[right] : crossing(right, half);
        return high - low;
    }

    private double crossing(int segment, double level) {
        double share = (level - response[segment]) / (response[segment + 1] - response[segment]);
        return nanometres[segment] + share * (nanometres[segment + 1] - nanometres[segment]);
    }
}
