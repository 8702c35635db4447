package io.alchemi.trainers.spectra;

import io.alchemi.training.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Synthetic laboratory spectra: one sine over the grid, some Gaussian peaks and white noise,
 *
 * <pre>s(x) = 0.5 + 0.5 sin(2 pi u) + sum_p a_p exp(-((x - c_p) / w_p)^2 / 2) + n,  u = (x - lowest) / (highest - lowest)</pre>
 *
 * <p>clipped to [0, 2]. Centres come from U(lowest, highest), widths from U(20, 120) nm, amplitudes from U(0.05, 0.3). A spectrum
 * depends only on seed, purpose, step and its index in the batch.
 */
public final class LabSpectra {
    private static final double NARROWEST_NM = 20;
    private static final double WIDEST_NM = 120;
    private static final double LOWEST_AMPLITUDE = 0.05;
    private static final double HIGHEST_AMPLITUDE = 0.3;
    private static final double LARGEST_VALUE = 2;
    private static final int DRAWS_PER_PEAK = 3;

    private final WavelengthGrid grid;
    private final int peaks;
    private final double noise;
    private final double[] base;

    /**
     * One Gaussian peak.
     *
     * @param center    nm
     * @param width     sigma, nm
     * @param amplitude height
     */
    public record Peak(double center, double width, double amplitude) {}

    /**
     * Prepares spectra with given settings.
     *
     * @param grid  wavelengths of the samples
     * @param peaks number of peaks of each spectrum, at least 0
     * @param noise standard deviation of the noise, at least 0
     * @throws IllegalArgumentException naming the argument that is out of range
     */
    public LabSpectra(WavelengthGrid grid, int peaks, double noise) {
        if (peaks < 0) {
            throw new IllegalArgumentException("synthetic_peaks is " + peaks + "; it must be at least 0");
        }
        if (!(noise >= 0 && Double.isFinite(noise))) {
            throw new IllegalArgumentException("lab_noise_std is " + noise + "; it must be at least 0");
        }
        this.grid = grid;
        this.peaks = peaks;
        this.noise = noise;
        this.base = new double[grid.size()];
        for (int i = 0; i < base.length; i++) {
            double u = (grid.at(i) - grid.lowest()) / (grid.highest() - grid.lowest());
            base[i] = 0.5 + 0.5 * Math.sin(2 * Math.PI * u);
        }
    }

    /**
     * Draws a batch of spectra.
     *
     * @param seed    the run's seed
     * @param purpose purpose of the batch; batches of different purposes are independent
     * @param step    step that the batch is for
     * @param into    receives one spectrum per row
     */
    public void draw(long seed, String purpose, long step, double[][] into) {
        RandomStream shapes = new RandomStream(seed, purpose + "/peaks", step);
        RandomStream noises = new RandomStream(seed, purpose + "/lab_noise", step);
        double[] noiseOfRow = new double[grid.size()];
        for (int row = 0; row < into.length; row++) {
            if (noise > 0) {
                fillNoise(noises, row, noiseOfRow);
            }
            spectrum(drawPeaks(shapes, row), noise > 0 ? noiseOfRow : null, into[row]);
        }
    }

    private List<Peak> drawPeaks(RandomStream stream, int row) {
        List<Peak> drawn = new ArrayList<>();
        for (int p = 0; p < peaks; p++) {
            long at = (long) DRAWS_PER_PEAK * ((long) row * peaks + p);
            drawn.add(new Peak(
                    between(grid.lowest(), grid.highest(), stream.uniform(at)),
                    between(NARROWEST_NM, WIDEST_NM, stream.uniform(at + 1)),
                    between(LOWEST_AMPLITUDE, HIGHEST_AMPLITUDE, stream.uniform(at + 2))));
        }
        return drawn;
    }

    private void fillNoise(RandomStream stream, int row, double[] into) {
        long first = (long) row * into.length;
        for (int i = 0; i < into.length; i++) {
            into[i] = noise * stream.normal(first + i);
        }
    }

    private static double between(double low, double high, double share) {
        return low + (high - low) * share;
    }

    /**
     * Computes a spectrum from given draws.
     *
     * @param drawn the peaks, any number
     * @param added noise of each sample, added before clipping; null for none
     * @param into  receives the values, in [0, 2]
     */
    public void spectrum(List<Peak> drawn, double @Nullable [] added, double[] into) {
        for (int i = 0; i < into.length; i++) {
            double value = base[i];
            for (Peak peak : drawn) {
                double z = (grid.at(i) - peak.center) / peak.width;
                value += peak.amplitude * Math.exp(-0.5 * z * z);
            }
            value += added == null ? 0 : added[i];
            into[i] = Math.max(0, Math.min(LARGEST_VALUE, value));
        }
    }
}
