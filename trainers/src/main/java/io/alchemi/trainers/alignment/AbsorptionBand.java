package io.alchemi.trainers.alignment;

/**
 * An absorption band whose depth is predicted.
 *
 * @param center where it is deepest, nm
 * @param left   where it begins, nm; below right, at most the centre
 * @param right  where it ends, nm; at least the centre
 */
public record AbsorptionBand(double center, double left, double right) {
    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if left, centre and right are out of order
     */
    public AbsorptionBand {
        if (!(left < right)) {
            throw new IllegalArgumentException("an absorption band goes from " + left + " to " + right
                    + " nm; its right end must be above its left one");
        }
        if (!(left <= center && center <= right)) {
            throw new IllegalArgumentException("the centre of an absorption band is " + center
                    + " nm; it must lie between its ends " + left + " and " + right);
        }
    }
}
