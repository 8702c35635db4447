package io.alchemi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Range of allowed durations, dates, times or memory sizes, for example {@code @Between(min = "1s", max = "1h")}. Editors do not
 * check it, because JSON Schema cannot express it; loading does. {@link Range} is for numbers.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.CLASS)
public @interface Between {
    /** Returns the minimum as it is written in YAML, or an empty string for none. */
    String min() default "";

    /** Returns the maximum as it is written in YAML, or an empty string for none. */
    String max() default "";
}
