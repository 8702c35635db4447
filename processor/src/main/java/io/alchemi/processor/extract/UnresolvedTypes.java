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
        if (type.getKind() == TypeKind.ERROR) {
            return true;
        } else if (type instanceof ArrayType array) {
            return in(array.getComponentType());
        } else if (type instanceof WildcardType wildcard) {
            return inBound(wildcard.getExtendsBound()) || inBound(wildcard.getSuperBound());
        } else if (type instanceof DeclaredType declared) {
            for (TypeMirror argument : declared.getTypeArguments()) {
                if (in(argument)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean inBound(@Nullable TypeMirror bound) {
        return bound != null && in(bound);
    }
}
