package io.alchemi.processor.extract;

import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;

/** Whether a component may be null by JSpecify's annotation, which is found by name, without a dependency of the user's. */
public final class Nullability {
    private static final String NULLABLE = "org.jspecify.annotations.Nullable";

    private Nullability() {}

    /** Whether a component, whose field is also asked since compilers differ in where they keep it, may be null. */
    static boolean of(RecordComponentElement element, Element field) {
        return Annotations.find(element.asType(), NULLABLE) != null
                || Annotations.find(field.asType(), NULLABLE) != null;
    }
}
