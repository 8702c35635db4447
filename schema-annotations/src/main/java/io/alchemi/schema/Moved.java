package io.alchemi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that a key has moved. Annotates a record. Both paths start at that record, lead through sections below it, and use
 * current key names. The move applies wherever the record is used: at the root, in a section, a list, a map or a union.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
@Repeatable(Moved.All.class)
public @interface Moved {
    /** Returns the old path, for example {@code timeout}. */
    String from();

    /** Returns the new path, for example {@code http.timeout}. */
    String to();

    /** Container annotation of {@link Moved}. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.CLASS)
    @interface All {
        /** Returns the moved keys. */
        Moved[] value();
    }
}
