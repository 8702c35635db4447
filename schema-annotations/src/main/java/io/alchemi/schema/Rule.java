package io.alchemi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static, non-private boolean method of a record as a rule over several keys.
 *
 * <p>Its parameter names and types must match those of components. In a generic record it declares the type parameters of the record,
 * since a static method cannot refer to those. If the method returns false, an error is reported at
 * the key whose value comes from the source of the highest precedence, and among equals at that of the first parameter. A parameter that
 * is a section stands for the keys inside it whose paths the sentence names, for example {@code tokenizer.sensor_id}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Rule {
    /** Returns the rule as a sentence about the keys, for example {@code "embed_dim must be divisible by n_heads"}. */
    String value();
}
