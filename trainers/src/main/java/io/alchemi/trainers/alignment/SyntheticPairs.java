package io.alchemi.trainers.alignment;

import io.alchemi.trainers.spectra.LabSpectra;
import io.alchemi.trainers.spectra.SensorNoise;

/** Synthetic spectra and what the sensor sees of them, a function of seed and step alone; held-out ones from streams of their own. */
final class SyntheticPairs implements AlignmentData {
    private static final String TRAINING = "alignment/training";
    private static final String HELD_OUT = "alignment/held_out";

    private final long seed;
    private final PairAxes axes;
    private final LabSpectra spectra;
    private final SensorNoise noise;

    SyntheticPairs(AlignmentSettings settings, PairAxes axes) {
        PairSettings pairs = settings.pairs();
        this.seed = settings.seed();
        this.axes = axes;
        this.spectra = new LabSpectra(pairs.grid(), pairs.peaks(), pairs.labNoise());
        this.noise = new SensorNoise(pairs.sensorNoise());
    }

    @Override
    public void trainingBatch(long step, double[][] lab, double[][] sensor) {
        fill(TRAINING, step, lab, sensor);
    }

    @Override
    public void heldOutBatch(long number, double[][] lab, double[][] sensor) {
        fill(HELD_OUT, number, lab, sensor);
    }

    private void fill(String purpose, long step, double[][] lab, double[][] sensor) {
        spectra.draw(seed, purpose, step, lab);
        for (int row = 0; row < lab.length; row++) {
            axes.projection().apply(lab[row], sensor[row]);
        }
        noise.draw(seed, purpose, step, sensor);
    }
}
