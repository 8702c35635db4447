package io.alchemi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the root record of a schema. Records below it are found by themselves.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface ConfigSchema {
    /** Identifies the schema, for example {@code train.mae}; names the JSON Schema, the template and the page. */
    String id();

    /**
     * Patterns that match the end of the path of a file of this schema, for example {@code train.mae*.yaml}: names with {@code /}
     * between them, where {@code *} matches any characters within a name.
     */
    String[] files() default {};

    /** A file of this schema, relative to the project's root; the compiler checks it, and a command reads it by default. */
    String example() default "";
}
