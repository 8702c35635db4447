package io.alchemi.trainers.spectra.library;

import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.trainers.spectra.WavelengthGrid;
import io.alchemi.trainers.spectra.library.EnviHeader.HeaderValue;
import io.alchemi.training.folder.EnviFile;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an ENVI spectral library: a header, and a binary file with one spectrum per line. */
final class EnviLibrary {
    private static final String FILE_TYPE = "ENVI Spectral Library";
    private static final Set<String> NANOMETRES = Set.of("nanometers", "nanometres", "nm", "unknown");
    private static final Set<String> MICROMETRES = Set.of("micrometers", "micrometres", "microns", "um");

    private final Path data;
    private final EnviHeader header;
    private final DataProblems problems;
    private double scale = 1;
    private double ignored = Double.NaN;

    private EnviLibrary(Path data, EnviHeader header, DataProblems problems) {
        this.data = data;
        this.header = header;
        this.problems = problems;
    }

    /** Reads a library, given its header or its data file. */
    static List<Spectrum> read(Path file) throws IOException {
        Path other = EnviFile.other(file);
        if (other == null) {
            throw withoutOther(file);
        }
        boolean isHeader = EnviFile.isHeader(file);
        Path headerFile = isHeader ? file : other;
        Path data = isHeader ? other : file;
        DataProblems problems = new DataProblems();
        EnviLibrary library = new EnviLibrary(data, EnviHeader.read(headerFile, problems), problems);
        return library.spectra();
    }

    private static ConfigException withoutOther(Path file) {
        List<String> names = EnviFile.namesOfOther(file);
        return new ConfigException(List.of(new Diagnostic(
                DiagnosticId.NO_SUCH_FILE,
                DataProblems.file(file),
                "an ENVI spectral library is two files, but the other one was not found",
                "looked for " + names.get(0) + " and " + names.get(1) + " in the same folder")));
    }

    private List<Spectrum> spectra() throws IOException {
        checkFileType();
        int samples = header.integer("samples", 1);
        int lines = header.integer("lines", 1);
        int offset = header.integerOr("header offset", 0);
        EnviSamples format = format();
        ByteOrder order = order();
        List<HeaderValue> names = names(lines);
        WavelengthGrid wavelengths = wavelengths(samples);
        scale = header.numberOr("reflectance scale factor", 1);
        ignored = header.numberOr("data ignore value", Double.NaN);
        if (!(scale > 0)) {
            header.report(
                    "reflectance scale factor",
                    "'reflectance scale factor' must be above 0",
                    "write the number that stands for a reflectance of 1");
        }
        problems.throwIfAny();
        if (format == null || wavelengths == null) {
            throw problems.exception();
        }
        checkSize(offset + (long) samples * lines * format.bytes());
        try (InputStream in = Files.newInputStream(data)) {
            in.skipNBytes(offset);
            return spectra(in, format, order, names, wavelengths);
        }
    }

    private void checkFileType() {
        List<HeaderValue> type = header.list("file type");
        if (!type.isEmpty() && !type.get(0).text().equalsIgnoreCase(FILE_TYPE)) {
            header.report(
                    "file type",
                    "the file is not a spectral library, but '" + type.get(0).text() + "'",
                    "use a file with file type = " + FILE_TYPE);
        }
        if (header.integerOr("bands", 1) != 1) {
            header.report("bands", "a spectral library has 1 band", "write bands = 1");
        }
    }

    private @Nullable EnviSamples format() {
        int code = header.integer("data type", 1);
        EnviSamples format = EnviSamples.of(code);
        if (format == null && code > 0) {
            header.report("data type", "data type " + code + " is not supported", "convert the values to 4 (float32)");
        }
        return format;
    }

