package io.alchemi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adds a command-line option for this key to the commands that use the record.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.CLASS)
public @interface Flag {
    /** Returns the option's long name without dashes. Defaults to the key in kebab-case. */
    String value() default "";

    /** Returns the option's one-letter short name without the dash, or an empty string if it has none. */
    String shortName() default "";
}
