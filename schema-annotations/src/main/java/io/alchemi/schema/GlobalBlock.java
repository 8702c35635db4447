package io.alchemi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the record of the run-wide settings. A schema with a global block must not declare these settings elsewhere: {@code seed},
 * {@code device}, {@code dtype}, {@code amp_dtype}, {@code deterministic} and their synonyms, and the keys in {@link #reserved}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface GlobalBlock {
    /** Returns the prefix, without the trailing underscore, of the environment variables that set the block's keys. */
    String variables() default "ALCHEMI_GLOBAL";

    /** Returns the keys of the block, as in YAML, that no other record of a schema with this block may declare. */
    String[] reserved() default {};
}
