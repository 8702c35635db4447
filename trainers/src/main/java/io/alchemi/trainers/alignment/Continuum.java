package io.alchemi.trainers.alignment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.alchemi.training.array.InputBuffer;
import io.alchemi.training.array.Scalars;
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
     * @param axis    wavelengths, nm, increasing
     * @param window  its ends, nm; null takes the ends of the axis
     * @param manager owner of the maps: the run's
     * @param type    float32 or float64
     */
    Continuum(double[] axis, @Nullable WavelengthWindow window, NDManager manager, DataType type) {
        int n = axis.length;
        double low = window == null ? axis[0] : window.lowest();
        double high = window == null ? axis[n - 1] : window.highest();
        InputBuffer toEnds = new InputBuffer(new Shape(n, 2), type);
        InputBuffer toLine = new InputBuffer(new Shape(2, n), type);
        double[] atLow = weightsAt(axis, low);
        double[] atHigh = weightsAt(axis, high);
        for (int i = 0; i < n; i++) {
            toEnds.set(2 * i, atLow[i]);
            toEnds.set(2 * i + 1, atHigh[i]);
            double share = (axis[i] - low) / Math.max(high - low, SHORTEST);
            toLine.set(i, 1 - share);
            toLine.set(n + i, share);
        }
        this.ends = toEnds.copy(manager);
        this.line = toLine.copy(manager);
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
        return unbounded(spectra).maximum(Scalars.like(spectra, LOWEST));
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
