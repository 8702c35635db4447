package io.alchemi.processor.extract;

/**
 * A constraint of another library that a description cannot say.
 *
 * @param annotation its name with the {@code @}
 * @param why why not, as the end of a sentence that begins with the name
 */
public record IgnoredConstraint(String annotation, String why) {}
