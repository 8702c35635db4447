package io.alchemi.trainers.spectra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.alchemi.trainers.vectors.VectorFile;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SensorVectorsTest {
    private final VectorFile emit = VectorFile.of("srf_emit");
    private final VectorFile others = VectorFile.of("srf_other_sensors");

    @Test
    void emitResponses() {
        JsonObject archive = emit.root().getAsJsonObject("archive");
        List<SensorBand> bands = Sensor.EMIT.bands();
        double[] centers = bands.stream().mapToDouble(SensorBand::center).toArray();
        emit.compareAll("centres", VectorFile.flat(archive.get("centers")), centers);
        double[] areas = bands.stream().mapToDouble(SensorBand::area).toArray();
        emit.compareAll("areas", VectorFile.flat(archive.get("trapz_area")), areas);
        double[] peaks = bands.stream()
                .mapToDouble(band -> Arrays.stream(band.response()).max().orElseThrow())
                .toArray();
        emit.compareAll("peaks", VectorFile.flat(archive.get("peak")), peaks);
        WavelengthGrid table = Grids.read(archive.get("native"));
        bands.forEach(band -> assertThat(band.nanometres()).isEqualTo(table.toArray()));
        emit.count();
    }

    @Test
    void emitProjection() {
        emit.eachCase(one -> {
            JsonObject inputs = one.getAsJsonObject("inputs");
            JsonObject expected = one.getAsJsonObject("expected");
            WavelengthGrid grid = Grids.read(inputs.get("grid"));
            SensorProjection projection = SensorProjection.of(Sensor.EMIT, grid);
            emit.compareAll("centres", VectorFile.flat(expected.get("sensor_wavelengths")), projection.centers());
            double[][] spectra = Grids.rows(inputs.get("spectra"));
            double[][] values = Grids.rows(expected.get("sensor_values"));
            for (int i = 0; i < spectra.length; i++) {
                emit.compareAll("spectrum " + i, values[i], apply(projection, spectra[i]));
            }
            emit.compareAll("ones", VectorFile.flat(expected.get("sensor_of_ones")), ofOnes(projection, grid));
            rows(expected, grid, projection);
        });
    }

    private static double[] apply(SensorProjection projection, double[] spectrum) {
        double[] values = new double[projection.bands()];
        projection.apply(spectrum, values);
        return values;
    }

    private static double[] ofOnes(SensorProjection projection, WavelengthGrid grid) {
        double[] ones = new double[grid.size()];
        Arrays.fill(ones, 1);
        return apply(projection, ones);
    }

    /** The file has normalised responses. Ours are multiplied by the trapezoid weights of the kept samples. */
    private void rows(JsonObject expected, WavelengthGrid grid, SensorProjection projection) {
        double[] sums = VectorFile.flat(expected.get("row_weight_sums"));
        int band = 0;
        for (JsonElement element : expected.getAsJsonArray("rows")) {
            JsonObject row = element.getAsJsonObject();
            emit.compare("centre", row.get("center").getAsDouble(), projection.centers()[band]);
            int first = row.get("first_index").getAsInt();
            double[] response = VectorFile.flat(row.get("normalised_response"));
            assertThat(response).hasSize(row.get("count").getAsInt());
            double[] share =
                    Curves.trapezoidWeights(Arrays.copyOfRange(grid.toArray(), first, first + response.length));
            double sum = 0;
            for (int i = 0; i < grid.size(); i++) {
                int at = i - first;
                boolean inside = at >= 0 && at < response.length;
                emit.compare("band " + band, inside ? response[at] * share[at] : 0, projection.weight(band, i));
                sum += projection.weight(band, i);
            }
            emit.compare("sum of band " + band, sums[band], sum);
            band++;
        }
        assertThat(band).isEqualTo(projection.bands());
    }

    /** Grids on which a band has no area; and sensors that only Alchemi has, or that are unknown. */
    @Test
    void edgeCases() {
        emit.each("edge_cases", one -> {
            if (one.has("grid")) {
                edgeOfGrid(one);
            } else if (one.get("expected_error").isJsonNull()) {
                knownSensor(one);
            } else {
                String name = one.get("sensor").getAsString();
                assertThat(Sensor.byId(name).isPresent()).as(name).isNotEqualTo(name.equals("foo"));
            }
        });
    }

    private void edgeOfGrid(JsonObject one) {
        WavelengthGrid grid = Grids.read(one.get("grid"));
        if (one.get("expected_error").isJsonNull()) {
            double[] ones = ofOnes(SensorProjection.of(Sensor.EMIT, grid), grid);
            emit.compareAll("ones", VectorFile.flat(one.get("sensor_of_ones")), ones);
        } else {
            assertThatThrownBy(() -> SensorProjection.of(Sensor.EMIT, grid))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("sensor emit")
                    .hasMessageContaining("nm");
        }
    }

    private void knownSensor(JsonObject one) {
        Sensor sensor = Sensor.byId(one.get("sensor").getAsString()).orElseThrow();
        assertThat(sensor.id()).isEqualTo(one.get("sensor_id").getAsString());
        double[] spectrum = VectorFile.flat(one.get("spectrum"));
        SensorProjection projection = SensorProjection.of(sensor, WavelengthGrid.even(380, 2500, spectrum.length));
        assertThat(projection.bands()).isEqualTo(one.get("bands").getAsInt());
        emit.compareAll("values", VectorFile.flat(one.get("sensor_values")), apply(projection, spectrum));
        double[] centers = projection.centers();
        emit.compareAll("first", VectorFile.flat(one.get("first")), Arrays.copyOf(centers, 2));
        emit.compareAll("last", VectorFile.flat(one.get("last")), Arrays.copyOfRange(centers, 8, 10));
    }

    @Test
    void otherSensors() {
        others.eachCase(one -> {
            Sensor sensor = Sensor.byId(one.get("name").getAsString()).orElseThrow();
            JsonObject inputs = one.getAsJsonObject("inputs");
            JsonObject expected = one.getAsJsonObject("expected");
            List<SensorBand> bands = sensor.bands();
            assertThat(bands).hasSize(expected.get("bands").getAsInt());
            JsonObject centers = expected.getAsJsonObject("centers_at");
            int[] places = VectorFile.ints(centers.get("index"));
            double[] nm = VectorFile.flat(centers.get("nm"));
            double[] values = allBands(bands, Grids.read(inputs.get("grid")), VectorFile.flat(inputs.get("spectrum")));
            double[] valuesAt = VectorFile.flat(expected.get("values_at"));
            for (int i = 0; i < places.length; i++) {
                others.compare("centre", nm[i], bands.get(places[i]).center());
                others.compare("value", valuesAt[i], values[places[i]]);
            }
            double sum = BandStatistics.mean(values) * values.length;
            others.compare("sum", VectorFile.number(expected.get("values_sum")), sum);
            row(expected.getAsJsonObject("row0"), bands.get(0));
            row(expected.getAsJsonObject("rowlast"), bands.get(bands.size() - 1));
            long kept = bands.stream().filter(SensorBand::usable).count();
            JsonElement expectedKept = expected.get("kept_bands");
            assertThat(kept).isEqualTo(expectedKept.isJsonNull() ? bands.size() : expectedKept.getAsLong());
        });
    }

    /** Computes all bands. Our projection omits unusable bands, but the file includes them. */
    private static double[] allBands(List<SensorBand> bands, WavelengthGrid grid, double[] spectrum) {
        return bands.stream()
                .mapToDouble(band -> Curves.dot(SensorProjection.onSamples(band, grid), spectrum))
                .toArray();
    }

    private void row(JsonObject row, SensorBand band) {
        double[] nm = VectorFile.flat(row.get("nm"));
        double[] response = VectorFile.flat(row.get("resp"));
        assertThat(band.nanometres()).hasSize(row.get("count").getAsInt());
        for (int i = 0; i < nm.length; i++) {
            others.compare("nm", nm[i], band.nanometres()[i]);
            others.compare("response", response[i], band.response()[i] / band.area());
        }
    }

    @Test
    void everySensorSeesAFlatSpectrumAsFlat() {
        for (Sensor sensor : Sensor.values()) {
            boolean thermal = sensor == Sensor.HYTES || sensor == Sensor.MAKO;
            WavelengthGrid grid = thermal ? WavelengthGrid.even(7400, 13400, 900) : WavelengthGrid.even(370, 2520, 300);
            SensorProjection projection = SensorProjection.of(sensor, grid);
            assertThat(projection.bands()).isEqualTo(sensor.usableBands().size());
            for (double value : ofOnes(projection, grid)) {
                assertThat(value).isCloseTo(1, within(1e-12));
            }
        }
    }

    @Test
    void aBandOutsideTheGridIsNamed() {
        assertThatThrownBy(() -> SensorProjection.of(Sensor.AVIRISNG, WavelengthGrid.even(380, 2500, 256)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("band 1 of sensor avirisng at 380.0 nm")
                .hasMessageContaining("from 380.0 to 2500.0 nm");
    }

    @Test
    void listedWavelengthsAreUsedAsTheyAre() {
        WavelengthGrid grid = WavelengthGrid.of(400, 410, 500);
        assertThat(grid.toArray()).containsExactly(400, 410, 500);
        assertThatThrownBy(() -> WavelengthGrid.of(400, 400)).hasMessageContaining("wavelength 1 of the grid is 400.0");
        assertThatThrownBy(() -> WavelengthGrid.of(400, Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> WavelengthGrid.of(400)).hasMessageContaining("at least 2");
        assertThatThrownBy(() -> WavelengthGrid.even(400, 500, 1)).hasMessageContaining("at least 2");
        assertThatThrownBy(() -> WavelengthGrid.even(500, 400, 5)).hasMessageContaining("strictly increasing");
    }
}
