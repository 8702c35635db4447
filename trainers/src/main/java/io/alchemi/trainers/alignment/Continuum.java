package io.alchemi.trainers.alignment;

import ai.djl.ndarray.NDArray;
import io.alchemi.training.array.InputBuffer;
import io.alchemi.training.array.Scalars;
import io.alchemi.training.array.Workspace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The continuum of spectra: the straight line through their values at the two ends of a window. What is left after dividing by it
 * shows absorption, not brightness or slope.
 */
final class Continuum {
    /** A continuum is never taken to be lower than this. */
    static final double LOWEST = 1e-6;

    private static final double SHORTEST = 1e-6;

    private final NDArray ends;
    private final NDArray line;

    /**
     * Prepares the two linear maps from a spectrum to its continuum.
     *
     * @param axis      wavelengths, nm, increasing
     * @param window    its ends, nm; null takes the ends of the axis
     * @param workspace owner of the maps
     */
    Continuum(double[] axis, @Nullable List<Double> window, Workspace workspace) {
        int n = axis.length;
        double low = window == null ? axis[0] : window.get(0);
        double high = window == null ? axis[n - 1] : window.get(1);
        InputBuffer toEnds = workspace.input(n, 2);
        InputBuffer toLine = workspace.input(2, n);
        double[] atLow = weightsAt(axis, low);
        double[] atHigh = weightsAt(axis, high);
        for (int i = 0; i < n; i++) {
            toEnds.set(2 * i, atLow[i]);
            toEnds.set(2 * i + 1, atHigh[i]);
            double share = (axis[i] - low) / Math.max(high - low, SHORTEST);
            toLine.set(i, 1 - share);
            toLine.set(n + i, share);
        }
        this.ends = toEnds.copy();
        this.line = toLine.copy();
    }

    /** What each sample weighs in the value at a wavelength, linear within its segment and beyond the ends of the axis. */
    static double[] weightsAt(double[] axis, double nm) {
        int right = 0;
        while (right < axis.length && axis[right] < nm) {
            right++;
        }
        right = Math.max(1, Math.min(axis.length - 1, right));
        double share = (nm - axis[right - 1]) / Math.max(axis[right] - axis[right - 1], SHORTEST);
        double[] weights = new double[axis.length];
        weights[right - 1] = 1 - share;
        weights[right] = share;
        return weights;
    }

    /**
     * Returns the continuum.
     *
     * @param spectra (B, N)
     * @return (B, N), at least 1e-6
     */
    NDArray of(NDArray spectra) {
        return Scalars.maximum(unbounded(spectra), LOWEST);
    }

    /**
     * Returns the continuum of predicted spectra. Early in training it is often negative; it is then taken to be the given floor, so
     * that dividing by it stays reasonable.
     *
     * @param spectra (B, N)
     * @param floor   (B, N), above 0
     * @return (B, N), at least the floor
     */
    NDArray of(NDArray spectra, NDArray floor) {
        return unbounded(spectra).maximum(floor);
    }

    private NDArray unbounded(NDArray spectra) {
        return spectra.matMul(ends).matMul(line);
    }
}
