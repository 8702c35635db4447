package io.alchemi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The pattern of a text.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.CLASS)
public @interface Matches {
    /** A regular expression that the whole text must match, in the dialect that Java and ECMA 262 share. */
    String value();

    /** What such a text is, for messages: {@code "one of auto, cpu, cuda, cuda:N or mps"}. */
    String describedAs();
}
