package io.alchemi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record or an enum for use in schemas of other modules, or a record as the options of a {@link Command}. Not needed if a
 * root record of its own module uses it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface ConfigRecord {}
