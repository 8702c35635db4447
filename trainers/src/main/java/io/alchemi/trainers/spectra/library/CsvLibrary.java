package io.alchemi.trainers.spectra.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Reads a CSV file. The header determines its form. */
final class CsvLibrary {
    private static final String HEADERS = "write name,400,410 (one spectrum per line) or name,wavelength,value";

    private CsvLibrary() {}

    static List<Spectrum> read(Path file) throws IOException {
        DataProblems problems = new DataProblems();
        try (DataLines lines = new DataLines(file, problems)) {
            CsvLine header = CsvLine.next(lines, problems);
            problems.throwIfAny(); // The first line could not be split, so this line is not the header.
            if (header == null) {
                problems.add(DataProblems.file(file), "the file is empty", HEADERS);
                throw problems.exception();
            }
            boolean isLong = isLong(header, problems);
            problems.throwIfAny();
            List<Spectrum> spectra =
                    isLong ? new LongCsv(header, problems).read(lines) : new WideCsv(header, problems).read(lines);
            problems.throwIfAny();
            if (spectra.isEmpty()) {
                problems.add(
                        header.place(0), "the file has a header, but no spectra", "write spectra below the header");
            }
            problems.throwIfAny();
            return spectra;
        }
    }

    private static boolean isLong(CsvLine header, DataProblems problems) {
        String first = header.text(0);
        String second = header.size() > 1 ? lower(header.text(1)) : "";
        if (first.indexOf(';') >= 0 || first.indexOf('\t') >= 0) {
            String separator = first.indexOf(';') >= 0 ? "semicolons" : "tabs";
            problems.add(
                    header.place(0),
                    "cells are separated by " + separator,
                    "separate them by commas, and write decimal points");
        } else if (!lower(first).equals("name")) {
            problems.add(header.place(0), "the first column must be 'name', but is '" + first + "'", HEADERS);
        } else if (header.size() == 1) {
            problems.add(header.place(0), "the header has no wavelengths", HEADERS);
        } else if (second.startsWith("wavelength")) {
            boolean isComplete = header.size() == 3
                    && (second.equals("wavelength") || second.equals("wavelength_nm"))
                    && lower(header.text(2)).equals("value");
            if (!isComplete) {
                problems.add(
                        header.place(1),
                        "a file with one value per line has the columns name,wavelength,value",
                        "write name,wavelength,value, with wavelengths in nm");
            }
            return true;
        }
        return false;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
