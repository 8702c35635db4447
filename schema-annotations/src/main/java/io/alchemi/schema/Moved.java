package io.alchemi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares that a key has moved. Annotates the root record. Both paths start at the root and use current key names. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
@Repeatable(Moved.All.class)
public @interface Moved {
    /** Returns the old path, for example {@code train.seed}. */
    String from();

    /** Returns the new path, for example {@code global.seed}. */
    String to();

    /** Container annotation of {@link Moved}. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.CLASS)
    @interface All {
        /** Returns the moved keys. */
        Moved[] value();
    }
}
