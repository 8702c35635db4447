package io.alchemi.trainers.alignment;

import io.alchemi.trainers.spectra.LabSpectra;
import io.alchemi.trainers.spectra.SensorNoise;

/** Synthetic spectra and the sensor's view of them. They depend only on seed, purpose and batch number. */
final class SyntheticPairs implements PairSource {
    private final PairAxes axes;
    private final LabSpectra spectra;
    private final SensorNoise noise;
    private final long seed;
    private final String purpose;

    /** Prepares the pairs for a purpose. Pairs of different purposes are independent. */
    SyntheticPairs(DataConfig data, PairAxes axes, long seed, String purpose) {
        this.axes = axes;
        this.spectra = new LabSpectra(axes.grid(), data.syntheticPeaks(), data.labNoiseStd());
        this.noise = new SensorNoise(data.sensorNoiseRel());
        this.seed = seed;
        this.purpose = purpose;
    }

    @Override
    public void fill(long number, double[][] lab, double[][] sensor) {
        spectra.draw(seed, purpose, number, lab);
        for (int row = 0; row < lab.length; row++) {
            axes.projection().apply(lab[row], sensor[row]);
        }
        noise.draw(seed, purpose, number, sensor);
    }
}
