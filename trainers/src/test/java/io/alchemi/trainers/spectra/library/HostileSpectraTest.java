package io.alchemi.trainers.spectra.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.ConfigException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Randomly changed files are either read or refused with diagnostics. No other exception is thrown. */
class HostileSpectraTest {
    private static final int FILES = 3_000;
    private static final String[] PIECES = {
        ",",
        ",,",
        "\"",
        "\n",
        "\r",
        "\n\n",
        "=",
        "{",
        "}",
        ";",
        " ",
        "-",
        "0",
        "1e-9999999999",
        "1e999",
        "NaN",
        "µ",
        "\ud83d\ude00",
        "name",
        "400",
        "value",
        "wavelength",
        "samples",
        "data type",
        "2147483647",
        "Micrometers",
        "\ufeff",
        "\u0000"
    };

    private static final String WIDE = "name,400,410,420\na,1,2,3\n\"b, c\",4,5,6\n";
    private static final String LONG = "name,wavelength,value\na,400,1\na,410,2\nb,410,1\nb,400,3\n";
    private static final String HEADER = """
            ENVI
            samples = 2
            lines = 2
            header offset = 0
            file type = ENVI Spectral Library
            data type = 1
            byte order = 0
            wavelength units = Micrometers
            reflectance scale factor = 2
            wavelength = { 0.4, 0.5 }
            spectra names = { a, b }
            """;

    @TempDir
    Path folder;

    @Test
    void changedFilesAreReadOrRefused() throws IOException {
        Files.write(folder.resolve("lab.sli"), new byte[] {1, 2, 3, 4});
        Random random = new Random(7);
        int read = 0;
        for (int i = 0; i < FILES; i++) {
            read += isRead("lab.csv", changed(WIDE, random)) ? 1 : 0;
            read += isRead("lab.csv", changed(LONG, random)) ? 1 : 0;
            read += isRead("lab.hdr", changed(HEADER, random)) ? 1 : 0;
        }
        assertThat(read).isBetween(FILES / 10, 2 * FILES);
    }

    private boolean isRead(String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        try {
            return SpectralLibrary.read(file).size() > 0;
        } catch (ConfigException e) {
            assertThat(e.diagnostics()).isNotEmpty().hasSizeLessThanOrEqualTo(20);
            assertThat(e.getMessage()).isNotEmpty();
            return false;
        }
    }

    private static byte[] changed(String text, Random random) {
        StringBuilder out = new StringBuilder(text);
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int start = random.nextInt(out.length());
            int end = random.nextBoolean() ? start : Math.min(out.length(), start + 1 + random.nextInt(6));
            out.replace(start, end, PIECES[random.nextInt(PIECES.length)]);
        }
        byte[] bytes = out.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(20) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }
}
