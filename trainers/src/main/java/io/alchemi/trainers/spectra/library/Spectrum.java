package io.alchemi.trainers.spectra.library;

import io.alchemi.config.text.SourceLocation;
import io.alchemi.trainers.spectra.WavelengthGrid;

/** One spectrum of a library. */
final class Spectrum {
    private final String name;
    private final WavelengthGrid wavelengths;
    private final double[] values;
    private final SourceLocation place;

    /**
     * Creates a spectrum.
     *
     * @param name its name, unique in the library
     * @param wavelengths its wavelengths; the same instance for all spectra with the same wavelengths
     * @param values one for each wavelength, finite; not copied
     * @param place where it begins in its file
     */
    Spectrum(String name, WavelengthGrid wavelengths, double[] values, SourceLocation place) {
        this.name = name;
        this.wavelengths = wavelengths;
        this.values = values;
        this.place = place;
    }

    String name() {
        return name;
    }

    WavelengthGrid wavelengths() {
        return wavelengths;
    }

    /** Returns the values themselves, not a copy. */
    double[] values() {
        return values;
    }

    SourceLocation place() {
        return place;
    }

    /** Interpolates the value at a wavelength inside the spectrum's range linearly. */
    double at(double nm) {
        int right = wavelengths.lowerBound(nm);
        if (wavelengths.at(right) == nm) {
            return values[right];
        }
        double left = wavelengths.at(right - 1);
        double share = (nm - left) / (wavelengths.at(right) - left);
        return values[right - 1] + share * (values[right] - values[right - 1]);
    }
}
