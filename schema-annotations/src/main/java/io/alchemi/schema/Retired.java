package io.alchemi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A key of a record that no longer has an effect: accepted, warned about and dropped. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
@Repeatable(Retired.All.class)
public @interface Retired {
    /** The key's name in YAML. */
    String value();

    /** Why it has no effect, or what to use instead; ends the sentence "'x' has no effect: ". */
    String reason();

    /** Holds several. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.CLASS)
    @interface All {
        /** The retired keys. */
        Retired[] value();
    }
}
