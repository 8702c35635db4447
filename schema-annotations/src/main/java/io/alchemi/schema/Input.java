package io.alchemi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a path that the program reads. Other paths are outputs, relative to the run folder.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.CLASS)
public @interface Input {
    /**
     * The root record of the schema that the file has, if it is a configuration of its own: whoever loads a configuration that
     * names the file is told what is wrong with the file too.
     */
    Class<?> schema() default void.class;
}
