package io.alchemi.training.session;

import io.alchemi.schema.Alias;
import io.alchemi.schema.IgnoreCase;

/** Types that autocast can use. */
@IgnoreCase
public enum AmpDType {
    /** brain float, 16 bits with the range of float32 */
    @Alias("bf16")
    BFLOAT16,
    /** half precision, 16 bits */
    @Alias({"fp16", "half"})
    FLOAT16
}
