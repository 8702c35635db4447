package io.alchemi.processor.extract;

import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Detects JSpecify's {@code @Nullable} on components. Finds it by name, so that users need not depend on JSpecify. */
public final class Nullability {
    private static final String NULLABLE = "org.jspecify.annotations.Nullable";

    private Nullability() {}

    /** Returns true if a component is nullable. Also checks its field, since compilers keep the annotation in different places. */
    static boolean of(RecordComponentElement element, Element field) {
        return isNullable(element.asType()) || isNullable(field.asType());
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

    private static boolean isNullable(TypeMirror type) {
        return Annotations.find(type, NULLABLE) != null;
    }
}
