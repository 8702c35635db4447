package io.alchemi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The former place of a key. Stands on the root; both places are paths from the root, in present names. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
@Repeatable(Moved.All.class)
public @interface Moved {
    /** The former place, for example {@code train.seed}. */
    String from();

    /** The present place, for example {@code global.seed}. */
    String to();

    /** Holds several. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.CLASS)
    @interface All {
        /** The moves. */
        Moved[] value();
    }
}
