package io.alchemi.trainers.spectra;

import io.alchemi.training.random.RandomStream;

/** Sensor noise proportional to the value: {@code x + z |x| level}, z from N(0, 1), not clipped. */
public final class SensorNoise {
    private final double[] levels;

    /**
     * Creates the noise.
     *
     * @param levels relative levels, at least 0: one for all bands or one per band
     * @throws IllegalArgumentException if a level is negative or not finite, or there is none
     */
    public SensorNoise(double... levels) {
        if (levels.length == 0) {
            throw new IllegalArgumentException("there is no noise level; give one for all bands or one per band");
        }
        for (double level : levels) {
            if (!(level >= 0 && Double.isFinite(level))) {
                throw new IllegalArgumentException("a noise level is " + level + "; it must be at least 0");
            }
        }
        this.levels = levels.clone();
    }

    /**
     * Draws noise for a batch and adds it.
     *
     * @param seed    the run's seed
     * @param purpose purpose of the batch
     * @param step    step that the batch is for
     * @param values  a row of band values per sample; changed in place
     */
    public void draw(long seed, String purpose, long step, double[][] values) {
        if (isSilent()) {
            return;
        }
        RandomStream stream = new RandomStream(seed, purpose + "/sensor_noise", step);
        for (int row = 0; row < values.length; row++) {
            double[] normals = new double[values[row].length];
            for (int k = 0; k < normals.length; k++) {
                normals[k] = stream.normal((long) row * normals.length + k);
            }
            add(values[row], normals);
        }
    }

    private boolean isSilent() {
        for (double level : levels) {
            if (level > 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Adds noise computed from given draws.
     *
     * @param values  band values; changed in place
     * @param normals a draw from N(0, 1) per band
     * @throws IllegalArgumentException if there is more than one level but not one per band
     */
    public void add(double[] values, double[] normals) {
        if (levels.length != 1 && levels.length != values.length) {
            throw new IllegalArgumentException("there are " + levels.length + " noise levels for " + values.length
                    + " bands; give one for all bands or one per band");
        }
        for (int k = 0; k < values.length; k++) {
            values[k] += normals[k] * Math.abs(values[k]) * levels[levels.length == 1 ? 0 : k];
        }
    }
}
