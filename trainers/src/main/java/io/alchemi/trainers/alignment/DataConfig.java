package io.alchemi.trainers.alignment;

import io.alchemi.schema.Default;
import io.alchemi.schema.Input;
import io.alchemi.schema.Range;
import io.alchemi.schema.Rule;
import io.alchemi.schema.Unit;
import io.alchemi.trainers.spectra.Sensor;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Laboratory spectra, synthetic or from a file, and the sensor.
 *
 * @param sensor the sensor
 * @param labGridNm wavelengths at which laboratory spectra are sampled, evenly spaced or listed; with fewer samples than sensor bands,
 *     neighbouring bands get the same samples
 * @param labFwhmNm full width at half maximum (FWHM) of a laboratory band
 * @param labSpectra file of laboratory spectra (CSV, or an ENVI spectral library), or null for synthetic ones
 * @param heldOutShare share of the spectra of the file that is held out from training, selected by name and seed
 * @param labNoiseStd standard deviation of the noise that is added to a laboratory spectrum
 * @param syntheticPeaks number of Gaussian peaks in a synthetic laboratory spectrum
 * @param sensorNoiseRel noise of a sensor band, relative to its value
 */
public record DataConfig(
        @Default("emit") Sensor sensor,
        @Default("{start: 380, stop: 2500, num: 256}") LabGrid labGridNm,

        @Default("5") @Range(min = 0, minExclusive = true) @Unit("nm")
        double labFwhmNm,

        @Input @Nullable Path labSpectra,

        @Default("0.2") @Range(min = 0, minExclusive = true, max = 1, maxExclusive = true)
        double heldOutShare,

        @Default("0.01") @Range(min = 0) double labNoiseStd,
        @Default("3") @Range(min = 0) int syntheticPeaks,
        @Default("0.01") @Range(min = 0) double sensorNoiseRel) {

    @Rule("lab_grid_nm must reach all bands of the sensor (nm): emit 400-2400 and a sample in each, "
            + "enmap 417-2455, avirisng 372.5-2517.5, hytes 7477-12023, mako 7543-13257")
    static boolean gridReachesTheSensor(LabGrid labGridNm, Sensor sensor) {
        return !labGridNm.isIncreasing() || sensor.isReachedBy(labGridNm.wavelengths());
    }
}
