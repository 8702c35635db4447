package io.alchemi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives every trainer command of the schema a typed flag for this key.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.CLASS)
public @interface Flag {
    /** The flag without its dashes; by default the key in kebab-case. */
    String value() default "";

    /** A single letter for the form with one dash, or nothing. */
    String shortName() default "";
}
