package io.alchemi.trainers.spectra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import io.alchemi.trainers.vectors.VectorFile;
import org.junit.jupiter.api.Test;

/**
 * State, bits and uniforms are compared exactly, because the file has no tolerance. Normals agree to 13 digits, because numpy's tables
 * contain rounding errors. The file's table of torch's permutations is not used, because permutations are drawn differently here.
 */
class NumpyRandomVectorsTest {
    private static final double NORMALS = 1e-13;

    @Test
    void streams() {
        VectorFile file = VectorFile.of("rng_optional");
        file.eachCase(one -> {
            long seed = one.getAsJsonObject("inputs").get("seed").getAsLong();
            JsonObject expected = one.getAsJsonObject("expected");
            long[] state = new NumpyRandom(seed).state();
            assertThat(hex(state[0], state[1]))
                    .isEqualTo(expected.get("pcg64_state_hex").getAsString());
            assertThat(hex(state[2], state[3]))
                    .isEqualTo(expected.get("pcg64_inc_hex").getAsString());
            NumpyRandom bits = new NumpyRandom(seed);
            expected.getAsJsonArray("raw_uint64")
                    .forEach(raw ->
                            assertThat(Long.toUnsignedString(bits.nextLong())).isEqualTo(raw.getAsString()));
            NumpyRandom uniforms = new NumpyRandom(seed);
            double[] between = VectorFile.flat(expected.get("uniform_20_120"));
            double[] random = VectorFile.flat(expected.get("random"));
            for (int i = 0; i < random.length; i++) {
                double share = uniforms.nextUniform();
                assertThat(share).isEqualTo(random[i]);
                assertThat(20 + 100 * share).isEqualTo(between[i]);
            }
            normals(seed, expected);
        });
    }

    private static String hex(long high, long low) {
        return "0x" + (high == 0 ? Long.toHexString(low) : Long.toHexString(high) + "%016x".formatted(low));
    }

    private static void normals(long seed, JsonObject expected) {
        NumpyRandom random = new NumpyRandom(seed);
        double[] drawn = new double[300];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = random.nextNormal();
        }
        int[] places = VectorFile.ints(expected.get("standard_normal_index"));
        double[] values = VectorFile.flat(expected.get("standard_normal"));
        for (int i = 0; i < places.length; i++) {
            assertThat(drawn[places[i]]).isCloseTo(values[i], within(NORMALS * Math.abs(values[i])));
        }
        double sum = BandStatistics.mean(drawn) * drawn.length;
        assertThat(sum).isCloseTo(VectorFile.number(expected.get("standard_normal_sum_300")), within(1e-12));
    }
}
