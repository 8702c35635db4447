package io.alchemi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How long a text (in characters), a list, a set, an array (in items) or a map (in entries) may be. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.CLASS)
public @interface Length {
    /** The exact length; stands alone. */
    int value() default -1;

    /** The least length. */
    int min() default 0;

    /** The greatest length. */
    int max() default Integer.MAX_VALUE;
}
