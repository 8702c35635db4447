package io.alchemi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the root record of a schema. Nested records need no annotation.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface ConfigSchema {
    /** Returns the schema's id, for example {@code train.mae}. JSON Schema, template and reference page are named after it. */
    String id();

    /**
     * Returns the patterns of files with this schema, for example {@code train.mae*.yaml}. They match the end of a path: names with
     * {@code /} between them, where {@code *} matches any characters within a name.
     */
    String[] files() default {};

    /** Returns an example file, relative to the project root. The compiler validates it. It is the default CONFIG of a command. */
    String example() default "";

    /**
     * Returns the prefix, without the trailing underscore, of the environment variables that set keys, or an empty string for none:
     * with {@code COURIER}, {@code COURIER_HTTP__TIMEOUT} sets {@code http.timeout}.
     */
    String env() default "";
}
