package io.alchemi.trainers.spectra;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.alchemi.trainers.vectors.VectorFile;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BandWidthsVectorsTest {
    private final VectorFile file = VectorFile.of("default_band_widths");

    @Test
    void widths() {
        file.eachCase(one -> {
            JsonObject inputs = one.getAsJsonObject("inputs");
            JsonObject expected = one.getAsJsonObject("expected");
            Sensor sensor = sensor(inputs.get("sensor_id"));
            double[] axis = axis(inputs, sensor);
            double[] widths = BandWidths.defaults(sensor, axis);
            if (expected.has("widths")) {
                file.compareAll("widths", VectorFile.flat(expected.get("widths")), widths);
                return;
            }
            int[] at = VectorFile.ints(expected.get("at"));
            double[] widthsAt = VectorFile.flat(expected.get("widths_at"));
            for (int i = 0; i < at.length; i++) {
                file.compare("width of band " + at[i], widthsAt[i], widths[at[i]]);
            }
            double sum = BandStatistics.mean(widths) * widths.length;
            file.compare("sum", VectorFile.number(expected.get("widths_sum")), sum);
            if (expected.has("distinct")) {
                double[] distinct = Arrays.stream(widths).distinct().sorted().toArray();
                file.compareAll("distinct", VectorFile.flat(expected.get("distinct")), distinct);
            }
        });
    }

    private static @Nullable Sensor sensor(JsonElement id) {
        return id.isJsonNull() ? null : Sensor.byId(id.getAsString()).orElse(null);
    }

    private double[] axis(JsonObject inputs, @Nullable Sensor sensor) {
        if (inputs.get("axis_nm").isJsonArray()) {
            return VectorFile.flat(inputs.get("axis_nm"));
        }
        double[] centers = Objects.requireNonNull(sensor).bands().stream()
                .mapToDouble(SensorBand::center)
                .toArray();
        assertThat(centers).hasSize(inputs.get("count").getAsInt());
        file.compareAll("first", VectorFile.flat(inputs.get("first")), Arrays.copyOf(centers, 2));
        double[] last = Arrays.copyOfRange(centers, centers.length - 2, centers.length);
        file.compareAll("last", VectorFile.flat(inputs.get("last")), last);
        return centers;
    }

    /** The Python implementation crashes here. */
    @Test
    void anAxisOfAnotherLengthGetsNominalWidths() {
        assertThat(BandWidths.defaults(Sensor.EMIT, new double[] {400, 500, 600}))
                .containsOnly(7.25);
        assertThat(BandWidths.defaults(Sensor.ENMAP, new double[] {999, 1000})).containsExactly(8.5, 12);
    }
}
