package io.alchemi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes the records that a sealed interface permits distinguishable by a tag: a key whose value is the record's name in
 * snake_case, or what {@link Key} on the record says.
 *
 * <p>Without it the permitted records are told apart by the kind of the YAML value: a record with one component that is a list
 * is written as that list, one with a single scalar as that scalar, and at most one more as a mapping.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Discriminator {
    /** The key that holds the tag. */
    String value();
}
