package io.alchemi.trainers.spectra.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.alchemi.config.ConfigException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests CSV files that are read, and those refused for their bytes or size. Other refused files are on the pages. */
class CsvLibraryTest {
    @TempDir
    Path folder;

    @Test
    void readsOneSpectrumPerLine() throws IOException {
        SpectralLibrary library = read("name,400,410.5,2500\nolivine 1,0.21,-2e-1,.5\nolivine 2,1,2.,+3\n");

        assertThat(library.names()).containsExactly("olivine 1", "olivine 2");
        assertThat(library.wavelengths(0).toArray()).containsExactly(400, 410.5, 2500);
        assertThat(library.wavelengths(1)).isSameAs(library.wavelengths(0));
        assertThat(library.values(0)).containsExactly(0.21, -0.2, 0.5);
        assertThat(library.values(1)).containsExactly(1, 2, 3);
    }

    @Test
    void readsOneValuePerLineInAnyOrder() throws IOException {
        SpectralLibrary library = read("""
                Name,wavelength_nm,Value
                b,420,3
                a,400,10
                b,400,1
                b,410,2
                a,410,11
                c,410,6
                c,400,5
                """);

        assertThat(library.names()).containsExactly("b", "a", "c");
        assertThat(library.wavelengths(0).toArray()).containsExactly(400, 410, 420);
        assertThat(library.values(0)).containsExactly(1, 2, 3);
        assertThat(library.wavelengths(1).toArray()).containsExactly(400, 410);
        assertThat(library.values(1)).containsExactly(10, 11);
        assertThat(library.values(2)).containsExactly(5, 6);
        assertThat(library.wavelengths(2)).isSameAs(library.wavelengths(1));
    }

    @Test
    void namesMayBeQuoted() throws IOException {
        SpectralLibrary library = read("""
                "name", "400" ,410
                "calcite, coarse",1,2
                 "5"" core" ,3,4
                5" core b,5,6
                µ-olivine,7,8
                """);

        assertThat(library.names()).containsExactly("calcite, coarse", "5\" core", "5\" core b", "µ-olivine");
        assertThat(library.values(1)).containsExactly(3, 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void lineBreaksSpacesBlankLinesAndAByteOrderMarkAreTolerated(String lineBreak) throws IOException {
        String text = "\ufeffname , 400,410\n\n a,\t1 , 2\nb,3,4\n \n\n".replace("\n", lineBreak);

        assertThat(read(text).values(1)).containsExactly(3, 4);
        assertThat(message("\ufeffname,400,410" + lineBreak + lineBreak + "a,1,x" + lineBreak))
                .startsWith("lab.csv:3:5: error: value 'x' is not a number");
    }

    @Test
    void theLastLineNeedsNoLineBreak() throws IOException {
        assertThat(read("name,400,410\na,1,2").values(0)).containsExactly(1, 2);
    }

    @Test
    void bytesThatAreNotUtf8AreRefusedWithTheirLine() throws IOException {
        assertThat(message("name,400,410\na,x,2\nµ-olivine,1,2\n", StandardCharsets.ISO_8859_1))
                .isEqualTo("""
                        lab.csv:2:3: error: value 'x' is not a number [ALC601]
                          |
                        2 | a,x,2
                          |   ^ write a finite number, or delete the spectrum

                        lab.csv:3:1: error: byte 1 of the line (0xb5) is not valid UTF-8 [ALC308]
                          |
                        3 |\s
                          | ^ save the file as UTF-8""");
        assertThat(message("name,400,410\n", StandardCharsets.UTF_16)).contains("byte 1 of the line (0xfe)");
    }

    @Test
    void theExcerptOfALongLineIsCut() throws IOException {
        String header = "name" + numbers(2151, i -> "," + (350 + i));
        String line = "olivine 1" + numbers(2151, i -> i == 1500 ? ",0.5x" : ",0.5");

        assertThat(message(header + "\n" + line + "\n"))
                .isEqualTo("""
                        lab.csv:2:6011: error: value '0.5x' is not a number [ALC601]
                          |
                        2 | %s0.5x,%s0.5
                          | %s^^^^ write a finite number, or delete the spectrum""".formatted("0.5,".repeat(15), "0.5,".repeat(13), " ".repeat(60)));
    }

    @Test
    void reportsAtMostTwentyProblems() throws IOException {
        String lines = numbers(5_000, i -> "\na" + i + ",1,x");

        ConfigException e = refused("name,400,410" + lines, StandardCharsets.UTF_8);

        assertThat(e.diagnostics()).hasSize(20);
        assertThat(e.getMessage()).endsWith("= stopped after 20 problems; there may be more");
        assertThat(e.diagnostics().get(18).notes()).isEmpty();
    }

    @Test
    void anEndlessLineIsRefused() throws IOException {
        Path file = folder.resolve("lab.csv");
        byte[] zeros = new byte[17 * 1024 * 1024];
        Files.write(file, zeros);

        ConfigException e = catchThrowableOfType(ConfigException.class, () -> SpectralLibrary.read(file));

        assertThat(e).hasMessageContaining("lab.csv:1:1: error: the line is longer than 16 MB [ALC601]");
    }

    /** A library of 34 MB is read from a file of about that size. Neither the text nor the lines are kept in memory. */
    @Test
    void keepsLittleMoreThanTheValuesOfALargeLibrary() throws IOException {
        int spectra = 2_000;
        int wavelengths = 2_151;
        Path file = folder.resolve("large.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("name" + numbers(wavelengths, i -> "," + (350 + i)));
            for (int row = 0; row < spectra; row++) {
                int first = row;
                out.write("\nspectrum " + row + numbers(wavelengths, i -> ",0." + (100_000 + first + i)));
            }
        }
        long before = usedMemory();

        SpectralLibrary library = SpectralLibrary.read(file);

        long values = 8L * spectra * wavelengths;
        assertThat(usedMemory() - before).isBetween(values / 2, values * 5 / 4);
        assertThat(library.size()).isEqualTo(spectra);
        assertThat(library.values(1_999)[2_150]).isEqualTo(0.104149);
    }

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static String numbers(int count, IntFunction<String> text) {
        return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining());
    }

    private SpectralLibrary read(String text) throws IOException {
        return SpectralLibrary.read(Files.writeString(folder.resolve("lab.csv"), text));
    }

    private String message(String text) throws IOException {
        return message(text, StandardCharsets.UTF_8);
    }

    private String message(String text, Charset charset) throws IOException {
        return Objects.requireNonNull(refused(text, charset).getMessage()).replace(folder + "/", "");
    }

    private ConfigException refused(String text, Charset charset) throws IOException {
        Path file = Files.writeString(folder.resolve("lab.csv"), text, charset);
        return catchThrowableOfType(ConfigException.class, () -> SpectralLibrary.read(file));
    }
}
