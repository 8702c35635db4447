package io.alchemi.processor.extract;

import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** Finds types that do not exist yet. Another processor may generate them. */
public final class UnresolvedTypes {
    private UnresolvedTypes() {}

    /** Returns true if a type or one of its arguments does not exist. */
    public static boolean in(TypeMirror type) {
        return first(type) != null;
    }

    /** Returns the first of a type and its arguments that does not exist or is not accessible, or null. */
    public static @Nullable TypeMirror first(TypeMirror type) {
        if (type.getKind() == TypeKind.ERROR) {
            return type;
        } else if (type instanceof ArrayType array) {
            return first(array.getComponentType());
        } else if (type instanceof WildcardType wildcard) {
            TypeMirror bound =
                    wildcard.getExtendsBound() == null ? wildcard.getSuperBound() : wildcard.getExtendsBound();
            return bound == null ? null : first(bound);
        } else if (type instanceof DeclaredType declared) {
            for (TypeMirror argument : declared.getTypeArguments()) {
                TypeMirror found = first(argument);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
