package io.alchemi.trainers.spectra.library;

import java.util.Locale;
import java.util.Set;

/** Parses the decimal numbers of data files and explains what is wrong with invalid ones. */
final class DataNumber {
    /** Larger magnitudes mark missing values, for example -1.23e34 in the USGS spectral library. */
    static final double LARGEST = 1e30;

    private static final Set<String> NOT_FINITE = Set.of("nan", "inf", "infinity");

    private DataNumber() {}

    /** Returns the number, or NaN if the string is not a finite decimal number. */
    static double parse(String text) {
        // Java also accepts 1d, 0x1p3 and NaN, which other programs do not write or which are not values.
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return Double.NaN;
            }
        }
        try {
            double number = Double.parseDouble(text);
            return Math.abs(number) < LARGEST ? number : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /**
     * Returns what is wrong with a string that is not a number.
     *
     * @param noun what the number should be, for example {@code wavelength}
     */
    static String problem(String text, String noun) {
        if (text.isEmpty()) {
            return "the " + noun + " is missing";
        }
        if (NOT_FINITE.contains(unsigned(text).toLowerCase(Locale.ROOT))) {
            return noun + " " + text + " is not finite";
        }
        return isTooLarge(text)
                ? noun + " " + text + " is too large; such numbers mark missing data"
                : noun + " '" + text + "' is not a number";
    }

    /** Returns what to write instead. */
    static String advice(String text, String noun) {
        if (text.matches("[+-]?\\d+,\\d+")) {
            return "write a decimal point: " + text.replace(',', '.');
        }
        return noun.equals("value")
                ? "write a finite number, or delete the spectrum"
                : "write a wavelength in nm, such as 410";
    }

    private static boolean isTooLarge(String text) {
        return text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    }

    private static String unsigned(String text) {
        return text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
    }
}
