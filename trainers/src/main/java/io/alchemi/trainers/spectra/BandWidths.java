package io.alchemi.trainers.spectra;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Default widths of bands, for when none are given. */
public final class BandWidths {
    private static final double RELATIVE = 1e-5;
    private static final double ABSOLUTE = 1e-6;
    private static final double EMIT_NM = 7.25;

    private BandWidths() {}

    /**
     * Returns the default widths.
     *
     * <p>For a known sensor: if the axis is the sensor's own (relative tolerance 1e-5, absolute 1e-6), the full widths at half maximum of
     * its responses, else its nominal widths. For an unknown sensor and for Mako: the spacing of the axis.
     *
     * @param sensor the sensor of the bands, or null if unknown
     * @param axisNm the bands' centres, nm
     * @return widths, nm, above 0
     */
    public static double[] defaults(@Nullable Sensor sensor, double[] axisNm) {
        if (sensor == null || sensor == Sensor.MAKO) {
            return positive(spacing(axisNm));
        }
        double[] measured = sensor.measuredWidths();
        if (isOwnAxis(sensor, axisNm)) {
            return positive(measured);
        }
        double[] widths = new double[axisNm.length];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = nominal(sensor, axisNm, i);
        }
        return positive(widths);
    }

    /** Returns the distance to the neighbour at the ends, and half the distance between both neighbours elsewhere. */
    static double[] spacing(double[] axis) {
        double[] widths = new double[axis.length];
        int last = axis.length - 1;
        for (int i = 0; i <= last; i++) {
            int left = Math.max(0, i - 1);
            int right = Math.min(last, i + 1);
            widths[i] = last == 0 ? 1 : Math.abs(axis[right] - axis[left]) / (right - left);
        }
        return widths;
    }

    private static boolean isOwnAxis(Sensor sensor, double[] axisNm) {
        double[] centers =
                sensor.bands().stream().mapToDouble(SensorBand::center).toArray();
        if (centers.length != axisNm.length) {
            return false;
        }
        for (int i = 0; i < centers.length; i++) {
            if (!(Math.abs(axisNm[i] - centers[i]) <= ABSOLUTE + RELATIVE * Math.abs(centers[i]))) {
                return false;
            }
        }
        return true;
    }

    private static double nominal(Sensor sensor, double[] axisNm, int band) {
        double center = axisNm[band];
        return switch (sensor) {
            case EMIT -> EMIT_NM;
            case ENMAP -> center < 1000 ? 8.5 : 12;
            case AVIRISNG -> center < 1000 ? 6 : center < 1800 ? 7.5 : 9;
            case HYTES -> axisNm.length < 2 ? 1 : BandStatistics.medianSpacing(axisNm);
            case MAKO -> throw new IllegalStateException("mako has no nominal widths");
        };
    }

    /** Replaces invalid widths by the mean of the valid ones, or by 1 if there are none. */
    static double[] positive(double[] widths) {
        double[] good = Arrays.stream(widths).filter(width -> width > 0).toArray();
        double substitute = good.length == 0 ? 1 : BandStatistics.mean(good);
        return Arrays.stream(widths)
                .map(width -> width > 0 ? width : substitute)
                .toArray();
    }
}
