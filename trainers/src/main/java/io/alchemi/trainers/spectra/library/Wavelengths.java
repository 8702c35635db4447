package io.alchemi.trainers.spectra.library;

import io.alchemi.config.text.SourceLocation;
import io.alchemi.trainers.spectra.WavelengthGrid;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Wavelength checks for all formats. */
final class Wavelengths {
    /** Maximum of micrometres. Spectrometers for reflectance measure from about 200 nm to 25 micrometres. */
    private static final double LONGEST_MICROMETRES = 30;

    private Wavelengths() {}

    /**
     * Checks the wavelengths of a spectrum in nm. Reports the first problem.
     *
     * @param nm at least one
     * @param places the locations by index
     * @param advice what to write if the wavelengths look like micrometres
     * @return the grid, or null if there was a problem
     */
    static @Nullable WavelengthGrid grid(
            double[] nm, IntFunction<SourceLocation> places, String advice, DataProblems problems) {
        for (int i = 0; i < nm.length; i++) {
            if (!(nm[i] > 0)) {
                reportNotPositive(nm[i], places.apply(i), problems);
                return null;
            }
            if (i > 0 && nm[i] <= nm[i - 1]) {
                problems.add(
                        places.apply(i),
                        "wavelengths must increase, but " + text(nm[i]) + " nm follows " + text(nm[i - 1]) + " nm",
                        "sort the wavelengths, and write each once");
                return null;
            }
        }
        if (!areNm(nm[nm.length - 1], places.apply(0), advice, problems)) {
            return null;
        }
        if (nm.length < 2) {
            problems.add(places.apply(0), "a spectrum must have at least 2 wavelengths", "add the other wavelengths");
            return null;
        }
        return WavelengthGrid.of(nm);
    }

    /** Reports a wavelength that is not above 0. */
    static void reportNotPositive(double nm, SourceLocation place, DataProblems problems) {
        problems.add(place, "a wavelength must be above 0 nm, but is " + text(nm), "write a wavelength in nm");
    }

    /** Reports wavelengths that are too small to be in nm. Returns true if they can be in nm. */
    static boolean areNm(double longest, SourceLocation place, String advice, DataProblems problems) {
        boolean areNm = longest >= LONGEST_MICROMETRES;
        if (!areNm) {
            problems.add(place, "wavelengths must be in nm; these look like micrometres", advice);
        }
        return areNm;
    }

    /** Formats a wavelength for messages, without a fraction if it is an integer. */
    static String text(double nm) {
        return nm == Math.rint(nm) && Math.abs(nm) < 1e9 ? Long.toString((long) nm) : Double.toString(nm);
    }
}
