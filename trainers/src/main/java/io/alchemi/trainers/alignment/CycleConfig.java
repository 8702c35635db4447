package io.alchemi.trainers.alignment;

import io.alchemi.schema.Default;
import io.alchemi.schema.Length;
import io.alchemi.schema.Range;
import io.alchemi.schema.Retired;
import io.alchemi.schema.Rule;
import io.alchemi.schema.Unit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reconstruction of each side's spectrum from the other side's embedding.
 *
 * @param enabled add the terms to the loss, times model.cycle_weight
 * @param hiddenDim hidden width of the reconstruction networks; null or 0 for the larger of input and output width
 * @param numLayers linear layers of a reconstruction network
 * @param cycleRaw compare the values of spectra
 * @param l2Weight weight of the squared error
 * @param samWeight weight of the spectral angle
 * @param cycleContinuum compare spectra divided by their continuum
 * @param continuumWeight weight of that term
 * @param continuumWindowNm ends of the continuum, or null for the ends of the axis
 * @param slopeReg compare the slopes of spectra
 * @param slopeWeight weight of that term
 */
@Retired(value = "sensor_context_dim", reason = "the reconstruction networks have no context")
@Retired(value = "lab_context_dim", reason = "the reconstruction networks have no context")
@Retired(value = "use_brightness_temperature", reason = "spectra are compared as they are")
public record CycleConfig(
        @Default("false") boolean enabled,
        @Range(min = 0) @Nullable Integer hiddenDim,
        @Default("2") @Range(min = 1) int numLayers,
        @Default("false") boolean cycleRaw,
        @Default("1") @Range(min = 0) double l2Weight,
        @Default("1") @Range(min = 0) double samWeight,
        @Default("false") boolean cycleContinuum,
        @Default("1") @Range(min = 0) double continuumWeight,
        @Length(2) @Unit("nm") @Nullable List<Double> continuumWindowNm,
        @Default("false") boolean slopeReg,
        @Default("1") @Range(min = 0) double slopeWeight) {

    @Rule(
            "enabled needs a term and its weight above 0: cycle_raw (l2_weight, sam_weight), cycle_continuum (continuum_weight) "
                    + "or slope_reg (slope_weight)")
    static boolean enabledNeedsATerm(
            boolean enabled,
            boolean cycleRaw,
            double l2Weight,
            double samWeight,
            boolean cycleContinuum,
            double continuumWeight,
            boolean slopeReg,
            double slopeWeight) {
        return !enabled
                || (cycleRaw && l2Weight + samWeight > 0)
                || (cycleContinuum && continuumWeight > 0)
                || (slopeReg && slopeWeight > 0);
    }

    @Rule("continuum_window_nm must begin below its end")
    static boolean windowBeginsBelowItsEnd(@Nullable List<Double> continuumWindowNm) {
        return continuumWindowNm == null || continuumWindowNm.get(0) < continuumWindowNm.get(1);
    }

    /** Returns the widths of a reconstruction network. */
    int[] widths(int in, int out) {
        int[] widths = new int[numLayers + 1];
        Arrays.fill(widths, hiddenDim == null || hiddenDim == 0 ? Math.max(in, out) : hiddenDim);
        widths[0] = in;
        widths[numLayers] = out;
        return widths;
    }
}
