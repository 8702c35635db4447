package io.alchemi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Moves the keys of a record into the section of the record that contains it, so that several records share keys without a section
 * for them. With {@code record Server(@Default("localhost") String host, @Flatten Limits limits) {}}, the keys of {@code Limits}
 * are written beside {@code host}. Their docs, defaults, flags, removed keys and rules are those of {@code Limits}.
 *
 * <p>Only for a record that is not nullable. The component has no key: it takes no default, example, alias or flag.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.CLASS)
public @interface Flatten {}
