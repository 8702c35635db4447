package io.alchemi.trainers.alignment;

import org.jspecify.annotations.Nullable;

/**
 * What is asked of reconstructing one side's spectrum from the other side's embedding.
 *
 * @param weight          factor of the whole term in the loss
 * @param hiddenWidth     hidden width of the networks that reconstruct; 0 takes the larger of input and output
 * @param layers          their linear maps, at least 1
 * @param raw             whether values and angles are compared
 * @param l2Weight        factor of the squared error within the raw term
 * @param samWeight       factor of the angle within the raw term
 * @param continuum       whether spectra without their continuum are compared
 * @param continuumWeight factor of that term
 * @param continuumWindow where the continuum is laid; null takes the whole axis
 * @param slope           whether slopes are compared
 * @param slopeWeight     factor of that term
 */
public record CycleSettings(
        double weight,
        int hiddenWidth,
        int layers,
        boolean raw,
        double l2Weight,
        double samWeight,
        boolean continuum,
        double continuumWeight,
        @Nullable WavelengthWindow continuumWindow,
        boolean slope,
        double slopeWeight) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException naming what is out of its range
     */
    public CycleSettings {
        if (hiddenWidth < 0) {
            throw new IllegalArgumentException("cycle.hidden_dim is " + hiddenWidth + "; it must be at least 0");
        }
        if (layers < 1) {
            throw new IllegalArgumentException("cycle.num_layers is " + layers + "; it must be at least 1");
        }
    }

    /** Whether anything is compared; if not, nothing is reconstructed and the term is 0. */
    boolean comparesAnything() {
        return raw || continuum || slope;
    }

    /** The widths of a network that reconstructs. */
    int[] widths(int in, int out) {
        int[] widths = new int[layers + 1];
        for (int i = 1; i < layers; i++) {
            widths[i] = hiddenWidth > 0 ? hiddenWidth : Math.max(in, out);
        }
        widths[0] = in;
        widths[layers] = out;
        return widths;
    }
}
