package io.alchemi.training.nn;

import io.alchemi.schema.ConfigRecord;
import io.alchemi.schema.Key;

/** Where the norms of a transformer layer stand. */
@ConfigRecord
public enum NormPlacement {
    /** behind the sum of input and branch: the original transformer */
    @Key("post")
    AFTER,
    /** before each branch */
    @Key("pre")
    BEFORE
}
