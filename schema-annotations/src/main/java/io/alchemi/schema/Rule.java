package io.alchemi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static, not private, boolean method of a record that judges several keys together.
 *
 * <p>Its parameters bear names and types of components; these keys are blamed when it returns false.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Rule {
    /** What must hold, as a sentence about keys: {@code "embed_dim must be divisible by n_heads"}. */
    String value();
}
