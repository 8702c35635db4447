/**
 * Spectra and sensors: wavelength grids, synthetic laboratory spectra, sensor responses, noise, and the tokens that a network reads.
 *
 * <p>Wavelengths are in nanometres unless a name says otherwise. Everything here is plain Java in float64 and does not need the engine.
 * Every random number comes from a stream keyed by (seed, purpose, step).
 */
@NullMarked
package io.alchemi.trainers.spectra;

import org.jspecify.annotations.NullMarked;
