package io.alchemi.trainers.nn;

/** Where the norms of a transformer layer stand. */
public enum NormPlacement {
    /** behind the sum of input and branch: the original transformer */
    AFTER,
    /** before each branch */
    BEFORE
}
