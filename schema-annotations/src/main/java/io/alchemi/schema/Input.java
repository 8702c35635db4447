package io.alchemi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a path as an input file. All other paths are outputs, relative to the run folder.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.CLASS)
public @interface Input {
    /**
     * Returns the root record of the file's schema, if the file is itself a configuration. Loading a configuration then also
     * validates the input file.
     */
    Class<?> schema() default void.class;
}
