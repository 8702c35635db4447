package io.alchemi.trainers.spectra.library;

import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.trainers.spectra.WavelengthGrid;
import io.alchemi.training.random.RandomStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Named spectra from a file. Instances are immutable. */
public final class SpectralLibrary {
    private final List<Spectrum> spectra;

    private SpectralLibrary(List<Spectrum> spectra) {
        this.spectra = spectra;
    }

    /**
     * Reads a file. The extension selects the format:
     *
     * <ul>
     *   <li>{@code .csv} with the header {@code name,400,410,…}: one spectrum per line, one column for each wavelength in nm,
     *       increasing
     *   <li>{@code .csv} with the header {@code name,wavelength,value} or {@code name,wavelength_nm,value}: one value per line, in
     *       any order
     *   <li>{@code .sli} or {@code .hdr}: an ENVI spectral library, header and data in one folder; data types 1, 2, 4, 5 and 12,
     *       wavelengths in nm or micrometres, values divided by {@code reflectance scale factor}
     * </ul>
     *
     * <p>CSV is UTF-8 as in RFC 4180, with decimal points. Names must be unique, values finite and below 1e30 in magnitude.
     *
     * @param file the file
     * @return a library of at least one spectrum
     * @throws ConfigException with all problems of the file, at most 20, each with its location; also if it cannot be read
     */
    public static SpectralLibrary read(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        try {
            if (name.endsWith(".csv")) {
                return new SpectralLibrary(CsvLibrary.read(file));
            } else if (name.endsWith(".sli") || name.endsWith(".hdr")) {
                return new SpectralLibrary(EnviLibrary.read(file));
            }
        } catch (IOException e) {
            throw DataProblems.unreadable(file, e);
        }
        throw new ConfigException(List.of(new Diagnostic(
                DiagnosticId.INPUT_DATA,
                DataProblems.file(file),
                "the extension of the file is not that of a spectral library",
                "use .csv, or .sli with .hdr (ENVI)")));
    }

    /**
     * Returns the location of a whole file, for problems of its content.
     *
     * @param file the file
     * @return the location
     */
    public static SourceLocation location(Path file) {
        return DataProblems.file(file);
    }

    /**
     * Returns true if two paths are the same existing file.
     *
     * @param file  a path; the file may be missing
     * @param other a path; the file may be missing
     * @return true if both exist and are the same
     */
    public static boolean isSameFile(Path file, Path other) {
        try {
            return Files.exists(file) && Files.isSameFile(file, other);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Returns the number of spectra.
     *
     * @return n, at least 1
     */
    public int size() {
        return spectra.size();
    }

    /**
     * Returns the names.
     *
     * @return unique names in the order of the file
     */
    public List<String> names() {
        return spectra.stream().map(Spectrum::name).toList();
    }

    /**
     * Returns the wavelengths of a spectrum.
     *
     * @param index 0 to n - 1
     * @return nm; the same instance for spectra with the same wavelengths
     */
    public WavelengthGrid wavelengths(int index) {
        return spectra.get(index).wavelengths();
    }

    /**
     * Returns the values of a spectrum.
     *
     * @param index 0 to n - 1
     * @return a copy, one finite value for each wavelength
     */
    public double[] values(int index) {
        return spectra.get(index).values().clone();
    }

    /**
     * Interpolates all spectra linearly.
     *
     * @param grid target wavelengths, inside the range of every spectrum
     * @return a row for each spectrum in the order of the file, a column for each wavelength of the grid
     * @throws ConfigException naming the spectra that do not cover the grid, with their lines
     */
    public double[][] onGrid(WavelengthGrid grid) {
        return onGrid(grid, "choose data.lab_grid_nm inside the range of the spectra, or delete the spectrum");
    }

    /**
     * Interpolates all spectra linearly.
     *
     * @param grid   target wavelengths, inside the range of every spectrum
     * @param advice what to write instead, for spectra that do not cover the grid
     * @return a row for each spectrum in the order of the file, a column for each wavelength of the grid
     * @throws ConfigException naming the spectra that do not cover the grid, with their lines
     */
    public double[][] onGrid(WavelengthGrid grid, String advice) {
        checkCoverage(grid, advice);
        double[][] rows = new double[size()][grid.size()];
        for (int row = 0; row < rows.length; row++) {
            for (int i = 0; i < grid.size(); i++) {
                rows[row][i] = spectra.get(row).at(grid.at(i));
            }
        }
        return rows;
    }

    /** Reports spectra with the same wavelengths once, because they all have the same problem. */
    private void checkCoverage(WavelengthGrid grid, String advice) {
        Map<WavelengthGrid, List<Spectrum>> tooShort = new LinkedHashMap<>();
        for (Spectrum spectrum : spectra) {
            WavelengthGrid covered = spectrum.wavelengths();
            if (grid.lowest() < covered.lowest() || grid.highest() > covered.highest()) {
                tooShort.computeIfAbsent(covered, unused -> new ArrayList<>()).add(spectrum);
            }
        }
        DataProblems problems = new DataProblems();
        tooShort.forEach((covered, group) -> reportCoverage(covered, group, grid, advice, problems));
        problems.throwIfAny();
    }

    private static void reportCoverage(
            WavelengthGrid covered, List<Spectrum> group, WavelengthGrid grid, String advice, DataProblems problems) {
        String range = Wavelengths.text(covered.lowest()) + " to " + Wavelengths.text(covered.highest()) + " nm";
        List<String> ends = new ArrayList<>();
        if (grid.lowest() < covered.lowest()) {
            ends.add("begins at " + Wavelengths.text(grid.lowest()) + " nm");
        }
        if (grid.highest() > covered.highest()) {
            ends.add("ends at " + Wavelengths.text(grid.highest()) + " nm");
        }
        int others = group.size() - 1;
        problems.add(
                group.get(0).place(),
                "spectrum '" + group.get(0).name() + "' covers " + range + "; the grid data.lab_grid_nm "
                        + String.join(" and ", ends),
                advice,
                others == 0 ? List.of() : List.of("other spectra with these wavelengths: " + others));
    }

    /**
     * Splits the names into training and evaluation. The same names and seed give the same split, whatever their order in the file.
     *
     * @param share share of names to hold out, at least 0 and below 1
     * @param seed  any value
     * @return {@code round(share * n)} held-out names, sorted; at least 1 if the share is above 0 and there are 2 spectra, and never all
     * @throws IllegalArgumentException if the share is out of range
     */
    public List<String> heldOut(double share, long seed) {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException("the share is " + share + "; it must be at least 0 and below 1");
        }
        long wanted = Math.max(share > 0 ? 1 : 0, Math.round(share * size()));
        Comparator<String> byDraw =
                Comparator.comparingDouble(name -> new RandomStream(seed, "split/" + name, 0).uniform(0));
        return names().stream()
                .sorted(byDraw.thenComparing(Comparator.naturalOrder()))
                .limit(Math.min(wanted, size() - 1))
                .sorted()
                .toList();
    }
}
