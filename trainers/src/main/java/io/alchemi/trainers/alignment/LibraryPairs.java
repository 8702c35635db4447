package io.alchemi.trainers.alignment;

import io.alchemi.trainers.spectra.SensorNoise;
import io.alchemi.training.random.RandomStream;

/**
 * Measured spectra with noise and the sensor's view of them. They depend only on seed, purpose and batch number. A batch never contains a
 * spectrum twice, because the loss would have to tell it apart from itself.
 */
final class LibraryPairs implements PairSource {
    private final double[][] spectra;
    private final PairAxes axes;
    private final double labNoise;
    private final SensorNoise sensorNoise;
    private final long seed;
    private final String purpose;
    private final boolean shuffled;

    /**
     * Prepares pairs for one purpose.
     *
     * @param spectra  values on the laboratory grid, at least as many as the rows of a batch
     * @param shuffled true to draw the spectra of each batch at random; false to take them in order
     */
    LibraryPairs(double[][] spectra, DataConfig data, PairAxes axes, long seed, String purpose, boolean shuffled) {
        this.spectra = spectra;
        this.axes = axes;
        this.labNoise = data.labNoiseStd();
        this.sensorNoise = new SensorNoise(data.sensorNoiseRel());
        this.seed = seed;
        this.purpose = purpose;
        this.shuffled = shuffled;
    }

    @Override
    public void fill(long number, double[][] lab, double[][] sensor) {
        int[] order = shuffled ? new RandomStream(seed, purpose + "/order", number).permutation(spectra.length) : null;
        RandomStream noise = new RandomStream(seed, purpose + "/lab_noise", number);
        for (int row = 0; row < lab.length; row++) {
            int index = order == null ? (int) ((number * lab.length + row) % spectra.length) : order[row];
            for (int i = 0; i < lab[row].length; i++) {
                lab[row][i] = spectra[index][i] + labNoise * noise.normal((long) row * lab[row].length + i);
            }
            axes.projection().apply(lab[row], sensor[row]);
        }
        sensorNoise.draw(seed, purpose, number, sensor);
    }
}
