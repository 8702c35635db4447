package io.alchemi.processor.extract;

/**
 * Constraint of another library, or a part of one, that a description cannot represent.
 *
 * @param annotation the name of the annotation, with {@code @}
 * @param why the reason, as the predicate of a sentence whose subject is the annotation
 * @param instead what to do about it, as an imperative
 */
public record IgnoredConstraint(String annotation, String why, String instead) {
    static IgnoredConstraint unchecked(String annotation, String why) {
        return new IgnoredConstraint(
                annotation,
                why + ", so files are not checked against it",
                "Use @Range, @Length, @Matches or @Rule instead");
    }
}
