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
 * @param bands the bands; where both ends and the centre of one fall on the same band of the sensor, its depth is always 0
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
            Band band = new Band(null, center, left, right, width);
            return band.begin() < band.end() && band.begin() <= center && center <= band.end();
        }

        /** Where the band begins, nm. */
        public double begin() {
            return left == null ? center - width : left;
        }

        /** Where the band ends, nm. */
        public double end() {
            return right == null ? center + width : right;
        }
    }
}
