package io.alchemi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Static factory method of a class or record whose values are single strings or numbers in YAML. Its parameter is a {@code String},
 * an {@code int}, a {@code long} or a {@code double}. Loading calls it, the compiler does not; the message of an exception becomes
 * the diagnostic, at the place of the value.
 *
 * <p>A value that a program sets is written as the only component of a record, or its text if the factory takes another type, provided
 * that the factory makes an equal value of it. Otherwise it is written as what {@code toString} returns. A value for which the factory
 * makes an equal one of neither cannot be written.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface ConfigValue {
    /**
     * Returns a regular expression that strings must match, which editors check too, or an empty string for none. The rules of
     * {@link Matches} apply, and a component with {@code @Matches} replaces it.
     */
    String pattern() default "";

    /**
     * Returns the JSON Schema format of strings, such as {@code "email"}, {@code "uri"} or {@code "hostname"}, or an empty string for
     * none. Any name is allowed. Loading does not check the format, the factory must; editors may show it, check it, or ignore it.
     */
    String format() default "";

    /** Returns the description of a string that matches the pattern, for messages: {@code "an e-mail address"}. */
    String describedAs() default "";
}
