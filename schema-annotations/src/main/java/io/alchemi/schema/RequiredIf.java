package io.alchemi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Requires a nullable key if another key of the same record has a value, for example
 * {@code @Nullable @RequiredIf(key = "type", equals = "s3") @Example("backups") String bucket}. The other key is an enum, a boolean
 * or a string; its default counts as its value. Editors do not require a key that a {@link Moved} of the root concerns; loading
 * does.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.CLASS)
public @interface RequiredIf {
    /** Returns the name of the other key in YAML. */
    String key();

    /** Returns the value of the other key as it is written in YAML, without quotes. */
    String equals();
}
