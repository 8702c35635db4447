package io.alchemi.trainers.spectra.library;

import io.alchemi.trainers.spectra.WavelengthGrid;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** CSV with one value per line: name, wavelength and value. The lines of a spectrum may be in any order. */
final class LongCsv {
    private static final String IN_NM = "multiply the wavelengths by 1000";

    private final CsvLine header;
    private final DataProblems problems;
    private final Map<String, SampleList> byName = new LinkedHashMap<>();

    LongCsv(CsvLine header, DataProblems problems) {
        this.header = header;
        this.problems = problems;
    }

    /** Reads the lines below the header. */
    List<Spectrum> read(DataLines lines) throws IOException {
        for (CsvLine line = CsvLine.next(lines, problems); line != null; line = CsvLine.next(lines, problems)) {
            add(line);
        }
        problems.throwIfAny(); // Lines were left out, so other spectra would look incomplete.
        checkUnit();
        List<Spectrum> spectra = new ArrayList<>();
        WavelengthGrid previous = null;
        for (Map.Entry<String, SampleList> entry : byName.entrySet()) {
            SampleList samples = entry.getValue();
            samples.sort();
            WavelengthGrid grid = grid(samples, previous);
            if (grid != null) {
                spectra.add(new Spectrum(entry.getKey(), grid, samples.values(), samples.place()));
                previous = grid;
            }
        }
        return spectra;
    }

    private void add(CsvLine line) {
        if (!line.hasSize(header.size(), problems)) {
            return;
        }
        String name = line.text(0);
        double[] numbers = line.numbers(1, problems, "wavelength", "value");
        if (name.isEmpty()) {
            SpectrumNames.reportMissing(line.place(0), problems);
        } else if (numbers != null && !(numbers[0] > 0)) {
            Wavelengths.reportNotPositive(numbers[0], line.place(1), problems);
        } else if (numbers != null
                && !byName.computeIfAbsent(name, unused -> new SampleList(line.place(0)))
                        .add(numbers[0], numbers[1])) {
            problems.add(
                    line.place(1),
                    "duplicate wavelength " + Wavelengths.text(numbers[0]) + " nm of spectrum '" + name + "'",
                    "delete one of the two lines");
        }
    }

    /** Reports wavelengths in micrometres once, not for each spectrum. */
    private void checkUnit() {
        double longest = 0;
        for (SampleList samples : byName.values()) {
            longest = Math.max(longest, samples.longest());
        }
        if (!byName.isEmpty()) {
            Wavelengths.areNm(longest, byName.values().iterator().next().place(), IN_NM, problems);
        }
        problems.throwIfAny();
    }

    /** Returns the grid of the previous spectrum if the wavelengths are the same, so that the spectra share it. */
    private @Nullable WavelengthGrid grid(SampleList samples, @Nullable WavelengthGrid previous) {
        double[] nm = samples.wavelengths();
        return previous != null && Arrays.equals(previous.toArray(), nm)
                ? previous
                : Wavelengths.grid(nm, index -> samples.place(), IN_NM, problems);
    }
}
