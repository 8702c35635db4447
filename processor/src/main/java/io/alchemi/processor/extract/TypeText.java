package io.alchemi.processor.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Formats types for messages, without packages and annotations, the same with every compiler. */
public final class TypeText {
    private TypeText() {}

    /** Returns a type as in Java source. */
    public static String of(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return of(array.getComponentType()) + "[]";
        } else if (type instanceof WildcardType wildcard) {
            return of(wildcard);
        } else if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
            return Names.shown(element) + arguments(declared);
        }
        if (type instanceof TypeVariable variable) {
            return variable.asElement().getSimpleName().toString();
        }
        return type.getKind().isPrimitive() ? type.getKind().name().toLowerCase(Locale.ROOT) : type.toString();
    }

    /** Returns a type as in Java source, with the types that it and its arguments hold in place of optionals. */
    public static String withoutOptionals(TypeMirror type) {
        TypeMirror held = JavaTypes.isOptional(type) ? JavaTypes.argument(type, 0) : null;
        if (held != null) {
            return withoutOptionals(held);
        } else if (type instanceof ArrayType array) {
            return withoutOptionals(array.getComponentType()) + "[]";
        }
        return switch (JavaTypes.name(type)) {
            case "java.util.OptionalInt" -> "Integer";
            case "java.util.OptionalLong" -> "Long";
            case "java.util.OptionalDouble" -> "Double";
            case "java.util.Optional" -> "the plain type";
            case "java.util.List", "java.util.Set", "java.util.Map" -> {
                List<String> arguments = new ArrayList<>();
                ((DeclaredType) type).getTypeArguments().forEach(argument -> arguments.add(withoutOptionals(argument)));
                String name = JavaTypes.name(type);
                yield name.substring(name.lastIndexOf('.') + 1) + inBrackets(arguments);
            }
            default -> of(type);
        };
    }

    private static String of(WildcardType wildcard) {
        TypeMirror upper = wildcard.getExtendsBound();
        TypeMirror lower = wildcard.getSuperBound();
        return upper != null ? "? extends " + of(upper) : lower != null ? "? super " + of(lower) : "?";
    }

    /** Returns the arguments of a type in angle brackets, or an empty string. */
    public static String arguments(DeclaredType type) {
        List<String> arguments = new ArrayList<>();
        type.getTypeArguments().forEach(argument -> arguments.add(of(argument)));
        return inBrackets(arguments);
    }

    private static String inBrackets(List<String> arguments) {
        return arguments.isEmpty() ? "" : "<" + String.join(", ", arguments) + ">";
    }
}
