package io.alchemi.trainers.alignment;

import io.alchemi.trainers.spectra.SensorNoise;
import io.alchemi.training.random.RandomStream;

/**
 * Measured spectra with noise, and what the sensor sees of them, a function of seed, purpose and number alone. No spectrum is twice in
 * a batch, since it would then have to be told apart from itself.
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
     * @param shuffled true if each batch has other spectra at random; false if batch 0 has the first ones, batch 1 the next, and so on
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
