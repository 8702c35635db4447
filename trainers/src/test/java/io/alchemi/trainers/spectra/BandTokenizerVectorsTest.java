package io.alchemi.trainers.spectra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.alchemi.trainers.vectors.VectorFile;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BandTokenizerVectorsTest {
    private final VectorFile file = VectorFile.of("band_tokenizer");
    private final VectorFile rounded = file.within("float32");

    @Test
    void tokens() {
        file.eachCase(one -> {
            JsonObject config = one.getAsJsonObject("config");
            JsonObject inputs = one.getAsJsonObject("inputs");
            JsonObject expected = one.getAsJsonObject("expected");
            BandTokenizer tokenizer = tokenizer(config, inputs);
            double[] values = VectorFile.flat(inputs.get("values"));
            double[][] raw = withResponses(config, inputs, tokenizer.raw(normalized(config, inputs)));
            matrix("raw", expected.get("raw_float64"), raw);
            features(one.get("name").getAsString(), expected, tokenizer, raw);
            double[][] projected = tokenizer.project(raw);
            if (expected.has("projected_float64")) {
                matrix("projected", expected.get("projected_float64"), projected);
            }
            float[][] tokens = rounded(projected);
            if (!withoutUs(config)) {
                assertThat(tokenizer.tokens(values)).isDeepEqualTo(tokens);
                assertThat(tokenizer.tokenWidth())
                        .isEqualTo(expected.get("token_dim").getAsInt());
            }
            double[][] bands = Grids.rows(expected.get("bands_float32"));
            for (int i = 0; i < bands.length; i++) {
                double[] row = new double[tokens[i].length];
                for (int j = 0; j < row.length; j++) {
                    row[j] = tokens[i][j];
                }
                rounded.compareAll("band " + i, bands[i], row);
            }
            pooled(VectorFile.flat(expected.get("pooled_float32")), tokens);
            boolean[] invalid = VectorFile.booleans(expected.get("invalid_mask"));
            boolean[] valid = BandTokenizer.valid(values);
            for (int i = 0; i < valid.length; i++) {
                assertThat(valid[i]).isNotEqualTo(invalid[i]);
            }
        });
    }

    private void features(String name, JsonObject expected, BandTokenizer tokenizer, double[][] raw) {
        column(name, expected.get("norm_values"), raw, 0);
        column(name, expected.get("axis_features"), raw, 1);
        if (expected.get("width_nm").isJsonNull()) {
            assertThat(tokenizer.widthsNm()).isNull();
        } else {
            double[] widths = Objects.requireNonNull(tokenizer.widthsNm());
            file.compareAll(name + ": widths", VectorFile.flat(expected.get("width_nm")), widths);
            int srf = expected.has("srf_projection_matrix") || name.contains("S=8") ? 8 : 0;
            column(name, expected.get("width_features"), raw, raw[0].length - 1 - srf);
        }
        if (expected.has("projection_matrix")) {
            double[][] projection = Objects.requireNonNull(tokenizer.projection());
            matrix("projection", expected.get("projection_matrix"), projection);
        }
        if (expected.has("srf_projection_matrix")) {
            double[][] matrix = Grids.rows(expected.get("srf_projection_matrix"));
            matrix("srf", expected.get("srf_projection_matrix"), RandomProjection.matrix(8, matrix.length, 8, 1e-6));
        }
    }

    private void column(String name, JsonElement expected, double[][] rows, int column) {
        double[] values = Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
        file.compareAll(name + ": column " + column, VectorFile.flat(expected), values);
    }

    private void matrix(String what, JsonElement expected, double[][] actual) {
        double[][] rows = Grids.rows(expected);
        assertThat(actual).hasDimensions(rows.length, rows[0].length);
        for (int i = 0; i < rows.length; i++) {
            file.compareAll(what + " " + i, rows[i], actual[i]);
        }
    }

    /**
     * Checks the mean over the bands, which the tokenizer does not compute. The mean of our tokens in float32, as in the file, is another
     * check.
     */
    private void pooled(double[] expected, float[][] tokens) {
        for (int j = 0; j < expected.length; j++) {
            float sum = 0;
            for (float[] token : tokens) {
                sum += token[j];
            }
            rounded.compare("pooled " + j, expected[j], sum / tokens.length);
        }
    }

    /** Returns true for two features that only the Python implementation has: values normalised by given statistics, and responses. */
    private static boolean withoutUs(JsonObject config) {
        return isGlobal(config) || hasResponses(config);
    }

    private static boolean isGlobal(JsonObject config) {
        return given(config, "value_norm")
                && config.get("value_norm").getAsString().equals("global_zscore");
    }

    private static boolean hasResponses(JsonObject config) {
        return given(config, "include_srf_embed")
                && config.get("include_srf_embed").getAsBoolean();
    }

    private static float[][] rounded(double[][] wide) {
        float[][] tokens = new float[wide.length][wide[0].length];
        for (int i = 0; i < wide.length; i++) {
            for (int j = 0; j < tokens[i].length; j++) {
                tokens[i][j] = (float) wide[i][j];
            }
        }
        return tokens;
    }

    private static double[] normalized(JsonObject config, JsonObject inputs) {
        double[] values = VectorFile.flat(inputs.get("values"));
        double epsilon = settings(config).epsilon();
        if (!isGlobal(config)) {
            return new ValueNormalizer(settings(config).valueNorm(), epsilon).normalize(values);
        }
        JsonObject stats = inputs.getAsJsonObject("stats");
        double[] mean = VectorFile.flat(stats.get("mean"));
        double[] deviation = VectorFile.flat(stats.get("std"));
        double[] normalized = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double spread = Math.max(deviation[deviation.length == 1 ? 0 : i], epsilon);
            normalized[i] = Double.isFinite(values[i]) ? (values[i] - mean[mean.length == 1 ? 0 : i]) / spread : 0;
        }
        return normalized;
    }

    /** Appends the description of each band's response to our features, projected if its width differs from the requested one. */
    private static double[][] withResponses(JsonObject config, JsonObject inputs, double[][] raw) {
        if (!hasResponses(config)) {
            return raw;
        }
        int width = config.get("srf_embed_dim").getAsInt();
        boolean flat = !inputs.getAsJsonArray("srf_row").get(0).isJsonArray();
        double[][] wide = new double[raw.length][];
        for (int i = 0; i < wide.length; i++) {
            double[] row = flat
                    ? new double[] {VectorFile.flat(inputs.get("srf_row"))[i]}
                    : VectorFile.flat(inputs.getAsJsonArray("srf_row").get(i));
            double[] embedded = row;
            if (row.length != width) {
                embedded = new double[width];
                TokenizerConfig tokenizer = settings(config);
                RandomProjection.apply(
                        row,
                        RandomProjection.matrix(tokenizer.projectionSeed() + 1, row.length, width, tokenizer.epsilon()),
                        embedded);
            }
            wide[i] = Arrays.copyOf(raw[i], raw[i].length + width);
            System.arraycopy(embedded, 0, wide[i], raw[i].length, width);
        }
        return wide;
    }

    private static double[] list(JsonElement element) {
        return VectorFile.flat(element);
    }

    private static BandTokenizer tokenizer(JsonObject config, JsonObject inputs) {
        double[] width = given(inputs, "width") ? list(inputs.get("width")) : null;
        return new BandTokenizer(
                settings(config),
                VectorFile.flat(inputs.get("axis")),
                unit(inputs.get("axis_unit").getAsString()),
                width);
    }

    private static boolean given(JsonObject object, String key) {
        return object.has(key) && !object.get(key).isJsonNull();
    }

    private static TokenizerConfig settings(JsonObject config) {
        String sensor = given(config, "sensor_id") ? config.get("sensor_id").getAsString() : "";
        String norm = upper(config, "value_norm", "per_spectrum_zscore");
        return new TokenizerConfig(
                TokenizerConfig.Unit.NM,
                integer(config, "n_fourier_frequencies", 6),
                norm.equals("GLOBAL_ZSCORE") ? ValueNorm.NONE : ValueNorm.valueOf(norm),
                unit(config.has("lambda_unit") ? config.get("lambda_unit").getAsString() : "nm"),
                !config.has("include_width") || config.get("include_width").getAsBoolean(),
                integer(config, "token_dim", 0),
                AxisNorm.valueOf(upper(config, "axis_norm", "zscore")),
                integer(config, "projection_seed", 7),
                Sensor.byId(sensor).orElse(null),
                config.has("epsilon") ? config.get("epsilon").getAsDouble() : 1e-6);
    }

    private static int integer(JsonObject config, String key, int otherwise) {
        return config.has(key) ? config.get(key).getAsInt() : otherwise;
    }

    private static String upper(JsonObject config, String key, String otherwise) {
        return (config.has(key) ? config.get(key).getAsString() : otherwise).toUpperCase(Locale.ROOT);
    }

    private static SpectralUnit unit(String name) {
        return switch (name) {
            case "nm" -> SpectralUnit.NM;
            case "cm-1" -> SpectralUnit.WAVENUMBER;
            default -> throw new IllegalArgumentException("unit " + name);
        };
    }

    /** Unknown names, two-dimensional values, statistics and responses are impossible. A sensor's axis with another length is allowed. */
    @Test
    void errors() {
        file.each("errors", one -> {
            String name = one.get("name").getAsString();
            JsonObject config = one.getAsJsonObject("config");
            JsonObject inputs = one.getAsJsonObject("inputs");
            if (name.startsWith("sensor_id=emit with 12 bands")) {
                assertThat(tokenizer(config, inputs).widthsNm()).hasSize(12).containsOnly(7.25);
                return;
            }
            if (name.startsWith("2-D values")) {
                assertThat(inputs.getAsJsonArray("values").get(0).isJsonArray()).isTrue();
                return;
            }
            if (withoutUs(config)) {
                return;
            }
            assertThatThrownBy(() -> tokenizer(config, inputs).tokens(VectorFile.flat(inputs.get("values"))))
                    .as(name)
                    .isInstanceOf(IllegalArgumentException.class);
        });
    }

    @Test
    void givenWidthsAreNotChanged() {
        double[] widths = {5, -1, 7};
        JsonObject none = new JsonObject();
        new BandTokenizer(settings(none), new double[] {1, 2, 3}, SpectralUnit.NM, widths);
        assertThat(widths).containsExactly(5, -1, 7);
    }
}
