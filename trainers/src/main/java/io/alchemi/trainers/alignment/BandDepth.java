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
 * @param bands the bands; if both ends and the centre fall on the same sensor band, the depth is always 0
 */
@ConfigSchema(id = "banddepth", files = "banddepth*.yaml", example = "configs/phase2/banddepth.yaml")
public record BandDepth(
        @Example("[{center: 1020, left: 980, right: 1060}]") @Length(min = 1)
        List<Band> bands) {
    /**
     * An absorption band.
     *
     * @param name name of the band
     * @param center wavelength where the band is deepest
     * @param left wavelength where the band begins, or null for center - width
     * @param right wavelength where the band ends, or null for center + width
     * @param width distance from the centre to an end that is null
     */
    public record Band(
            @Nullable String name,

            @Example("1020") @Range(min = 0, minExclusive = true) @Unit("nm")
            double center,

            @Unit("nm") @Nullable Double left,
            @Unit("nm") @Nullable Double right,
            @Default("10") @Unit("nm") double width) {

        @Rule(
                "left must be below right, and center must not be outside them; without left, it is center - width, and without right, center + width")
        static boolean endsAreInOrder(double center, @Nullable Double left, @Nullable Double right, double width) {
            Band band = new Band(null, center, left, right, width);
            return band.begin() < band.end() && band.begin() <= center && center <= band.end();
        }

        /** Returns where the band begins, nm. */
        public double begin() {
            return left == null ? center - width : left;
        }

        /** Returns where the band ends, nm. */
        public double end() {
            return right == null ? center + width : right;
        }
    }
}
