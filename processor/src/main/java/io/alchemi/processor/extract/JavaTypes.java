package io.alchemi.processor.extract;

import io.alchemi.config.schema.ScalarKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Queries on Java types. */
public final class JavaTypes {
    private JavaTypes() {}

    /** Returns the qualified name of a class, interface, enum or record, or an empty string for other types. */
    public static String name(TypeMirror type) {
        TypeElement element = element(type);
        return element == null ? "" : element.getQualifiedName().toString();
    }

    /** Returns the kind of scalar that the values of a type are, or null if they are something else. */
    static @Nullable ScalarKind scalarKind(TypeMirror type) {
        return ScalarKind.ofJavaType(
                type.getKind().isPrimitive() ? type.getKind().name().toLowerCase(Locale.ROOT) : name(type));
    }

    /** Returns the element of a class, interface, enum or record, or null for other types. */
    public static @Nullable TypeElement element(TypeMirror type) {
        return type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                ? element
                : null;
    }

    /** Returns a type argument, or null for a raw or non-generic type. */
    public static @Nullable TypeMirror argument(TypeMirror type, int index) {
        return type instanceof DeclaredType declared
                        && declared.getTypeArguments().size() > index
                ? declared.getTypeArguments().get(index)
                : null;
    }

    /** Returns true for {@code Optional} and its primitive variants. */
    public static boolean isOptional(TypeMirror type) {
        return name(type).equals("java.util.Optional") || primitiveOfOptional(type) != null;
    }

    /** Returns the primitive type of an {@code OptionalInt}, {@code OptionalLong} or {@code OptionalDouble}, or null. */
    public static @Nullable String primitiveOfOptional(TypeMirror type) {
        return switch (name(type)) {
            case "java.util.OptionalInt" -> "int";
            case "java.util.OptionalLong" -> "long";
            case "java.util.OptionalDouble" -> "double";
            default -> null;
        };
    }

    /** Returns the type of the items of a list, set or array, or of the values of a map; null for other types. */
    public static @Nullable TypeMirror item(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return array.getComponentType();
        }
        return switch (name(type)) {
            case "java.util.List", "java.util.Set" -> argument(type, 0);
            case "java.util.Map" -> argument(type, 1);
            default -> null;
        };
    }

    /** Returns the type of the items of a collection or array, of the values of a map or of an optional; null for other types. */
    private static @Nullable TypeMirror inner(TypeMirror type) {
        return isOptional(type) ? argument(type, 0) : item(type);
    }

    /** Returns the type of the innermost items and values, or the type itself. */
    static TypeMirror innermost(TypeMirror type) {
        TypeMirror innermost = type;
        for (TypeMirror inner = inner(type); inner != null; inner = inner(inner)) {
            innermost = inner;
        }
        return innermost;
    }

    /** Returns all classes, interfaces, enums and records that a type refers to. */
    public static List<TypeElement> named(TypeMirror type) {
        List<TypeElement> named = new ArrayList<>();
        addNamed(type, named);
        return named;
    }

    private static void addNamed(TypeMirror type, List<TypeElement> named) {
        if (type instanceof ArrayType array) {
            addNamed(array.getComponentType(), named);
        }
        TypeElement element = element(type);
        if (element != null) {
            named.add(element);
            for (TypeMirror argument : ((DeclaredType) type).getTypeArguments()) {
                addNamed(argument, named);
            }
        }
    }
}
