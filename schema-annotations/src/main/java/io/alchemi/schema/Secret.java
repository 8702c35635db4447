package io.alchemi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a string that nobody but the program may see, such as a password or a token. Messages, excerpts, written configurations
 * and the folders of runs do not show it.
 *
 * <p>In YAML it may be the string, or {@code {file: /run/secrets/token}} for the contents of a file without the line break at its
 * end. A secret has no default, option or positional argument, which others could read.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.CLASS)
public @interface Secret {}
