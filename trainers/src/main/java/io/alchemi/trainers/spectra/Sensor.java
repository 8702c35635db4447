package io.alchemi.trainers.spectra;

import io.alchemi.schema.IgnoreCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Imaging spectrometers with synthetic responses: the bands are Gaussian-like and follow formulas, not measurements.
 *
 * <p>EMIT is a toy of ten bands (the real one has 285 of about 7.4 nm). The others have the true number of bands.
 */
@IgnoreCase
public enum Sensor {
    /** EMIT: 10 bands, 400 to 2400 nm, 35 to 71 nm wide. */
    EMIT,
    /** EnMAP: 226 bands, 420 to 2450 nm. */
    ENMAP,
    /** AVIRIS-NG: 425 bands, 380 to 2510 nm; those in the water bands 1340-1460 and 1790-1960 nm are not usable. */
    AVIRISNG,
    /** HyTES: 256 thermal bands, 7500 to 12000 nm. */
    HYTES,
    /** Mako: 128 thermal bands, 7600 to 13200 nm, 44 nm wide. */
    MAKO;

    private static final int FWHM_SAMPLES_OF_EMIT = 2000;

    /**
     * Finds a sensor by its name.
     *
     * @param id emit, enmap, avirisng, hytes or mako, in any case
     * @return the sensor, or empty if the name is unknown
     */
    public static Optional<Sensor> byId(String id) {
        for (Sensor sensor : values()) {
            if (sensor.name().equalsIgnoreCase(id)) {
                return Optional.of(sensor);
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the sensor's name.
     *
     * @return lower case
     */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Computes the responses.
     *
     * @return all bands, sorted by centre
     */
    public List<SensorBand> bands() {
        return switch (this) {
            case EMIT -> SensorFormulas.emit();
            case ENMAP -> SensorFormulas.enmap();
            case AVIRISNG -> SensorFormulas.avirisNg();
            case HYTES -> SensorFormulas.hytes();
            case MAKO -> SensorFormulas.mako();
        };
    }

    /**
     * Returns true if a grid is sufficient for {@link SensorProjection#of}.
     *
     * @param grid wavelengths of the samples
     * @return for EMIT, true if there is a sample in each band; for the others, true if the grid covers all bands
     */
    public boolean isReachedBy(WavelengthGrid grid) {
        return this == EMIT
                ? SensorFormulas.emitSees(grid)
                : grid.lowest() <= lowestNanometres() && grid.highest() >= highestNanometres();
    }

    /**
     * Returns true if a wavelength lies within the bands.
     *
     * @param nm a wavelength
     * @return true from the centre of the first usable band to that of the last
     */
    public boolean sees(double nm) {
        WavelengthGrid axis = axis();
        return axis.lowest() <= nm && nm <= axis.highest();
    }

    /**
     * Returns the centres of the bands that see the ground.
     *
     * @return the centres of the usable bands
     */
    public WavelengthGrid axis() {
        List<SensorBand> bands = usableBands();
        double[] centers = new double[bands.size()];
        for (int k = 0; k < centers.length; k++) {
            centers[k] = bands.get(k).center();
        }
        return WavelengthGrid.of(centers);
    }

    /** Returns the widths (nm) of the responses. EMIT's common table is coarse, so it is refined first. */
    double[] measuredWidths() {
        List<SensorBand> bands = bands();
        double[] widths = new double[bands.size()];
        for (int k = 0; k < widths.length; k++) {
            SensorBand band = this == EMIT ? bands.get(k).resampled(FWHM_SAMPLES_OF_EMIT) : bands.get(k);
            widths[k] = band.fwhm();
        }
        return widths;
    }

    /** Returns where the first usable band begins, nm. */
    double lowestNanometres() {
        return usableBands().get(0).nanometres()[0];
    }

    /** Returns where the last usable band ends, nm. */
    double highestNanometres() {
        List<SensorBand> bands = usableBands();
        double[] last = bands.get(bands.size() - 1).nanometres();
        return last[last.length - 1];
    }

    /** Returns the bands that see the ground. */
    List<SensorBand> usableBands() {
        List<SensorBand> usable = new ArrayList<>();
        for (SensorBand band : bands()) {
            if (band.usable()) {
                usable.add(band);
            }
        }
        return usable;
    }
}
