package io.alchemi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Regular expression that a string, a path or a URI must match, as it is written. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.CLASS)
public @interface Matches {
    /** Returns the regular expression. It must match the whole string and use only syntax that Java and ECMA 262 share. */
    String value();

    /** Returns the description of a valid string for messages, for example {@code "one of auto, cpu, cuda, cuda:N or mps"}. */
    String describedAs();
}
