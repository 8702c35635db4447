package io.alchemi.processor.extract;

/**
 * Constraint of another library that a description cannot represent.
 *
 * @param annotation the name of the annotation, with {@code @}
 * @param why the reason, as the predicate of a sentence whose subject is the annotation
 */
public record IgnoredConstraint(String annotation, String why) {}
