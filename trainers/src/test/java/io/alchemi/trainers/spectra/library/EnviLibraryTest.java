package io.alchemi.trainers.spectra.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.alchemi.config.ConfigException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnviLibraryTest {
    private static final String HEADER = """
            ENVI
            description = {
              Two minerals = a test }
            ; a comment
            samples = 3
            lines   = 2
            bands   = 1
            header offset = 0
            file type = ENVI Spectral Library
            data type = 4
            interleave = bsq
            byte order = 0
            wavelength units = Nanometers
            wavelength = {
             400.0, 410.5,
             2500 }
            spectra names = {
             olivine 1, calcite }
            """;

    private static final double[] VALUES = {1, 2, 3, 40, 50, 60};

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 0", "2, 1", "4, 0", "4, 1", "5, 0", "5, 1", "12, 0", "12, 1"})
    void readsDataTypesAndByteOrders(int type, int order) throws IOException {
        write("data type = 4", "data type = " + type, "byte order = 0", "byte order = " + order);
        data(type, order, VALUES);

        SpectralLibrary library = SpectralLibrary.read(folder.resolve("lab.sli"));

        assertThat(library.names()).containsExactly("olivine 1", "calcite");
        assertThat(library.wavelengths(0).toArray()).containsExactly(400, 410.5, 2500);
        assertThat(library.values(0)).containsExactly(1, 2, 3);
        assertThat(library.values(1)).containsExactly(40, 50, 60);
    }

    @Test
    void unsignedIntegersHaveNoSign() throws IOException {
        write("data type = 4", "data type = 12");
        data(12, 0, 65_535, 0, 1, 2, 3, 4);
        assertThat(SpectralLibrary.read(folder.resolve("lab.sli")).values(0)).containsExactly(65_535, 0, 1);

        write("data type = 4", "data type = 1");
        data(1, 0, 255, 0, 1, 2, 3, 4);
        assertThat(SpectralLibrary.read(folder.resolve("lab.sli")).values(0)).containsExactly(255, 0, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "lab.sli, lab.hdr, lab.sli",
        "lab.sli, lab.hdr, lab.hdr",
        "lab.sli, lab.sli.hdr, lab.sli",
        "lab.sli, lab.sli.hdr, lab.sli.hdr",
        "lab, lab.hdr, lab.hdr"
    })
    void findsTheOtherFile(String data, String header, String given) throws IOException {
        data(4, 0, VALUES);
        Files.move(folder.resolve("lab.sli"), folder.resolve("moved"));
        Files.move(folder.resolve("moved"), folder.resolve(data));
        Files.writeString(folder.resolve(header), HEADER);

        assertThat(SpectralLibrary.read(folder.resolve(given)).size()).isEqualTo(2);
    }

    @Test
    void convertsMicrometresExactly() throws IOException {
        write("= Nanometers", "= Micrometers", "400.0, 410.5,", "0.4, 2.01,", "2500 }", "2.5e0 }");
        data(4, 0, VALUES);

        assertThat(SpectralLibrary.read(folder.resolve("lab.sli"))
                        .wavelengths(0)
                        .toArray())
                .containsExactly(400, 2010, 2500);
    }

    @Test
    void skipsTheOffsetAndDividesByTheScale() throws IOException {
        write(
                "header offset = 0",
                "header offset = 4",
                "lines   = 2",
                "lines = 1",
                "olivine 1, ",
                "",
                "bands   = 1",
                "reflectance scale factor = 10000\ndata ignore value = -9999");
        data(4, 0, 99, 5000, 0, -200);

        assertThat(SpectralLibrary.read(folder.resolve("lab.sli")).values(0)).containsExactly(0.5, 0, -0.02);
    }

    @Test
    void missingValuesAreRefusedWithTheirLocation() throws IOException {
        write("bands   = 1", "data ignore value = -1.1");
        data(4, 0, 1, -1.1, 3, 4, 5, Double.NaN);

        assertThat(message("lab.sli")).isEqualTo("""
                        lab.hdr:18:2: error: spectrum 'olivine 1' has no value at 410.5 nm [ALC601]
                           |
                        18 |  olivine 1, calcite }
                           |  ^^^^^^^^^ delete the spectrum from the library, or interpolate its gaps

                        lab.hdr:18:13: error: spectrum 'calcite' has no value at 2500 nm [ALC601]
                           |
                        18 |  olivine 1, calcite }
                           |             ^^^^^^^ delete the spectrum from the library, or interpolate its gaps""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ENVI|ENWI|lab.hdr:1:1: error: an ENVI header must begin with the line ENVI",
                "samples = 3|samples = 4|lab.hdr:15:2: error: 'wavelength' has 3 items, but 'samples' is 4",
                "samples = 3|samples = 3.0|lab.hdr:5:11: error: 'samples' must be an integer, but is '3.0'",
                "samples = 3|samples = 0|lab.hdr:5:11: error: 'samples' must be an integer, but is '0'",
                "samples = 3|samples: 3|lab.hdr:5:1: error: an ENVI header has lines of the form key = value",
                "samples = 3|sample = 3|lab.hdr:1:1: error: the header has no 'samples'",
                "lines   = 2|lines   = 1|lab.hdr:18:2: error: 'spectra names' has 2 items, but 'lines' is 1",
                "bands   = 1|bands   = 3|lab.hdr:7:11: error: a spectral library has 1 band",
                "ENVI Spectral Library|ENVI Standard|lab.hdr:9:13: error: the file is not a spectral library, but 'ENVI Standard'",
                "data type = 4|data type = 6|lab.hdr:10:13: error: data type 6 is not supported",
                "data type = 4|data type = 5|lab.hdr:5:11: error: the header describes 48 bytes, but lab.sli has 24",
                "byte order = 0|byte order = 2|lab.hdr:12:14: error: 'byte order' must be 0 or 1, but is 2",
                "Nanometers|Wavenumber|lab.hdr:13:20: error: 'wavelength units' must be Nanometers or Micrometers",
                "400.0, 410.5|400.0, x|lab.hdr:15:9: error: wavelength 'x' is not a number",
                "400.0, 410.5|410.5, 400.0|lab.hdr:15:9: error: wavelengths must increase, but 400 nm follows 410.5 nm",
                "calcite }|calcite|lab.hdr:17:17: error: the list is not closed",
                "olivine 1,|calcite,|lab.hdr:18:11: error: duplicate spectrum 'calcite'",
                "bands   = 1|reflectance scale factor = 0|lab.hdr:7:28: error: 'reflectance scale factor' must be above 0",
                "bands   = 1|data ignore value = none|lab.hdr:7:21: error: 'data ignore value' must be a number, but is 'none'",
            })
    void invalidHeadersAreRefused(String from, String to, String expected) throws IOException {
        write(from, to);
        data(4, 0, VALUES);

        assertThat(message("lab.sli")).startsWith(expected + " [ALC601]");
    }

    @Test
    void allProblemsAreReportedAtOnce() throws IOException {
        write("samples = 3", "samples = many", "data type = 4", "data type = 6", "olivine 1,", "calcite,");

        data(4, 0, VALUES);

        assertThat(message("lab.hdr")).contains("'samples' must be", "data type 6", "duplicate spectrum");
    }

    @Test
    void wavelengthsWithoutAUnitMustNotLookLikeMicrometres() throws IOException {
        write("wavelength units = Nanometers\n", "", "400.0, 410.5,", "0.4, 0.41,", "2500 }", "2.5 }");
        data(4, 0, VALUES);

        assertThat(message("lab.sli"))
                .startsWith("lab.hdr:14:2: error: wavelengths must be in nm; these look like micrometres [ALC601]")
                .endsWith("add a line wavelength units = Micrometers");
    }

    @Test
    void aMissingHeaderIsReported() throws IOException {
        data(4, 0, VALUES);

        assertThat(message("lab.sli")).isEqualTo("""
                        lab.sli: error: an ENVI spectral library is two files, but the other one was not found [ALC502]
                          = looked for lab.hdr and lab.sli.hdr in the same folder""");
    }

    private void write(String... replacements) throws IOException {
        String header = HEADER;
        for (int i = 0; i < replacements.length; i += 2) {
            assertThat(header).contains(replacements[i]);
            header = header.replaceFirst(Pattern.quote(replacements[i]), replacements[i + 1]);
        }
        Files.writeString(folder.resolve("lab.hdr"), header);
    }

    private void data(int type, int order, double... values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length)
                .order(order == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        for (double value : values) {
            switch (type) {
                case 1 -> bytes.put((byte) (int) value);
                case 2, 12 -> bytes.putShort((short) (int) value);
                case 4 -> bytes.putFloat((float) value);
                default -> bytes.putDouble(value);
            }
        }
        byte[] written = Arrays.copyOf(bytes.array(), bytes.position());
        Files.write(folder.resolve("lab.sli"), written);
    }

    private String message(String given) {
        ConfigException e =
                catchThrowableOfType(ConfigException.class, () -> SpectralLibrary.read(folder.resolve(given)));
        return Objects.requireNonNull(e.getMessage()).replace(folder + "/", "");
    }
}
