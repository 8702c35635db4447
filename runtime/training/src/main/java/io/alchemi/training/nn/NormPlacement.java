package io.alchemi.training.nn;

import io.alchemi.schema.ConfigRecord;
import io.alchemi.schema.Key;

/** Position of the norms in a transformer layer. */
@ConfigRecord
public enum NormPlacement {
    /** after the sum of input and branch, as in the original transformer */
    @Key("post")
    AFTER,
    /** before each branch */
    @Key("pre")
    BEFORE
}
