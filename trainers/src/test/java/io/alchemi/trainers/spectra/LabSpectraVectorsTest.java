package io.alchemi.trainers.spectra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.alchemi.trainers.vectors.VectorFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabSpectraVectorsTest {
    private final VectorFile file = VectorFile.of("lab_synthesis");

    @Test
    void spectraFromGivenDraws() {
        file.eachCase(one -> {
            JsonObject inputs = one.getAsJsonObject("inputs");
            JsonObject expected = one.getAsJsonObject("expected");
            WavelengthGrid grid = Grids.read(inputs.get("grid"));
            LabSpectra lab = new LabSpectra(
                    grid,
                    inputs.get("synthetic_peaks").getAsInt(),
                    inputs.get("lab_noise_std").getAsDouble());
            SensorProjection sensor = SensorProjection.of(Sensor.EMIT, grid);
            double[][] noise = Grids.rows(inputs.get("lab_noise"));
            for (int row = 0; row < noise.length; row++) {
                List<LabSpectra.Peak> peaks = peaks(inputs.get("peak_draws"), row);
                double[] clean = new double[grid.size()];
                lab.spectrum(peaks, null, clean);
                // The noise-free spectra in the file are not clipped.
                double[] unclipped = Grids.rows(expected.get("noise_free"))[row];
                file.compareAll("noise-free", clipped(unclipped), clean);
                double[] spectrum = new double[grid.size()];
                lab.spectrum(peaks, noise[row], spectrum);
                file.compareAll("spectrum", Grids.rows(expected.get("spectra"))[row], spectrum);
                sensorValues(inputs, expected, row, sensor, spectrum);
            }
        });
    }

    private static double[] clipped(double[] values) {
        return Arrays.stream(values)
                .map(value -> Math.max(0, Math.min(2, value)))
                .toArray();
    }

    private static List<LabSpectra.Peak> peaks(JsonElement draws, int row) {
        List<LabSpectra.Peak> peaks = new ArrayList<>();
        draws.getAsJsonArray().forEach(element -> {
            JsonObject peak = element.getAsJsonObject();
            peaks.add(new LabSpectra.Peak(
                    VectorFile.flat(peak.get("centers"))[row],
                    VectorFile.flat(peak.get("widths"))[row],
                    VectorFile.flat(peak.get("amps"))[row]));
        });
        return peaks;
    }

    private void sensorValues(
            JsonObject inputs, JsonObject expected, int row, SensorProjection sensor, double[] spectrum) {
        double[] values = new double[sensor.bands()];
        sensor.apply(spectrum, values);
        file.compareAll("without noise", Grids.rows(expected.get("sensor_noise_free"))[row], values);
        if (!inputs.get("sensor_standard_normals").isJsonNull()) {
            double[] normals = Grids.rows(inputs.get("sensor_standard_normals"))[row];
            new SensorNoise(inputs.get("sensor_noise_rel").getAsDouble()).add(values, normals);
        }
        file.compareAll("with noise", Grids.rows(expected.get("sensor_values"))[row], values);
    }

    /**
     * The draws in the file are numpy's. Drawing them again from the seed, in the order of the Python implementation, also gives its
     * second batch.
     */
    @Test
    void secondBatchOfThePythonGenerator() {
        file.eachCase(one -> {
            JsonObject inputs = one.getAsJsonObject("inputs");
            int batch = inputs.get("batch").getAsInt();
            WavelengthGrid grid = Grids.read(inputs.get("grid"));
            double std = inputs.get("lab_noise_std").getAsDouble();
            int count = inputs.get("synthetic_peaks").getAsInt();
            NumpyRandom random = new NumpyRandom(inputs.get("lab_seed").getAsLong());
            List<LabSpectra.Peak> peaks = List.of();
            double[] noise = {};
            for (int call = 0; call < 2; call++) {
                peaks = firstOfBatch(random, grid, count, batch);
                noise = firstRow(random, grid.size(), batch, std);
            }
            double[] spectrum = new double[grid.size()];
            new LabSpectra(grid, count, std).spectrum(peaks, noise, spectrum);
            double[] expected = VectorFile.flat(one.getAsJsonObject("expected").get("second_batch_row0"));
            file.compareAll("second batch", expected, spectrum);
        });
    }

    private static List<LabSpectra.Peak> firstOfBatch(NumpyRandom random, WavelengthGrid grid, int count, int batch) {
        List<LabSpectra.Peak> peaks = new ArrayList<>();
        for (int p = 0; p < count; p++) {
            double center = firstUniform(random, batch, grid.lowest(), grid.highest());
            double width = firstUniform(random, batch, 20, 120);
            peaks.add(new LabSpectra.Peak(center, width, firstUniform(random, batch, 0.05, 0.3)));
        }
        return peaks;
    }

    private static double firstUniform(NumpyRandom random, int batch, double low, double high) {
        double first = low + (high - low) * random.nextUniform();
        for (int i = 1; i < batch; i++) {
            random.nextUniform();
        }
        return first;
    }

    private static double[] firstRow(NumpyRandom random, int width, int batch, double std) {
        double[] row = new double[width];
        for (int i = 0; i < batch * width; i++) {
            double value = std * random.nextNormal();
            if (i < width) {
                row[i] = value;
            }
        }
        return row;
    }

    @Test
    void noise() {
        file.each("noise", one -> {
            JsonObject inputs = one.getAsJsonObject("inputs");
            double[][] values = Grids.rows(inputs.get("values"));
            double[][] normals = Grids.rows(inputs.get("normals"));
            SensorNoise noise = new SensorNoise(VectorFile.flat(inputs.get("levels")));
            for (int row = 0; row < values.length; row++) {
                noise.add(values[row], normals[row]);
                file.compareAll("noise", Grids.rows(one.get("expected"))[row], values[row]);
            }
        });
    }

    @Test
    void errors() {
        file.each("errors", one -> {
            double[] levels = VectorFile.flat(one.get("levels"));
            int bands = one.has("bands") ? one.get("bands").getAsInt() : 1;
            assertThatThrownBy(() -> new SensorNoise(levels).add(new double[bands], new double[bands]))
                    .isInstanceOf(IllegalArgumentException.class);
        });
    }

    @Test
    void drawsFollowTheirDistributions() {
        WavelengthGrid grid = WavelengthGrid.even(380, 2500, 50);
        double[][] noisy = new double[400][50];
        double[][] clean = new double[400][50];
        new LabSpectra(grid, 2, 0.01).draw(3, "test", 1, noisy);
        new LabSpectra(grid, 2, 0).draw(3, "test", 1, clean);
        double squares = 0;
        int count = 0;
        for (int row = 0; row < clean.length; row++) {
            for (int i = 5; i < 15; i++) { // where the sine keeps the values away from the clipping at 0
                squares += Math.pow(noisy[row][i] - clean[row][i], 2);
                count++;
            }
        }
        assertThat(Math.sqrt(squares / count)).isCloseTo(0.01, within(0.0004));
        double[] values = new double[clean.length];
        for (int row = 0; row < values.length; row++) {
            values[row] = clean[row][12] - 0.5 - 0.5 * Math.sin(2 * Math.PI * 12 / 49.0);
        }
        // Two peaks of mean amplitude 0.175 and mean area sqrt(2 pi) 70 nm, anywhere within 2120 nm.
        double expected = 2 * 0.175 * Math.sqrt(2 * Math.PI) * 70 / 2120;
        assertThat(BandStatistics.mean(values)).isCloseTo(expected, within(0.015));
    }

    @Test
    void aSampleDependsOnlyOnItsIndexAndStreamsDiffer() {
        LabSpectra lab = new LabSpectra(WavelengthGrid.even(380, 2500, 20), 3, 0.01);
        double[][] few = draw(lab, 1, "a", 1, 2);
        assertThat(draw(lab, 1, "a", 1, 5)[1]).isEqualTo(few[1]);
        assertThat(draw(lab, 1, "a", 2, 2)[0]).isNotEqualTo(few[0]);
        assertThat(draw(lab, 1, "b", 1, 2)[0]).isNotEqualTo(few[0]);
        assertThat(draw(lab, 2, "a", 1, 2)[0]).isNotEqualTo(few[0]);
        assertThat(few[1]).isNotEqualTo(few[0]);
    }

    private static double[][] draw(LabSpectra lab, long seed, String purpose, long step, int rows) {
        double[][] drawn = new double[rows][20];
        lab.draw(seed, purpose, step, drawn);
        return drawn;
    }
}
