package io.alchemi.trainers.spectra.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.alchemi.config.ConfigException;
import io.alchemi.trainers.spectra.WavelengthGrid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpectralLibraryTest {
    private static final String TWO_RANGES = """
            name,wavelength,value
            olivine 1,380,1
            olivine 1,2500,2
            olivine 2,420,1
            olivine 2,2400,2
            olivine 3,420,1
            olivine 3,2400,2
            olivine 4,350.5,1
            olivine 4,2400,2
            """;

    @TempDir
    Path folder;

    @Test
    void interpolatesLinearly() throws IOException {
        SpectralLibrary library = read("name,400,410,430\na,1,2,4\nb,0.1,0.3,-0.1\n");

        double[][] rows = library.onGrid(WavelengthGrid.of(400, 402.5, 410, 415, 430));

        assertThat(rows).hasDimensions(2, 5);
        assertThat(rows[0]).containsExactly(1, 1.25, 2, 2.5, 4);
        assertThat(rows[1]).containsExactly(new double[] {0.1, 0.15, 0.3, 0.2, -0.1}, within(1e-15));
    }

    @Test
    void spectraOnTheGridItselfAreUnchanged() throws IOException {
        SpectralLibrary library = read("name,400.1,410.2,430.3\na,0.1,0.7,0.3\n");

        assertThat(library.onGrid(library.wavelengths(0))[0]).containsExactly(0.1, 0.7, 0.3);
    }

    @Test
    void spectraThatDoNotCoverTheGridAreRefused() throws IOException {
        SpectralLibrary library = read(TWO_RANGES);

        assertThatThrownBy(() -> library.onGrid(WavelengthGrid.of(380, 2500)))
                .isInstanceOf(ConfigException.class)
                .extracting(e -> Objects.requireNonNull(e.getMessage()).replace(folder + "/", ""))
                .isEqualTo("""
                        lab.csv:4:1: error: spectrum 'olivine 2' covers 420 to 2400 nm; the grid data.lab_grid_nm begins at 380 nm and ends at 2500 nm [ALC601]
                          |
                        4 | olivine 2,420,1
                          | ^^^^^^^^^ choose data.lab_grid_nm inside the range of the spectra, or delete the spectrum
                          = other spectra with these wavelengths: 1

                        lab.csv:8:1: error: spectrum 'olivine 4' covers 350.5 to 2400 nm; the grid data.lab_grid_nm ends at 2500 nm [ALC601]
                          |
                        8 | olivine 4,350.5,1
                          | ^^^^^^^^^ choose data.lab_grid_nm inside the range of the spectra, or delete the spectrum""");
        assertThat(library.onGrid(WavelengthGrid.of(420, 2400))).hasNumberOfRows(4);
    }

    @Test
    void aGridThatOnlyStartsTooEarlyIsReportedAsThat() throws IOException {
        SpectralLibrary library = read("name,420,2400\nolivine 3,1,2\n");

        assertThatThrownBy(() -> library.onGrid(WavelengthGrid.of(380, 2400)))
                .hasMessageContaining(
                        "spectrum 'olivine 3' covers 420 to 2400 nm; the grid data.lab_grid_nm begins at 380 nm [ALC601]");
    }

    @ParameterizedTest
    @CsvSource({
        "10, 0,    0",
        "10, 0.2,  2",
        "10, 0.25, 3",
        "10, 0.01, 1",
        "10, 0.99, 9",
        "1,  0.5,  0",
        "2,  0.01, 1",
        "2,  0.99, 1",
        "101, 0.1, 10"
    })
    void holdsOutTheRoundedShareButNeverAll(int count, double share, int expected) throws IOException {
        SpectralLibrary library = read(wide(names(count)));

        List<String> heldOut = library.heldOut(share, 7);

        assertThat(heldOut).hasSize(expected).isSorted().doesNotHaveDuplicates();
        assertThat(library.names()).containsAll(heldOut);
    }

    @Test
    void theSplitDependsOnNamesAndSeedOnly() throws IOException {
        List<String> names = names(40);
        List<String> expected = read(wide(names)).heldOut(0.3, 7);
        Collections.shuffle(names, new Random(1));

        assertThat(read(wide(names)).heldOut(0.3, 7)).isEqualTo(expected);
        assertThat(expected)
                .containsExactly(
                        "mineral 0",
                        "mineral 17",
                        "mineral 2",
                        "mineral 20",
                        "mineral 24",
                        "mineral 26",
                        "mineral 28",
                        "mineral 3",
                        "mineral 35",
                        "mineral 39",
                        "mineral 4",
                        "mineral 9");
    }

    /** Another seed gives another split, and over many seeds all names are held out about equally often. */
    @Test
    void everyNameIsHeldOutWithTheSameProbability() throws IOException {
        SpectralLibrary library = read(wide(names(20)));
        int[] times = new int[20];
        Set<List<String>> splits = new HashSet<>();
        for (int seed = 0; seed < 2_000; seed++) {
            List<String> heldOut = library.heldOut(0.25, seed);
            splits.add(heldOut);
            heldOut.forEach(name -> times[library.names().indexOf(name)]++);
        }

        assertThat(splits).hasSizeGreaterThan(1_500);
        for (int count : times) {
            assertThat(count).isBetween(410, 590); // 500, and 4.6 standard deviations
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, Double.NaN})
    void aShareOutOfRangeIsRefused(double share) throws IOException {
        SpectralLibrary library = read(wide(names(3)));

        assertThatThrownBy(() -> library.heldOut(share, 7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the share is " + share + "; it must be at least 0 and below 1");
    }

    @Test
    void missingFilesAndUnknownFormatsAreRefused() throws IOException {
        assertThatThrownBy(() -> SpectralLibrary.read(folder.resolve("lab.csv")))
                .isInstanceOf(ConfigException.class)
                .hasMessage(folder.resolve("lab.csv") + ": error: file not found [ALC502]");
        Files.createDirectory(folder.resolve("folder.csv"));
        assertThatThrownBy(() -> SpectralLibrary.read(folder.resolve("folder.csv")))
                .hasMessageEndingWith("is a folder, not a file [ALC502]");
        assertThatThrownBy(() -> SpectralLibrary.read(folder.resolve("lab.xlsx")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("the extension of the file is not that of a spectral library [ALC601]")
                .hasMessageEndingWith("use .csv, or .sli with .hdr (ENVI)");
    }

    private static List<String> names(int count) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add("mineral " + i);
        }
        return names;
    }

    private static String wide(List<String> names) {
        return "name,400,410\n" + String.join(",1,2\n", names) + ",1,2\n";
    }

    private SpectralLibrary read(String text) throws IOException {
        return SpectralLibrary.read(Files.writeString(folder.resolve("lab.csv"), text));
    }
}
