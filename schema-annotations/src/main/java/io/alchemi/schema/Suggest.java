package io.alchemi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Completion that editors and shells offer for a string with a {@link Matches} pattern. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.CLASS)
@Repeatable(Suggest.All.class)
public @interface Suggest {
    /** Returns the value. */
    String value();

    /** Returns the value's description. */
    String doc();

    /** Container annotation of {@link Suggest}. */
    @Target(ElementType.RECORD_COMPONENT)
    @Retention(RetentionPolicy.CLASS)
    @interface All {
        /** Returns the completions in display order. */
        Suggest[] value();
    }
}
