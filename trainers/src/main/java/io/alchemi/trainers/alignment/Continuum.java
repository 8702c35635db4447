package io.alchemi.trainers.alignment;

import ai.djl.ndarray.NDArray;
import io.alchemi.training.array.InputBuffer;
import io.alchemi.training.array.Scalars;
import io.alchemi.training.array.Workspace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The continuum of spectra: the straight line through their values at the two ends of a window. Dividing by it leaves the absorption
 * and removes brightness and slope.
 */
final class Continuum {
    /** Lower limit of a continuum, so that dividing by it is safe. */
    static final double LOWEST = 1e-6;

    private static final double SHORTEST = 1e-6;

    private final NDArray ends;
    private final NDArray line;

    /**
     * Prepares the two linear maps from a spectrum to its continuum.
     *
     * @param axis      wavelengths, nm, increasing
     * @param window    its ends, nm; null for the ends of the axis
     * @param workspace owner of the memory of the maps
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

    /** Returns the weight of each sample in the value at a wavelength: linear interpolation, extrapolated beyond the ends of the axis. */
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
     * Computes the continuum.
     *
     * @param spectra (B, N)
     * @return (B, N), at least 1e-6
     */
    NDArray of(NDArray spectra) {
        return Scalars.maximum(unbounded(spectra), LOWEST);
    }

    /**
     * Computes the continuum of predicted spectra. Early in training it is often negative. It is limited to a floor, so that the quotient
     * stays reasonable.
     *
     * @param spectra (B, N)
     * @param floor   (B, N), lower limit, above 0
     * @return (B, N), at least the floor
     */
    NDArray of(NDArray spectra, NDArray floor) {
        return unbounded(spectra).maximum(floor);
    }

    private NDArray unbounded(NDArray spectra) {
        return spectra.matMul(ends).matMul(line);
    }
}
