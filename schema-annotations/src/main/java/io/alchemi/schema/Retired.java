package io.alchemi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares a removed key of a record. The key is still accepted: it has no effect and gives a warning. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
@Repeatable(Retired.All.class)
public @interface Retired {
    /** Returns the key's name in YAML. */
    String value();

    /** Returns the reason, or what to use instead. It completes the sentence "'x' has no effect: ". */
    String reason();

    /** Container annotation of {@link Retired}. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.CLASS)
    @interface All {
        /** Returns the removed keys. */
        Retired[] value();
    }
}
