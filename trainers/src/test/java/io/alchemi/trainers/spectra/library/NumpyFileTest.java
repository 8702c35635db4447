package io.alchemi.trainers.spectra.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumpyFileTest {
    private static final float[][] ROWS = {{1, -2.5f, 0.375f}, {Float.MAX_VALUE, 0.1f, Float.NaN}};

    @TempDir
    Path folder;

    @Test
    void writesTheBytesOfTheFormat() throws IOException {
        Path file = folder.resolve("e.npy");
        Files.writeString(file, "an older file ".repeat(100));

        NumpyFile.write(file, ROWS);

        byte[] bytes = Files.readAllBytes(file);
        assertThat(bytes).hasSize(128 + 24).startsWith(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0);
        assertThat(new String(bytes, 10, 118, StandardCharsets.US_ASCII))
                .isEqualTo("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }" + " ".repeat(58) + "\n");
        ByteBuffer values = ByteBuffer.wrap(bytes, 128, 24).order(ByteOrder.LITTLE_ENDIAN);
        for (float[] row : ROWS) {
            for (float value : row) {
                assertThat(values.getFloat()).isEqualTo(Float.valueOf(value));
            }
        }
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    /** The values begin at a multiple of 64 bytes, even if the shape is longer. */
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "3, 0", "100000, 1", "1, 1000000"})
    void valuesAreAligned(int rows, int columns) throws IOException {
        Path file = folder.resolve("e.npy");

        NumpyFile.write(file, new float[rows][columns]);

        byte[] bytes = Files.readAllBytes(file);
        int start = 10 + bytes[8] + 256 * bytes[9];
        assertThat(start % 64).isZero();
        assertThat(bytes).hasSize(start + 4 * rows * columns);
        assertThat(bytes[start - 1]).isEqualTo((byte) '\n');
    }

    @Test
    void rowsOfDifferentLengthAreRefused() {
        assertThatThrownBy(() -> NumpyFile.write(folder.resolve("e.npy"), new float[][] {{1, 2}, {3}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row 1 has 1 values; row 0 has 2");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void numpyReadsIt() throws Exception {
        assumeTrue(python("import numpy").equals(""), "python3 with numpy is not installed");
        Path file = folder.resolve("e.npy");

        NumpyFile.write(file, ROWS);

        assertThat(python("import numpy as np; a = np.load('" + file
                        + "'); print(a.dtype, a.shape, a.flags.c_contiguous," + " [float(x) for x in a.ravel()])"))
                .isEqualTo("float32 (2, 3) True [1.0, -2.5, 0.375, 3.4028234663852886e+38,"
                        + " 0.10000000149011612, nan]\n");
    }

    /** Returns the output of a program, including errors; without Python, a message that says so. */
    private static String python(String program) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder("python3", "-c", program)
                    .redirectErrorStream(true)
                    .start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return printed;
        } catch (IOException e) {
            return e.toString();
        }
    }
}