    private ByteOrder order() {
        int order = header.integerOr("byte order", 0);
        if (order > 1) {
            header.report(
                    "byte order",
                    "'byte order' must be 0 or 1, but is " + order,
                    "write 0 for little-endian or 1 for big-endian");
        }
        return order == 1 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    private List<HeaderValue> names(int lines) {
        List<HeaderValue> names = header.list("spectra names");
        checkCount("spectra names", names.size(), "lines", lines);
        SpectrumNames distinct = new SpectrumNames(problems);
        for (HeaderValue name : names) {
            distinct.add(name.text(), name.place());
        }
        return names;
    }

    private @Nullable WavelengthGrid wavelengths(int samples) {
        List<HeaderValue> items = header.list("wavelength");
        checkCount("wavelength", items.size(), "samples", samples);
        boolean isInNm = isInNm();
        double[] nm = new double[items.size()];
        for (int i = 0; i < nm.length; i++) {
            String text = items.get(i).text();
            nm[i] = DataNumber.parse(text);
            if (Double.isNaN(nm[i])) {
                problems.add(
                        items.get(i).place(),
                        DataNumber.problem(text, "wavelength"),
                        DataNumber.advice(text, "wavelength"));
                return null;
            }
            if (!isInNm && nm[i] > 0) {
                // In decimal arithmetic, 2.01 micrometres are exactly 2010 nm, not slightly below a grid that ends
                // there.
                nm[i] = new BigDecimal(text).movePointRight(3).doubleValue();
            }
        }
        return nm.length == 0
                ? null
                : Wavelengths.grid(
                        nm, i -> items.get(i).place(), "add a line wavelength units = Micrometers", problems);
    }

    private boolean isInNm() {
        HeaderValue unit = header.value("wavelength units");
        String word = unit == null ? "nm" : unit.text().toLowerCase(Locale.ROOT);
        if (!NANOMETRES.contains(word) && !MICROMETRES.contains(word)) {
            header.report(
                    "wavelength units",
                    "'wavelength units' must be Nanometers or Micrometers",
                    "convert the wavelengths to nm, and write Nanometers");
        }
        return !MICROMETRES.contains(word);
    }

    private void checkCount(String list, int size, String key, int expected) {
        if (size > 0 && expected > 0 && size != expected) {
            header.report(
                    list,
                    "'" + list + "' has " + size + " items, but '" + key + "' is " + expected,
                    "correct one of them");
        }
    }

    private void checkSize(long expected) throws IOException {
        long size = Files.size(data);
        if (size != expected) {
            header.report(
                    "samples",
                    "the header describes " + expected + " bytes, but " + data.getFileName() + " has " + size,
                    "correct samples, lines, data type or header offset");
            throw problems.exception();
        }
    }

    private List<Spectrum> spectra(
            InputStream in, EnviSamples format, ByteOrder order, List<HeaderValue> names, WavelengthGrid wavelengths)
            throws IOException {
        List<Spectrum> spectra = new ArrayList<>();
        for (HeaderValue name : names) {
            ByteBuffer bytes = ByteBuffer.wrap(in.readNBytes(wavelengths.size() * format.bytes()))
                    .order(order);
            double[] values = new double[wavelengths.size()];
            for (int i = 0; i < values.length; i++) {
                double value = format.next(bytes);
                values[i] = isMissing(value) ? Double.NaN : value / scale;
            }
            checkFinite(name, values, wavelengths);
            spectra.add(new Spectrum(name.text(), wavelengths, values, name.place()));
        }
        problems.throwIfAny();
        return spectra;
    }

    /** Compares as float32 too, because float32 may not represent the number in the header. */
    private boolean isMissing(double value) {
        return !(Math.abs(value) < DataNumber.LARGEST) || value == ignored || value == (float) ignored;
    }

    private void checkFinite(HeaderValue name, double[] values, WavelengthGrid wavelengths) {
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                problems.add(
                        name.place(),
                        "spectrum '" + name.text() + "' has no value at " + Wavelengths.text(wavelengths.at(i)) + " nm",
                        "delete the spectrum from the library, or interpolate its gaps");
                return;
            }
        }
    }
}
