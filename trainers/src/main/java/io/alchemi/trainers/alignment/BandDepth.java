package io.alchemi.trainers.alignment;

import io.alchemi.schema.ConfigSchema;
import io.alchemi.schema.Default;
import io.alchemi.schema.Example;
import io.alchemi.schema.Length;
import io.alchemi.schema.Range;
import io.alchemi.schema.Rule;
import io.alchemi.schema.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Absorption bands whose depths are predicted.
 *
 * @param bands the bands
 */
@ConfigSchema(id = "banddepth", files = "banddepth*.yaml", example = "configs/phase2/banddepth.yaml")
public record BandDepth(
        @Example("[{center: 1020, left: 980, right: 1060}]") @Length(min = 1)
        List<Band> bands) {
    /**
     * An absorption band.
     *
     * @param name what it is called
     * @param center where it is deepest
     * @param left where it begins, or null for center - width
     * @param right where it ends, or null for center + width
     * @param width distance from the centre to an end that is not given
     */
    public record Band(
            @Nullable String name,

            @Example("1020") @Range(min = 0, minExclusive = true) @Unit("nm")
            double center,

            @Unit("nm") @Nullable Double left,
            @Unit("nm") @Nullable Double right,
            @Default("10") @Unit("nm") double width) {

        @Rule(
                "left must be below right, and center must not lie outside of them; an end that is not given is width away")
        static boolean endsAreInOrder(double center, @Nullable Double left, @Nullable Double right, double width) {
            double begin = begin(center, left, width);
            double end = end(center, right, width);
            return begin < end && begin <= center && center <= end;
        }

        private static double begin(double center, @Nullable Double left, double width) {
            return left == null ? center - width : left;
        }

        private static double end(double center, @Nullable Double right, double width) {
            return right == null ? center + width : right;
        }

        /**
         * Returns the band with both its ends.
         *
         * @return the band
         */
        public AbsorptionBand absorption() {
            return new AbsorptionBand(center, begin(center, left, width), end(center, right, width));
        }
    }

    /**
     * Returns the bands with their ends.
     *
     * @return the bands, in their order
     */
    public List<AbsorptionBand> absorptions() {
        return bands.stream().map(Band::absorption).toList();
    }
}
