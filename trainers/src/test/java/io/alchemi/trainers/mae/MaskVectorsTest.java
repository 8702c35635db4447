package io.alchemi.trainers.mae;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.alchemi.trainers.vectors.VectorFile;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MaskVectorsTest {
    private final VectorFile file = VectorFile.of("masks");

    @Test
    void givenPermutations() {
        file.eachCase(one -> {
            JsonObject inputs = one.getAsJsonObject("inputs");
            JsonObject expected = one.getAsJsonObject("expected");
            int[] permutation = VectorFile.ints(inputs.get("permutation"));
            int dropped =
                    MaeMasks.dropped(permutation.length, inputs.get("ratio").getAsDouble());
            boolean[] kept = MaeMasks.keepAllBut(permutation, dropped);
            assertThat(kept).isEqualTo(VectorFile.booleans(expected.get("spatial_mask")));
            assertThat(MaeMasks.keepAll(permutation.length))
                    .isEqualTo(VectorFile.booleans(expected.get("spatial_mask_disabled")));
            assertThat(Arrays.copyOf(permutation, dropped))
                    .isEqualTo(VectorFile.ints(expected.get("spectral_indices")));
            // The trainer has no bad bands, so its base mask is all true. The mask of the case is applied here.
            boolean[] base = VectorFile.booleans(inputs.get("base_band_mask"));
            for (int i = 0; i < kept.length; i++) {
                kept[i] &= base[i];
            }
            assertThat(kept).isEqualTo(VectorFile.booleans(expected.get("spectral_mask")));
        });
    }

    @Test
    void counts() {
        file.each("counts", one -> {
            int n = one.get("n").getAsInt();
            double ratio = one.get("ratio").getAsDouble();
            int original = ReferenceMaskCounts.droppedByHarness(n, ratio);
            assertThat(original).isEqualTo(one.get("k_formula").getAsInt());
            assertThat(Math.min(n, original))
                    .isEqualTo(one.get("harness_spatial_dropped").getAsInt());
            assertThat(Math.min(n, original))
                    .isEqualTo(one.get("harness_spectral_dropped").getAsInt());
            if (ratio > 0 && original < n) {
                assertThat(MaeMasks.dropped(n, ratio)).isEqualTo(original);
            }
            assertThat(ReferenceMaskCounts.spatialDropped(n, ratio))
                    .isEqualTo(one.get("masked_autoencoder_spatial_dropped").getAsInt());
            assertThat(ReferenceMaskCounts.spectralDropped(n, ratio))
                    .isEqualTo(one.get("masked_autoencoder_spectral_dropped").getAsInt());
        });
    }

    @Test
    void grouped() {
        file.each(
                "grouped",
                one -> assertThat(ReferenceMaskCounts.droppedPerGroup(
                                one.get("n").getAsInt(),
                                one.get("ratio").getAsDouble(),
                                one.get("grouping").getAsInt()))
                        .isEqualTo(VectorFile.ints(one.get("dropped_per_group"))));
    }

    @Test
    void combination() {
        file.each("combination", one -> {
            JsonObject inputs = one.getAsJsonObject("inputs");
            JsonObject expected = one.getAsJsonObject("expected");
            MaeMasks masks = new MaeMasks(
                    VectorFile.booleans(inputs.get("spatial_mask")), VectorFile.booleans(inputs.get("spectral_mask")));
            boolean[] hidden = VectorFile.booleans(expected.get("key_padding_mask_row"));
            assertThat(masks.activeElements(inputs.get("batch").getAsInt()))
                    .isEqualTo(expected.get("combined_true_count").getAsLong());
            boolean[][] loss = VectorFile.booleanRows(expected.get("loss_mask_2d"));
            for (int token = 0; token < loss.length; token++) {
                assertThat(masks.keptTokens()[token]).isEqualTo(!hidden[token]);
                for (int feature = 0; feature < loss[token].length; feature++) {
                    assertThat(masks.keptTokens()[token] && masks.keptFeatures()[feature])
                            .isEqualTo(loss[token][feature]);
                }
            }
        });
    }

    /** Fixed here: ratio 0 drops nothing. */
    @Test
    void ratioZeroDropsNone() {
        assertThat(MaeMasks.dropped(10, 0)).isZero();
        assertThat(MaeMasks.dropped(1, 0)).isZero();
        assertThat(ReferenceMaskCounts.droppedByHarness(10, 0)).isOne();
    }

    /** Fixed here: one entry is always kept. */
    @Test
    void oneIsAlwaysKept() {
        assertThat(MaeMasks.dropped(10, 1)).isEqualTo(9);
        assertThat(MaeMasks.dropped(1, 0.5)).isZero();
        assertThat(ReferenceMaskCounts.droppedByHarness(10, 1)).isEqualTo(10);
    }
}
