package io.alchemi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Range of allowed values of a number. Both bounds default to infinity, which means unbounded. Bounds are exact for integers up
 * to 2<sup>53</sup>.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.CLASS)
public @interface Range {
    /** Returns the minimum. */
    double min() default Double.NEGATIVE_INFINITY;

    /** Returns the maximum. */
    double max() default Double.POSITIVE_INFINITY;

    /** Returns true if {@link #min} itself is not allowed. */
    boolean minExclusive() default false;

    /** Returns true if {@link #max} itself is not allowed. */
    boolean maxExclusive() default false;
}
