package io.alchemi.trainers.alignment;

/**
 * Defects of the original that its golden numbers contain and that we mended.
 *
 * @param frozenCycleHeads the networks that reconstruct are neither trained nor clipped
 * @param bareContinuum    a predicted continuum is only kept from being below 1e-6
 */
record OriginalWays(boolean frozenCycleHeads, boolean bareContinuum) {
    /** Our way. */
    static final OriginalWays NONE = new OriginalWays(false, false);
}
