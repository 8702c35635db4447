package io.alchemi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A value that editors and shells offer for a text that {@link Matches} a pattern. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.CLASS)
@Repeatable(Suggest.All.class)
public @interface Suggest {
    /** The value. */
    String value();

    /** What the value means. */
    String doc();

    /** Holds several. */
    @Target(ElementType.RECORD_COMPONENT)
    @Retention(RetentionPolicy.CLASS)
    @interface All {
        /** The values, in the order in which they are offered. */
        Suggest[] value();
    }
}
