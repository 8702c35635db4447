package io.alchemi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static, non-private boolean method of a record as a rule over several keys.
 *
 * <p>Its parameter names and types must match those of components. If the method returns false, an error is reported at their
 * keys.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Rule {
    /** Returns the rule as a sentence about the keys, for example {@code "embed_dim must be divisible by n_heads"}. */
    String value();
}
