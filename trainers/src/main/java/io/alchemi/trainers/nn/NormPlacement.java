package io.alchemi.trainers.nn;

import io.alchemi.schema.Key;

/** Where the norms of a transformer layer stand. */
public enum NormPlacement {
    /** behind the sum of input and branch: the original transformer */
    @Key("post")
    AFTER,
    /** before each branch */
    @Key("pre")
    BEFORE
}
