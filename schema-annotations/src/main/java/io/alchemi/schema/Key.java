package io.alchemi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names a key, the constant of an enum, or the tag of a permitted record, in YAML otherwise than in snake_case of its Java name.
 */
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
public @interface Key {
    /** The name in YAML. */
    String value();
}
