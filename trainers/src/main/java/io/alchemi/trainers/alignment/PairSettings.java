package io.alchemi.trainers.alignment;

import io.alchemi.trainers.spectra.Sensor;
import io.alchemi.trainers.spectra.TokenizerSettings;
import io.alchemi.trainers.spectra.WavelengthGrid;

/**
 * Where pairs come from and how they become tokens.
 *
 * @param grid        where laboratory spectra are sampled
 * @param labFwhm     width of a laboratory band, nm, the same for all; at or below 0 acts as 1
 * @param labNoise    standard deviation of the laboratory noise, at least 0
 * @param peaks       peaks of a laboratory spectrum, at least 0
 * @param sensor      which sensor sees them
 * @param sensorNoise its noise relative to what it sees, at least 0
 * @param tokenizer   what tokens are made of, for both sides; widths of sensor bands are the default ones
 */
public record PairSettings(
        WavelengthGrid grid,
        double labFwhm,
        double labNoise,
        int peaks,
        Sensor sensor,
        double sensorNoise,
        TokenizerSettings tokenizer) {}
