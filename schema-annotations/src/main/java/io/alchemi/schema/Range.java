package io.alchemi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The values that a number may have. Infinity, the default of both bounds, is no bound; bounds are exact for integers up to
 * 2<sup>53</sup>.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.CLASS)
public @interface Range {
    /** The least value. */
    double min() default Double.NEGATIVE_INFINITY;

    /** The greatest value. */
    double max() default Double.POSITIVE_INFINITY;

    /** Whether {@link #min} itself is outside. */
    boolean minExclusive() default false;

    /** Whether {@link #max} itself is outside. */
    boolean maxExclusive() default false;
}
