package io.alchemi.trainers.spectra.library;

import io.alchemi.trainers.spectra.WavelengthGrid;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CSV with one spectrum per line: a name, then one value for each wavelength in the header. */
final class WideCsv {
    private final CsvLine header;
    private final DataProblems problems;
    private final SpectrumNames names;

    WideCsv(CsvLine header, DataProblems problems) {
        this.header = header;
        this.problems = problems;
        this.names = new SpectrumNames(problems);
    }

    /** Reads the lines below the header. */
    List<Spectrum> read(DataLines lines) throws IOException {
        WavelengthGrid wavelengths = wavelengths();
        if (wavelengths == null) {
            throw problems.exception();
        }
        List<Spectrum> spectra = new ArrayList<>();
        for (CsvLine line = CsvLine.next(lines, problems); line != null; line = CsvLine.next(lines, problems)) {
            Spectrum spectrum = spectrum(line, wavelengths);
            if (spectrum != null) {
                spectra.add(spectrum);
            }
        }
        return spectra;
    }

    private @Nullable WavelengthGrid wavelengths() {
        double[] nm = header.numbers(1, problems, "wavelength");
        return nm == null
                ? null
                : Wavelengths.grid(nm, i -> header.place(i + 1), "multiply the header by 1000", problems);
    }

    private @Nullable Spectrum spectrum(CsvLine line, WavelengthGrid wavelengths) {
        if (!line.hasSize(header.size(), problems)) {
            return null;
        }
        boolean isNamed = names.add(line.text(0), line.place(0));
        double[] values = line.numbers(1, problems, "value");
        return isNamed && values != null ? new Spectrum(line.text(0), wavelengths, values, line.place(0)) : null;
    }
}
