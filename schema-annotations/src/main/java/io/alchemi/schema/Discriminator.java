package io.alchemi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the discriminator of a sealed interface: the key whose value, the tag, selects one of the permitted records. The tag of
 * a record is its name in snake_case, unless {@link Key} on the record sets another.
 *
 * <p>With {@link #byKeys}, there is no tag: a required key that no other permitted record has selects the record.
 *
 * <p>Without this annotation, the form of the YAML value selects the record. A record whose only component is a list is written
 * as that list, a record whose only component is a scalar as that scalar. At most one record is written as a list, one as a
 * string, one as a number and one as {@code true} or {@code false}. At most one more record is allowed, which is written as a
 * mapping.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Discriminator {
    /** Returns the key that holds the tag. Empty if the keys select the record. */
    String value() default "";

    /**
     * Returns true if the keys of a mapping select the record. Each permitted record is written as a mapping, and has a required
     * key that no other one has.
     */
    boolean byKeys() default false;
}
