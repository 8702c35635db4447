package io.alchemi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the record of the run-wide settings. A schema with a global block must not declare the same settings elsewhere.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface GlobalBlock {
    /** Returns the prefix, without the trailing underscore, of the environment variables that set the block's keys. */
    String variables() default "ALCHEMI_GLOBAL";
}
