package io.alchemi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Allowed length of a string (in characters), of a list, set or array (in items), or of a map (in entries). */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.CLASS)
public @interface Length {
    /** Returns the exact length. Excludes {@link #min} and {@link #max}. */
    int value() default -1;

    /** Returns the minimum length. */
    int min() default 0;

    /** Returns the maximum length. */
    int max() default Integer.MAX_VALUE;
}
