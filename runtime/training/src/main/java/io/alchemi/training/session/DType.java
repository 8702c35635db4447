package io.alchemi.training.session;

import io.alchemi.schema.Alias;
import io.alchemi.schema.IgnoreCase;

/** Types of parameters and arithmetic. */
@IgnoreCase
public enum DType {
    /** single precision, 32 bits */
    @Alias({"fp32", "float"})
    FLOAT32,
    /** double precision, 64 bits */
    @Alias({"fp64", "double"})
    FLOAT64,
    /** half precision, 16 bits */
    @Alias({"fp16", "half"})
    FLOAT16,
    /** brain float, 16 bits with the range of float32 */
    @Alias("bf16")
    BFLOAT16
}
