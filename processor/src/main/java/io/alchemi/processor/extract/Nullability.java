package io.alchemi.processor.extract;

import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Detects {@code @Nullable} on components, of JSpecify or of any other package. Finds it by name, so that users need not depend on
 * JSpecify.
 */
public final class Nullability {
    private static final String NULLABLE = "Nullable";

    private Nullability() {}

    /**
     * Returns true if a component is nullable. Also checks its field and its accessor, since compilers keep annotations in different
     * places, and not every annotation may stand on components.
     */
    static boolean of(RecordComponentElement element, Element field) {
        return isNullable(element.asType())
                || isNullable(field.asType())
                || isNullable(element)
                || isNullable(field)
                || isNullable(element.getAccessor());
    }

    /** Returns the nullable type inside a component's type, at any depth, or null if there is none. */
    static @Nullable TypeMirror inside(RecordComponentElement element, Element field) {
        TypeMirror found = inside(element.asType());
        return found == null ? inside(field.asType()) : found;
    }

    private static @Nullable TypeMirror inside(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return here(array.getComponentType());
        } else if (type instanceof DeclaredType declared) {
            for (TypeMirror argument : declared.getTypeArguments()) {
                TypeMirror found = here(argument);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static @Nullable TypeMirror here(TypeMirror type) {
        return isNullable(type) ? type : inside(type);
    }

    /** Returns true if an element or a type is annotated. The accessor of a duplicate component is null. */
    private static boolean isNullable(@Nullable AnnotatedConstruct annotated) {
        if (annotated == null) {
            return false;
        }
        for (AnnotationMirror mirror : annotated.getAnnotationMirrors()) {
            if (mirror.getAnnotationType().asElement().getSimpleName().contentEquals(NULLABLE)) {
                return true;
            }
        }
        return false;
    }
}
