package io.alchemi.processor.extract;

import io.alchemi.config.schema.RecordName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Queries on generic records and their applications, such as {@code Range<Integer>}. */
public final class Generics {
    private final Elements elements;
    private final Types types;

    /** Creates an instance for one round. */
    Generics(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /** Returns true for a record with type parameters. */
    public static boolean isGeneric(TypeElement type) {
        return type.getKind() == ElementKind.RECORD && !type.getTypeParameters().isEmpty();
    }

    /** Returns true if a name is that of an application of a generic record. */
    public static boolean isApplication(String name) {
        return name.endsWith(">");
    }

    /** Returns true if a type refers to a type parameter. */
    static boolean hasVariable(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return hasVariable(array.getComponentType());
        } else if (type instanceof WildcardType wildcard) {
            return hasVariableIn(wildcard.getExtendsBound()) || hasVariableIn(wildcard.getSuperBound());
        }
        return type instanceof TypeVariable
                || (type instanceof DeclaredType declared
                        && declared.getTypeArguments().stream().anyMatch(Generics::hasVariable));
    }

    private static boolean hasVariableIn(@Nullable TypeMirror bound) {
        return bound != null && hasVariable(bound);
    }

    /** Returns the name of a type in descriptions. */
    static RecordName name(TypeMirror type) {
        if (type instanceof ArrayType array) {
            RecordName item = name(array.getComponentType());
            return new RecordName(item.name() + "[]", item.arguments());
        } else if (type instanceof DeclaredType declared) {
            List<RecordName> arguments = new ArrayList<>();
            for (TypeMirror argument : declared.getTypeArguments()) {
                arguments.add(name(argument));
            }
            return new RecordName(JavaTypes.name(type), arguments);
        }
        return new RecordName(type.getKind().name().toLowerCase(Locale.ROOT), List.of());
    }

    /** Returns the application with a name, or null if one of its classes is not on the class path. */
    @Nullable
    DeclaredType application(RecordName name) {
        return type(name) instanceof DeclaredType declared ? declared : null;
    }

    private @Nullable TypeMirror type(RecordName name) {
        if (name.name().endsWith("[]")) {
            String item = name.name().substring(0, name.name().length() - 2);
            TypeMirror found = type(new RecordName(item, name.arguments()));
            return found == null ? null : types.getArrayType(found);
        }
        TypeElement element = elements.getTypeElement(name.name());
        if (element == null) {
            return primitive(name.name());
        }
        TypeMirror[] arguments = new TypeMirror[name.arguments().size()];
        for (int i = 0; i < arguments.length; i++) {
            TypeMirror argument = type(name.arguments().get(i));
            if (argument == null) {
                return null;
            }
            arguments[i] = argument;
        }
        boolean applies = arguments.length == element.getTypeParameters().size();
        return applies ? types.getDeclaredType(element, arguments) : null;
    }

    private @Nullable TypeMirror primitive(String name) {
        for (TypeKind kind : TypeKind.values()) {
            if (kind.isPrimitive() && kind.name().toLowerCase(Locale.ROOT).equals(name)) {
                return types.getPrimitiveType(kind);
            }
        }
        return null;
    }

    /**
     * Returns a type with the type arguments of an application instead of the type parameters of its record. Not with {@code
     * asMemberOf}, which Eclipse's compiler does not support for components.
     */
    TypeMirror substitute(TypeMirror type, DeclaredType application) {
        Map<String, TypeMirror> arguments = new HashMap<>();
        List<? extends TypeMirror> given = application.getTypeArguments();
        TypeElement element = (TypeElement) application.asElement();
        for (int i = 0; i < given.size(); i++) {
            arguments.put(element.getTypeParameters().get(i).getSimpleName().toString(), given.get(i));
        }
        return substitute(type, arguments);
    }

    private TypeMirror substitute(TypeMirror type, Map<String, TypeMirror> arguments) {
        if (!hasVariable(type)) {
            return type;
        } else if (type instanceof ArrayType array) {
            return types.getArrayType(substitute(array.getComponentType(), arguments));
        } else if (type instanceof WildcardType wildcard) {
            return types.getWildcardType(
                    substituteBound(wildcard.getExtendsBound(), arguments),
                    substituteBound(wildcard.getSuperBound(), arguments));
        } else if (type instanceof DeclaredType declared) {
            TypeMirror[] inner = new TypeMirror[declared.getTypeArguments().size()];
            for (int i = 0; i < inner.length; i++) {
                inner[i] = substitute(declared.getTypeArguments().get(i), arguments);
            }
            return types.getDeclaredType((TypeElement) declared.asElement(), inner);
        }
        return arguments.getOrDefault(name((TypeVariable) type), type);
    }

    private @Nullable TypeMirror substituteBound(@Nullable TypeMirror bound, Map<String, TypeMirror> arguments) {
        return bound == null ? null : substitute(bound, arguments);
    }

    /** Returns the first type argument that is outside the bounds of its type parameter, or null. */
    @Nullable
    TypeMirror outOfBounds(DeclaredType application) {
        TypeElement element = (TypeElement) application.asElement();
        for (int i = 0; i < application.getTypeArguments().size(); i++) {
            TypeMirror argument = application.getTypeArguments().get(i);
            for (TypeMirror bound : element.getTypeParameters().get(i).getBounds()) {
                if (!types.isSubtype(argument, substitute(bound, application))) {
                    return argument;
                }
            }
        }
        return null;
    }

    private static String name(TypeVariable variable) {
        return variable.asElement().getSimpleName().toString();
    }
}
