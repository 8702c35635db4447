package io.alchemi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares alternative names of a key or of an enum constant. A key's alias is accepted with a warning, a constant's alias
 * without one.
 */
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
@Retention(RetentionPolicy.CLASS)
public @interface Alias {
    /** Returns the alternative names. */
    String[] value();
}
