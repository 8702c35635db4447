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

/** Questions about Java types. */
public final class JavaTypes {
    private JavaTypes() {}

    /** The qualified name of a class, interface, enum or record, or empty. */
    public static String name(TypeMirror type) {
        TypeElement element = element(type);
        return element == null ? "" : element.getQualifiedName().toString();
    }

    /** Returns the kind of scalar that the values of a type are, or null if they are something else. */
    static @Nullable ScalarKind scalarKind(TypeMirror type) {
        return ScalarKind.ofJavaType(
                type.getKind().isPrimitive() ? type.getKind().name().toLowerCase(Locale.ROOT) : name(type));
    }

    /** The class, interface, enum or record that a type is, or null. */
    public static @Nullable TypeElement element(TypeMirror type) {
        return type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                ? element
                : null;
    }

    /** One of the arguments of a type, or null if it is written without. */
    public static @Nullable TypeMirror argument(TypeMirror type, int index) {
        return type instanceof DeclaredType declared
                        && declared.getTypeArguments().size() > index
                ? declared.getTypeArguments().get(index)
                : null;
    }

    /** Whether a type is one of the JDK's optionals. */
    public static boolean isOptional(TypeMirror type) {
        return name(type).equals("java.util.Optional") || primitiveOfOptional(type) != null;
    }

    /** What an optional of a primitive holds: {@code int}, {@code long} or {@code double}; null for all other types. */
    public static @Nullable String primitiveOfOptional(TypeMirror type) {
        return switch (name(type)) {
            case "java.util.OptionalInt" -> "int";
            case "java.util.OptionalLong" -> "long";
            case "java.util.OptionalDouble" -> "double";
            default -> null;
        };
    }

    /** What the items of a list, set or array, or the values of a map are, or null if a type is no such thing. */
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

    /** All classes, interfaces, enums and records that a type names. */
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
            ((DeclaredType) type).getTypeArguments().forEach(argument -> addNamed(argument, named));
        }
    }
}
